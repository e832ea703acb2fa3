import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import type { Resource } from '../brand/resource.ts'
import { countText } from '../browse/find/find-texts.ts'
import { intoView } from '../browse/find/into-view.ts'
import type { Browsing } from '../browse/use-browsing.ts'
import { IconClose } from '../kit/icons.tsx'
import { logoFamilies } from './variants.ts'
import '../browse/find/filter-chips.css'

export interface FamilyBarProps {
  readonly list: Resource<BrandAsset>
  readonly browsing: Browsing
}

/** The logos that have variants, each of which can be shown by itself; nothing where none has. */
export function FamilyBar({ list, browsing }: FamilyBarProps): VNode {
  const { items } = list.state.value
  const { family } = browsing.view.filters
  const families = useMemo(() => logoFamilies(items, family), [items, family])
  return (
    <>
      {families.map(({ key, label, count }) => {
        const isSet = key === family
        const clear = isSet ? `Clear filter ${label}` : undefined
        return (
          <button
            key={key}
            ref={isSet ? intoView : null}
            type="button"
            class={isSet ? 'chip chip-set' : 'chip'}
            aria-label={clear}
            title={clear ?? `${label}, ${countText(count, 'variants')}`}
            onClick={() => browsing.changeFilters({ family: isSet ? null : key })}
          >
            <span class="cut" dir="auto">
              {label}
            </span>
            <span class="chip-count">
              {count}
              <span class="hidden-text"> variants</span>
            </span>
            {isSet && <IconClose />}
          </button>
        )
      })}
    </>
  )
}
