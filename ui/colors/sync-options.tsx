import type { VNode } from 'preact'
import type { BrandColor } from '../../shared/brand.ts'
import { colorName, type ColorNaming } from '../../shared/color-name.ts'
import type { SyncOptions, SyncTarget } from '../../shared/protocol.ts'
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
  const name = (change: Partial<ColorNaming>): void =>
    sync.setOptions({ ...options, naming: { ...naming, ...change } })
  return (
    <div class="sync-options-fields">
      <label class="sync-option">
        <span>Sync as</span>
        <select
          class="select"
          value={target}
          onChange={(event) =>
            sync.setOptions({ ...options, target: toTarget(event.currentTarget.value) })
          }
        >
          <option value="styles">Styles</option>
          <option value="variables">Variables</option>
          <option value="both">Styles and variables</option>
        </select>
      </label>
      {target !== 'styles' && (
        <label class="sync-option">
          <span>Collection</span>
          <select
            class="select"
            value={collection}
            onChange={(event) =>
              sync.setOptions({
                ...options,
                collection: event.currentTarget.value === 'shared' ? 'shared' : 'own',
              })
            }
          >
            <option value="own">One for this kit</option>
            <option value="shared">Shared, one mode per kit</option>
          </select>
        </label>
      )}
      <label class="sync-option">
        <span>Prefix</span>
        <select
          class="select"
          value={prefix.type}
          onChange={(event) =>
            name({ prefix: toPrefix(event.currentTarget.value, sync.kit().name) })
          }
        >
          <option value="kit">Kit name</option>
          <option value="none">None</option>
          <option value="own">Custom text</option>
        </select>
      </label>
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
            {colorName(target === 'variables' ? 'variable' : 'style', sync.kit(), sample, options)}
          </bdi>
        </p>
      )}
    </div>
  )
}

function toTarget(value: string): SyncTarget {
  return value === 'variables' || value === 'both' ? value : 'styles'
}

function toPrefix(value: string, kitName: string): ColorNaming['prefix'] {
  if (value === 'none') return { type: 'none' }
  return value === 'own' ? { type: 'own', text: kitName } : { type: 'kit' }
}
