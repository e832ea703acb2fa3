import type { BrandAsset } from '../../../shared/brand.ts'
import { assetKey } from '../../brand/asset-key.ts'

/**
 * What is to be shown, as near as possible to what is on screen: what stays keeps its place, what is
 * gone leaves, and what is new comes after it in its own order.
 */
export function keepOrder(
  onScreen: readonly BrandAsset[],
  next: readonly BrandAsset[],
): readonly BrandAsset[] {
  if (onScreen.every((asset, index) => asset === next[index])) return next
  const arriving = new Map(next.map((asset) => [assetKey(asset), asset]))
  const staying = onScreen.flatMap((asset) => {
    const key = assetKey(asset)
    const same = arriving.get(key)
    arriving.delete(key)
    return same === undefined ? [] : [same]
  })
  const kept = [...staying, ...arriving.values()]
  const isAsBefore =
    kept.length === onScreen.length && kept.every((asset, index) => asset === onScreen[index])
  return isAsBefore ? onScreen : kept
}
