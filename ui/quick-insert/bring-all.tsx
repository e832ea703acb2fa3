import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import type { Brand } from '../brand/brand.ts'
import type { Resource } from '../brand/resource.ts'
import { MOST_SUGGESTIONS } from '../brand/suggestions.ts'
import { useResource } from '../brand/use-resource.ts'

/** Out of sight while a person types: brings what quick insert can suggest, which the brand saves. */
export function BringAll({ brand }: { readonly brand: Brand }): VNode {
  const { items } = useResource(brand.kits)
  return (
    <>
      <Bring list={brand.assets} />
      {items.map((kit) => (
        <Bring key={kit.id} list={brand.logos(kit)} />
      ))}
    </>
  )
}

function Bring({ list }: { readonly list: Resource<BrandAsset> }): null {
  const { items, status } = useResource(list)
  useEffect(() => {
    if (status === 'waiting' && items.length < MOST_SUGGESTIONS) list.more()
  }, [list, items, status])
  return null
}
