import type { BrandAsset } from '../../shared/brand.ts'

type Identified = Pick<BrandAsset, 'kind' | 'kitId' | 'id'>

/** Long lists are compared by their keys at each change. */
const keys = new WeakMap<Identified, string>()

/** Tells assets apart across kinds and kits; ids alone are unique only within their own list. */
export function assetKey(asset: Identified): string {
  const known = keys.get(asset)
  if (known !== undefined) return known
  const key = JSON.stringify([asset.kind, asset.kitId, asset.id])
  keys.set(asset, key)
  return key
}
