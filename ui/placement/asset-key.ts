import type { BrandAsset } from '../../shared/brand.ts'

/** Tells assets apart across kinds and kits; ids alone are unique only within their own list. */
export function assetKey({ kind, kitId, id }: Pick<BrandAsset, 'kind' | 'kitId' | 'id'>): string {
  return JSON.stringify([kind, kitId, id])
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
