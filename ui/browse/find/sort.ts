import type { Option } from '../../kit/select.tsx'
import type { BrandAsset } from '../../../shared/brand.ts'
import { MEDIA_KINDS, mediaKind } from '../../assets/media-kind.ts'

export type Sort = 'cliquify' | 'name' | 'newest' | 'kind'

export const SORTS: readonly Option<Sort>[] = [
  { value: 'cliquify', label: 'As in Cliquify' },
  { value: 'name', label: 'Name' },
  { value: 'newest', label: 'Newest first' },
  { value: 'kind', label: 'Kind' },
]

type Order = (a: BrandAsset, b: BrandAsset) => number

/** Made when it is first needed: it takes 10 ms. */
let collator: Intl.Collator | undefined

/** As a person counts and spells: "Logo 2" before "Logo 10". */
export function compare(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true })
  return collator.compare(a, b)
}

const byName: Order = (a, b) => compare(a.name, b.name)

const ORDERS: Readonly<Record<Exclude<Sort, 'cliquify'>, Order>> = {
  name: byName,
  newest: (a, b) => compare(dateOf(b), dateOf(a)),
  kind: (a, b) => placeOfKind(a) - placeOfKind(b) || byName(a, b),
}

/** Those that are equal keep their order; what has no date comes last. */
export function sortAssets(assets: readonly BrandAsset[], sort: Sort): readonly BrandAsset[] {
  return sort === 'cliquify' ? assets : [...assets].sort(ORDERS[sort])
}

/** ISO dates in UTC compare as text; none comes before any of them. */
function dateOf({ updatedAt, createdAt }: BrandAsset): string {
  return updatedAt ?? createdAt ?? ''
}

function placeOfKind(asset: BrandAsset): number {
  return MEDIA_KINDS.findIndex(({ value }) => value === mediaKind(asset))
}
