import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import type { Resource } from '../brand/resource.ts'
import { countText } from '../browse/find/find-texts.ts'
import type { Browsing } from '../browse/use-browsing.ts'
import { logoFamilies } from './variants.ts'
import '../browse/find/filter-chips.css'
import './family-bar.css'

export interface FamilyBarProps {
  readonly list: Resource<BrandAsset>
  readonly browsing: Browsing
}

/** The logos that have variants, each of which can be shown by itself; nothing where none has. */
export function FamilyBar({ list, browsing }: FamilyBarProps): VNode | null {
  const { items } = list.state.value
  const families = useMemo(() => logoFamilies(items), [items])
  const { family } = browsing.view.filters
  if (families.length === 0) return null
  return (
    <div class="family-bar" role="group" aria-label="Logos with variants">
      {families.map(({ key, label, count }) => (
        <button
          key={key}
          type="button"
          class="chip family"
          aria-pressed={key === family}
          title={`${label}, ${countText(count, 'variants')}`}
          onClick={() => browsing.changeFilters({ family: key === family ? null : key })}
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
