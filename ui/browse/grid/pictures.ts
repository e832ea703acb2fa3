import type { BrandAsset } from '../../../shared/brand.ts'
import { isWithin } from '../../cliquify/domains.ts'

/** The address of a small picture, or of the file itself where there is none; null without both. */
export function thumbnailOf(asset: BrandAsset): string | null {
  return [asset.thumbnailUrl, fileToShow(asset)].find((url) => url !== null && canShow(url)) ?? null
}

/** The address of the file itself, where a browser can show it, as far as the list tells. */
export function fileToShow({ format, url }: BrandAsset): string | null {
  if (format === 'video' || format === 'pdf' || format === 'other') return null
  return url !== null && canShow(url) ? url : null
}

/** What Figma would block is not even tried: it would only fill the console. */
function canShow(url: string): boolean {
  return isWithin(__DOMAINS__, url)
}
