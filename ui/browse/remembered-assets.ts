import { assetKey } from '../placement/asset-key.ts'
import type { BrandAsset } from '../../shared/brand.ts'

/** The asset before the others, each once; no more than `most` of its kind are kept. */
export function withFirst(
  assets: readonly BrandAsset[],
  first: BrandAsset,
  most: number,
): readonly BrandAsset[] {
  const others = without(assets, first)
  const ofKind = others.filter(({ kind }) => kind === first.kind)
  const leaving = new Set(ofKind.slice(most - 1))
  return [first, ...others.filter((asset) => !leaving.has(asset))]
}

export function without(assets: readonly BrandAsset[], asset: BrandAsset): readonly BrandAsset[] {
  const key = assetKey(asset)
  return assets.filter((each) => assetKey(each) !== key)
}

/** With what is newer in place of what is remembered; the same list where nothing is. */
export function refreshed(
  assets: readonly BrandAsset[],
  loaded: ReadonlyMap<string, BrandAsset>,
): readonly BrandAsset[] {
  const result = assets.map((asset) => {
    const newer = loaded.get(assetKey(asset))
    return newer === undefined || JSON.stringify(newer) === JSON.stringify(asset) ? asset : newer
  })
  return result.every((asset, index) => asset === assets[index]) ? assets : result
}
