import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import { TILE_SIZE, type ViewSettings } from '../brand/view-settings.ts'
import { OptionRow } from '../kit/option-row.tsx'
import { Select } from '../kit/select.tsx'
import { SORTS } from './find/sort.ts'
import './find/chip.css'
import './options-panel.css'

export interface ViewOptionsProps {
  readonly settings: ViewSettings
  readonly onChange: (change: Partial<ViewSettings>) => void
}

const VIEWS: readonly { readonly view: ViewSettings['view']; readonly label: string }[] = [
  { view: 'grid', label: 'Grid' },
  { view: 'list', label: 'List' },
]

/** How a list is shown: as tiles of a size or as rows, and in which order. */
export function ViewOptions({ settings, onChange }: ViewOptionsProps): VNode {
  const id = useId()
  const { view, tileSize, sort } = settings
  return (
    <div class="options-panel">
      <div class="option-row" role="radiogroup" aria-labelledby={`${id}-view`}>
        <span id={`${id}-view`}>View</span>
        <span class="chips">
          {VIEWS.map((each) => (
            <label key={each.view} class="chip">
              <input
                type="radio"
                name={`${id}-view`}
                checked={each.view === view}
                onChange={() => onChange({ view: each.view })}
              />
              {each.label}
            </label>
          ))}
        </span>
      </div>
      {view === 'grid' && (
        <OptionRow label="Tile size">
          <input
            type="range"
            min={TILE_SIZE.least}
            max={TILE_SIZE.most}
            step={TILE_SIZE.step}
            value={tileSize}
            aria-valuetext={`${tileSize} pixels`}
            onInput={({ currentTarget }) => onChange({ tileSize: currentTarget.valueAsNumber })}
          />
        </OptionRow>
      )}
      <OptionRow label="Sort by">
        <Select value={sort} options={SORTS} onChoose={(chosen) => onChange({ sort: chosen })} />
      </OptionRow>
    </div>
  )
}
