import type { JSX } from 'preact'
import type { PreviewProps } from './preview.ts'
import { findNode } from './hit.ts'
import { LayerProperties, RelaunchButtons } from './layer-properties.tsx'
import { LocalStyles } from './local-styles.tsx'
import { LocalVariables } from './local-variables.tsx'

/** The right side: the selected layer, or what is local to the file when nothing is selected. */
export function PropertiesPanel({ preview }: PreviewProps): JSX.Element {
  const page = preview.currentPage.value
  const { selection, paintStyles, collections, colorProfile } = preview.document.value
  const selected = selection.flatMap((id) => findNode(page?.children ?? [], id) ?? [])
  const [only] = selected
  return (
    <aside class="panel panel-right" aria-label="Design">
      {selected.length > 1 && (
        <section class="group">
          <h3>{selected.length} layers</h3>
        </section>
      )}
      {selected.length === 1 && only !== undefined && (
        <LayerProperties preview={preview} node={only} />
      )}
      {selected.length === 0 && page !== null && (
        <section class="group">
          <h3>Page</h3>
          <RelaunchButtons preview={preview} node={page} />
          <p class="quiet">Select a layer to see it here.</p>
        </section>
      )}
      <LocalStyles styles={paintStyles.filter(({ remote }) => !remote)} profile={colorProfile} />
      <LocalVariables
        collections={collections.filter(({ remote }) => !remote)}
        profile={colorProfile}
      />
    </aside>
  )
}
