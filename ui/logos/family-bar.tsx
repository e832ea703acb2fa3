import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import type { Resource } from '../brand/resource.ts'
import { Chip } from '../browse/find/chip.tsx'
import { countText } from '../browse/find/find-texts.ts'
import type { Browsing } from '../browse/use-browsing.ts'
import { logoFamilies } from './variants.ts'

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
        return (
          <Chip
            key={key}
            label={label}
            title={`${label}, ${countText(count, 'variants')}`}
            isSet={isSet}
            onClick={() => browsing.changeFilters({ family: isSet ? null : key })}
          >
            <span class="chip-count">
              {count}
              <span class="hidden-text"> variants</span>
            </span>
          </Chip>
        )
      })}
    </>
  )
}
