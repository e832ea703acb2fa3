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

/** The first of each asset: a list that shifts between two pages repeats some of them. */
export function distinctAssets(assets: readonly BrandAsset[]): readonly BrandAsset[] {
  const seen = new Set<string>()
  return assets.filter((asset) => {
    const key = assetKey(asset)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
