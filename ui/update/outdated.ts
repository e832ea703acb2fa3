import type { BrandAsset } from '../../shared/brand.ts'
import type { PlacedAsset, Provenance } from '../../shared/protocol.ts'
import { assetKey } from '../placement/asset-key.ts'
import { sourceOf } from '../placement/placeable.ts'
import { withoutQuery } from '../placement/provenance.ts'

/** An asset with a newer version in Cliquify, and the layers that show an older one. */
export interface Outdated {
  readonly key: string
  readonly asset: BrandAsset
  readonly layers: readonly PlacedAsset[]
}

export interface Comparison {
  readonly outdated: readonly Outdated[]
  /** Layers that show the newest version. */
  readonly current: readonly PlacedAsset[]
  /** Layers whose asset is no longer in Cliquify. */
  readonly gone: readonly PlacedAsset[]
  /** Layers whose list this account does not offer, so that nothing can be said of them. */
  readonly unknown: readonly PlacedAsset[]
}

/** A list of Cliquify as the comparison needs it: what it holds now, or null where it is not offered. */
export interface Lists {
  readonly logo: readonly BrandAsset[] | null
  readonly asset: readonly BrandAsset[] | null
  readonly template: readonly BrandAsset[] | null
}

/** Sorts placed layers by whether their asset has changed since; layers of one asset stay together. */
export function comparePlaced(placed: readonly PlacedAsset[], lists: Lists): Comparison {
  const outdated = new Map<string, { key: string; asset: BrandAsset; layers: PlacedAsset[] }>()
  const current: PlacedAsset[] = []
  const gone: PlacedAsset[] = []
  const unknown: PlacedAsset[] = []
  for (const layer of placed) {
    const list = lists[layer.provenance.kind]
    if (list === null) {
      unknown.push(layer)
      continue
    }
    const asset = find(list, layer.provenance)
    if (asset === undefined) gone.push(layer)
    else if (!isOutdated(layer.provenance, asset)) current.push(layer)
    else {
      const key = assetKey(asset)
      const entry = outdated.get(key) ?? { key, asset, layers: [] }
      entry.layers.push(layer)
      outdated.set(key, entry)
    }
  }
  return { outdated: [...outdated.values()], current, gone, unknown }
}

function find(list: readonly BrandAsset[], provenance: Provenance): BrandAsset | undefined {
  const sameId = list.filter((asset) => asset.id === provenance.assetId)
  // An id counts within its kit; a kit that only one side knows of does not tell two assets apart.
  return (
    sameId.find((asset) => asset.kitId === provenance.kitId) ??
    sameId.find((asset) => asset.kitId === null || provenance.kitId === null)
  )
}

/** Whether an asset differs from what was placed: by its date where both have one, else by its URL. */
export function isOutdated(provenance: Provenance, asset: BrandAsset): boolean {
  if (provenance.version !== null && asset.updatedAt !== null) {
    return Date.parse(provenance.version) !== Date.parse(asset.updatedAt)
  }
  const source = sourceOf(asset)
  return source !== null && withoutQuery(source) !== withoutQuery(provenance.url)
}
