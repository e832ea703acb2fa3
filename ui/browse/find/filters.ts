import type { BrandAsset } from '../../../shared/brand.ts'
import { mediaKind, type MediaKind } from '../../assets/media-kind.ts'
import { logoFamily } from '../../logos/variants.ts'

/** What narrows a list; an asset must meet all of it. */
export interface Filters {
  readonly favouritesOnly: boolean
  readonly recentOnly: boolean
  /** In this folder or in one inside it. */
  readonly folderId: string | null
  readonly kind: MediaKind | null
  /** Tagged with all of these. */
  readonly tags: readonly string[]
  /** A variant of this logo; see `logoFamily`. */
  readonly family: string | null
}

export const NO_FILTERS: Filters = {
  favouritesOnly: false,
  recentOnly: false,
  folderId: null,
  kind: null,
  tags: [],
  family: null,
}

/** Whether only what this device remembers is asked for, so that nothing need be loaded for it. */
export function isOfMemory({ favouritesOnly, recentOnly }: Filters): boolean {
  return favouritesOnly || recentOnly
}

export function anyFilter(filters: Filters): boolean {
  const { folderId, kind, tags, family } = filters
  const narrows = folderId !== null || kind !== null || tags.length > 0 || family !== null
  return isOfMemory(filters) || narrows
}

/**
 * Whether an asset meets folder, kind, tags and family. `inside` holds the chosen folder's id and
 * those of all inside it.
 */
export function meets(
  asset: BrandAsset,
  { folderId, kind, tags, family }: Filters,
  inside: ReadonlySet<string>,
): boolean {
  return (
    (folderId === null || asset.folderIds.some((id) => inside.has(id))) &&
    (kind === null || mediaKind(asset) === kind) &&
    tags.every((tag) => asset.tags.includes(tag)) &&
    (family === null || logoFamily(asset.name) === family)
  )
}

/** The tags that these assets carry, with how many carry each. */
export function tagCounts(assets: readonly BrandAsset[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const tag of assets.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return counts
}
