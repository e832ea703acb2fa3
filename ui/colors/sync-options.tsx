import type { VNode } from 'preact'
import type { BrandColor } from '../../shared/brand.ts'
import { colorName, type ColorNaming } from '../../shared/color-name.ts'
import type { SyncOptions, SyncTarget } from '../../shared/sync.ts'
import type { ColorSync } from './color-sync.ts'
import { Checkbox } from '../kit/checkbox.tsx'
import { OptionRow } from '../kit/option-row.tsx'
import { Select, type Option } from '../kit/select.tsx'
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
      onKeyDown={(event) => {
        const { currentTarget: panel, key } = event
        if (key !== 'Escape' || !panel.open) return
        event.preventDefault()
        panel.open = false
        panel.querySelector('summary')?.focus()
      }}
    >
      <summary>Sync options</summary>
      {options === null ? (
        <p class="hint sync-options-fields">Asking the file how it was synced last…</p>
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
      <OptionRow label="Sync as">
        <Select
          value={target}
          options={TARGETS}
          onChoose={(chosen) => sync.setOptions({ ...options, target: chosen })}
        />
      </OptionRow>
      {target !== 'styles' && (
        <OptionRow label="Collection">
          <Select
            value={collection}
            options={COLLECTIONS}
            onChoose={(chosen) => sync.setOptions({ ...options, collection: chosen })}
          />
        </OptionRow>
      )}
      <OptionRow label="Folder prefix">
        <Select
          value={prefix.type}
          options={PREFIXES}
          onChoose={(type) =>
            name({ prefix: type === 'own' ? { type, text: kit.name } : { type } })
          }
        />
      </OptionRow>
      {prefix.type === 'own' && (
        <OptionRow label="Custom prefix">
          <input
            class="field"
            type="text"
            value={prefix.text}
            onInput={(event) => name({ prefix: { type: 'own', text: event.currentTarget.value } })}
          />
        </OptionRow>
      )}
      <Checkbox
        checked={naming.grouping === 'palette'}
        onChange={(checked) => name({ grouping: checked ? 'palette' : 'flat' })}
      >
        Group by palette
      </Checkbox>
      <Checkbox
        checked={sync.settings.saveVersion.value}
        onChange={(checked) => (sync.settings.saveVersion.value = checked)}
      >
        Save to version history first
      </Checkbox>
      {sample !== undefined && (
        <p class="hint sync-options-preview">
          For example:{' '}
          <bdi>
            {colorName(target === 'variables' ? 'variable' : 'style', kit, sample, options)}
          </bdi>
          {target !== 'styles' && collection === 'shared' && (
            <>
              , in the mode <bdi>{kit.name}</bdi>
            </>
          )}
        </p>
      )}
    </div>
  )
}

const TARGETS: readonly Option<SyncTarget>[] = [
  { value: 'styles', label: 'Styles' },
  { value: 'variables', label: 'Variables' },
  { value: 'both', label: 'Styles and variables' },
]
const COLLECTIONS: readonly Option<SyncOptions['collection']>[] = [
  { value: 'own', label: 'One for this kit' },
  { value: 'shared', label: 'Shared, one mode per kit' },
]
const PREFIXES: readonly Option<ColorNaming['prefix']['type']>[] = [
  { value: 'kit', label: 'Kit name' },
  { value: 'none', label: 'None' },
  { value: 'own', label: 'Custom text' },
]
