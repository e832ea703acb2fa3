import type { BrandAsset } from '../../shared/brand.ts'
import type { Provenance } from '../../shared/placement.ts'
import type { PlacedAsset } from '../../shared/update.ts'
import { grouped } from '../../shared/grouped.ts'
import { sourceOf, whyNotPlaceable } from '../placement/placeable.ts'
import { withoutQuery } from '../cliquify/decode/url.ts'

/** A layer with its asset as Cliquify has it now. */
export interface Match {
  readonly layer: PlacedAsset
  readonly asset: BrandAsset
}

/** One whose asset has a newer version. */
export type Outdated = Match

export interface Comparison {
  readonly outdated: readonly Outdated[]
  /** Layers that show the newest version. */
  readonly current: readonly Match[]
  /** Outdated layers that are locked, or in something locked. */
  readonly locked: readonly PlacedAsset[]
  /** Outdated layers whose newer version is in a format that Figma cannot place. */
  readonly unplaceable: readonly PlacedAsset[]
  /** Layers whose asset is no longer in Cliquify. */
  readonly gone: readonly PlacedAsset[]
  /** Layers whose list cannot be read, so that nothing can be said of them. */
  readonly unknown: readonly PlacedAsset[]
}

/** A list of Cliquify as the comparison needs it: what it holds now, or null where it cannot be read. */
export type Lists = Readonly<Record<BrandAsset['kind'], readonly BrandAsset[] | null>>

/** Sorts placed layers by whether their asset has changed since, and whether that can be shown. */
export function comparePlaced(placed: readonly PlacedAsset[], lists: Lists): Comparison {
  const outdated: Outdated[] = []
  const current: Match[] = []
  const left: { -readonly [K in keyof Omit<Comparison, 'outdated' | 'current'>]: PlacedAsset[] } = {
    locked: [],
    unplaceable: [],
    gone: [],
    unknown: [],
  }
  const known = { logo: byId(lists.logo), asset: byId(lists.asset), template: byId(lists.template) }
  for (const layer of placed) {
    const list = known[layer.provenance.kind]
    const asset = list === null ? null : find(list, layer.provenance)
    if (asset === null) left.unknown.push(layer)
    else if (asset === undefined) left.gone.push(layer)
    else if (!isOutdated(layer.provenance, asset)) current.push({ layer, asset })
    else if (whyNotPlaceable(asset) !== null) left.unplaceable.push(layer)
    else if (layer.locked) left.locked.push(layer)
    else outdated.push({ layer, asset })
  }
  return { outdated, current, ...left }
}

type ById = ReadonlyMap<string, readonly BrandAsset[]>

function byId(list: readonly BrandAsset[] | null): ById | null {
  return list && grouped(list, ({ id }) => id)
}

function find(list: ById, provenance: Provenance): BrandAsset | undefined {
  const sameId = list.get(provenance.assetId) ?? []
  // An id counts within its kit; a kit that only one side knows of does not tell two assets apart.
  return (
    sameId.find((asset) => asset.kitId === provenance.kitId) ??
    sameId.find((asset) => asset.kitId === null || provenance.kitId === null)
  )
}

/**
 * Whether an asset differs from what the layer shows: by its date where both have one, else by its
 * URL. What never arrived in full is outdated as well.
 */
export function isOutdated(provenance: Provenance, asset: BrandAsset): boolean {
  if (provenance.incomplete === true) return true
  if (provenance.version !== null && asset.updatedAt !== null) {
    return Date.parse(provenance.version) !== Date.parse(asset.updatedAt)
  }
  const source = sourceOf(asset)
  return source !== null && withoutQuery(source) !== withoutQuery(provenance.url)
}
