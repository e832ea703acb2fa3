import type { VNode } from 'preact'
import { countText } from '../browse/find/find-texts.ts'
import type { LogoFamily } from './variants.ts'
import '../browse/find/filter-chips.css'
import './family-bar.css'

export interface FamilyBarProps {
  readonly families: readonly LogoFamily[]
  /** The key of a family, or null for all logos. */
  readonly selected: string | null
  readonly onSelect: (key: string | null) => void
}

/** The logos that have variants, each of which can be shown by itself; nothing where none has. */
export function FamilyBar({ families, selected, onSelect }: FamilyBarProps): VNode | null {
  if (families.length === 0) return null
  return (
    <div class="family-bar" role="group" aria-label="Logos with variants">
      {families.map(({ key, label, count }) => (
        <button
          key={key}
          type="button"
          class="chip family"
          aria-pressed={key === selected}
          title={`${label}, ${countText(count, 'variants')}`}
          onClick={() => onSelect(key === selected ? null : key)}
        >
          <span class="cut" dir="auto">
            {label}
          </span>
          <span class="family-count">
            {count}
            <span class="hidden-text"> variants</span>
          </span>
        </button>
      ))}
    </div>
  )
}
