import type { VNode } from 'preact'
import type { BrandColor } from '../../shared/brand.ts'
import { colorName, type ColorNaming } from '../../shared/color-name.ts'
import type { SyncOptions } from '../../shared/protocol.ts'
import type { ColorSync } from './color-sync.ts'
import './sync-options.css'

export interface SyncOptionsProps {
  readonly sync: ColorSync
  readonly colors: readonly BrandColor[]
}

/** How colors get into the file; folded away, because the defaults do. */
export function SyncOptionsPanel({ sync, colors }: SyncOptionsProps): VNode {
  const options = sync.settings.options.value
  return (
    <details
      class="sync-options"
      onToggle={(event) => {
        if (event.currentTarget.open && options === null) void sync.settings.load()
      }}
    >
      <summary>Sync options</summary>
      {options === null ? (
        <p class="hint sync-options-wait">Asking the file how it was synced last…</p>
      ) : (
        <Fields sync={sync} options={options} sample={colors[0]} />
      )}
    </details>
  )
}

interface FieldsProps {
  readonly sync: ColorSync
  readonly options: SyncOptions
  readonly sample: BrandColor | undefined
}

function Fields({ sync, options, sample }: FieldsProps): VNode {
  const { target, naming, collection } = options
  const { prefix } = naming
  const kit = sync.kit()
  const name = (change: Partial<ColorNaming>): void =>
    sync.setOptions({ ...options, naming: { ...naming, ...change } })
  return (
    <div class="sync-options-fields">
      <Choice
        label="Sync as"
        value={target}
        texts={TARGETS}
        onChoose={(chosen) => sync.setOptions({ ...options, target: chosen })}
      />
      {target !== 'styles' && (
        <Choice
          label="Collection"
          value={collection}
          texts={COLLECTIONS}
          onChoose={(chosen) => sync.setOptions({ ...options, collection: chosen })}
        />
      )}
      <Choice
        label="Prefix"
        value={prefix.type}
        texts={PREFIXES}
        onChoose={(type) => name({ prefix: type === 'own' ? { type, text: kit.name } : { type } })}
      />
      {prefix.type === 'own' && (
        <label class="sync-option">
          <span>Custom prefix</span>
          <input
            class="field"
            type="text"
            value={prefix.text}
            onInput={(event) => name({ prefix: { type: 'own', text: event.currentTarget.value } })}
          />
        </label>
      )}
      <label class="checkbox">
        <input
          type="checkbox"
          checked={naming.grouping === 'palette'}
          onChange={(event) => name({ grouping: event.currentTarget.checked ? 'palette' : 'flat' })}
        />
        Group by palette
      </label>
      <label class="checkbox">
        <input
          type="checkbox"
          checked={sync.settings.saveVersion.value}
          onChange={(event) => sync.settings.setSaveVersion(event.currentTarget.checked)}
        />
        Save a version first
      </label>
      {sample !== undefined && (
        <p class="hint sync-options-preview">
          For example:{' '}
          <bdi>
            {colorName(target === 'variables' ? 'variable' : 'style', kit, sample, options)}
          </bdi>
        </p>
      )}
    </div>
  )
}

const TARGETS = { styles: 'Styles', variables: 'Variables', both: 'Styles and variables' }
const COLLECTIONS = { own: 'One for this kit', shared: 'Shared, one mode per kit' }
const PREFIXES = { kit: 'Kit name', none: 'None', own: 'Custom text' }

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  /** What each value is called. */
  readonly texts: Readonly<Record<Value, string>>
  readonly onChoose: (value: Value) => void
}

function Choice<Value extends string>(props: ChoiceProps<Value>): VNode {
  const { label, value, texts, onChoose } = props
  const isValue = (key: string): key is Value => key in texts
  return (
    <label class="sync-option">
      <span>{label}</span>
      <select
        class="select"
        value={value}
        onChange={({ currentTarget }) => {
          if (isValue(currentTarget.value)) onChoose(currentTarget.value)
        }}
      >
        {Object.entries<string>(texts).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
