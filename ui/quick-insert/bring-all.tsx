import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import type { Brand } from '../brand/brand.ts'
import type { Resource } from '../brand/resource.ts'
import { MOST_SUGGESTIONS } from '../brand/suggestions.ts'
import { useResource } from '../brand/use-resource.ts'
import { drawIcon } from './draw-icon.ts'

interface BringAllProps {
  readonly brand: Brand
  /** That of the kit whose logos are brought first. */
  readonly kitId: string | null
}

/** Out of sight while a person types: brings what quick insert can suggest, which the brand saves. */
export function BringAll({ brand, kitId }: BringAllProps): VNode {
  const { items } = useResource(brand.kits)
  // The chosen one comes a second time, when it is there already.
  const kits = [...items.filter(({ id }) => id === kitId), ...items]
  const logos = kits.flatMap((kit) => brand.logos(kit).state.value.items)
  useEffect(() => {
    void brand.icons.drawFor(logos, drawIcon).then(brand.flush)
  }, [brand, logos])
  return (
    <>
      <Bring list={brand.assets} />
      {kits.reduceRight<VNode | null>(
        (then, kit) => (
          <Bring key={kit.id} list={brand.logos(kit)} then={then} />
        ),
        null,
      )}
    </>
  )
}

interface BringProps {
  readonly list: Resource<BrandAsset>
  /** What is brought after it: two hundred kits at once would use up what a minute allows. */
  readonly then?: VNode | null
}

function Bring({ list, then = null }: BringProps): VNode | null {
  const { items, status, asOf, trouble } = useResource(list)
  const hasMore = status === 'waiting' && items.length < MOST_SUGGESTIONS
  useEffect(() => {
    if (hasMore) list.more()
  }, [list, items, hasMore])
  const isBusy = hasMore || status === 'loading' || (asOf !== null && trouble === null)
  return isBusy ? null : then
}
