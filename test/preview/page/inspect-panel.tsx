import type { JSX } from 'preact'
import type { CodeBlock, NodeSnapshot } from '../../figma/host-api.ts'
import { Choice } from './choice.tsx'
import { findNode } from './hit.ts'
import type { Preference } from './manifest.ts'
import type { PreviewProps } from './preview.ts'

/** The right side in Dev Mode: the plugin's code for the selected layer. */
export function InspectPanel({ preview }: PreviewProps): JSX.Element {
  const { inspect } = preview
  const manifest = inspect.manifest.value
  const page = preview.currentPage.value
  const selected = preview.document.value.selection.flatMap(
    (id) => findNode(page?.children ?? [], id) ?? [],
  )
  const { language } = inspect.choice.value
  return (
    <aside class="panel panel-right panel-inspect" aria-label="Inspect">
      {manifest !== null && (
        <section class="group switches" aria-label="Code">
          <h3>{manifest.name}</h3>
          <Choice
            label="Language"
            value={language}
            choices={manifest.codegenLanguages.map(({ value, label }) => [value, label] as const)}
            onChoose={(value) => inspect.choose({ language: value })}
          />
          {manifest.codegenPreferences
            .filter(({ includedLanguages }) => includedLanguages?.includes(language) ?? true)
            .map((preference, index) => (
              <PreferenceChoice key={index} preview={preview} preference={preference} />
            ))}
        </section>
      )}
      {selected.length === 1 && selected[0] !== undefined ? (
        <LayerCode preview={preview} node={selected[0]} />
      ) : (
        <section class="group">
          <p class="quiet">Select one layer to see its code.</p>
        </section>
      )}
    </aside>
  )
}

function PreferenceChoice({
  preview,
  preference,
}: PreviewProps & { readonly preference: Preference }): JSX.Element {
  const { inspect } = preview
  const { unit, settings } = inspect.choice.value
  if (preference.itemType === 'action') {
    return <button onClick={() => inspect.act(preference.propertyName)}>{preference.label}</button>
  }
  if (preference.itemType === 'unit') {
    return (
      <Choice
        label="Unit"
        value={unit}
        choices={[
          ['PIXEL', 'Pixel'],
          ['SCALED', preference.scaledUnit],
        ]}
        onChoose={(value) => inspect.choose({ unit: value })}
      />
    )
  }
  const { propertyName, label, options } = preference
  return (
    <Choice
      label={label}
      value={settings[propertyName] ?? ''}
      choices={options.map((option) => [option.value, option.label] as const)}
      onChoose={(value) => inspect.choose({ settings: { ...settings, [propertyName]: value } })}
    />
  )
}

function LayerCode({ preview, node }: PreviewProps & { readonly node: NodeSnapshot }): JSX.Element {
  const code = preview.inspect.code.value
  const isOfNode = code.type !== 'none' && code.nodeId === node.id
  return (
    <section class="group grow" aria-label="Layer">
      <h3>{node.name}</h3>
      {code.type === 'failed' && isOfNode && (
        <p role="alert">{preview.inspect.manifest.value?.name} ran into an issue</p>
      )}
      {code.type === 'blocks' &&
        isOfNode &&
        code.blocks.map((block, index) => <Block key={index} preview={preview} block={block} />)}
    </section>
  )
}

function Block({ preview, block }: PreviewProps & { readonly block: CodeBlock }): JSX.Element {
  function copy(): void {
    navigator.clipboard.writeText(block.code).then(
      () => preview.toasts.show('Copied to clipboard', false),
      (error: unknown) => preview.toasts.show(String(error), true),
    )
  }
  return (
    <figure class="code" aria-label={block.title}>
      <figcaption>
        <span class="grow">{block.title}</span>
        <span class="quiet">{block.language}</span>
        <button aria-label={`Copy ${block.title}`} onClick={copy}>
          Copy
        </button>
      </figcaption>
      <pre>
        <code>{block.code}</code>
      </pre>
    </figure>
  )
}
