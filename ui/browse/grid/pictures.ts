import type { BrandAsset } from '../../../shared/brand.ts'
import { isWithin } from '../../cliquify/domains.ts'

/** Assets as their list told them anew, where a signed address of theirs had expired. */
const renewed = new WeakMap<BrandAsset, BrandAsset>()

/** Whether what the list tells now has another address for the small picture, or for the file. */
export function noteRenewed(asset: BrandAsset, now: BrandAsset | null): boolean {
  if (now === null) return false
  const before = [thumbnailOf(asset), fileToShow(asset)]
  renewed.set(asset, now)
  return thumbnailOf(now) !== before[0] || fileToShow(now) !== before[1]
}

/** The address of a small picture, or of the file itself where there is none; null without both. */
export function thumbnailOf(asset: BrandAsset): string | null {
  const { thumbnailUrl } = renewed.get(asset) ?? asset
  return [thumbnailUrl, fileToShow(asset)].find((url) => url !== null && canShow(url)) ?? null
}

/** The address of the file itself, where a browser can show it, as far as the list tells. */
export function fileToShow(asset: BrandAsset): string | null {
  const { format, url } = renewed.get(asset) ?? asset
  if (format === 'video' || format === 'pdf' || format === 'other') return null
  return url !== null && canShow(url) ? url : null
}

/** What Figma would block is not even tried: it would only fill the console. */
function canShow(url: string): boolean {
  return isWithin(__DOMAINS__, url)
}
