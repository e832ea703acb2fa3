import type { BrandAsset } from '../../../shared/brand.ts'
import { isWithin } from '../../cliquify/domains.ts'

/**
 * The address of a small picture, or of the file itself where there is none; null without both. What
 * Figma would block is not even tried: it would only fill the console.
 */
export function thumbnailOf(
  asset: BrandAsset,
  domains: readonly string[] = __DOMAINS__,
): string | null {
  const { thumbnailUrl } = asset
  return thumbnailUrl !== null && isWithin(domains, thumbnailUrl)
    ? thumbnailUrl
    : fileToShow(asset, domains)
}

/** The address of the file itself, where a browser can show it, as far as the list tells. */
export function fileToShow(
  { format, url }: BrandAsset,
  domains: readonly string[] = __DOMAINS__,
): string | null {
  if (format === 'video' || format === 'pdf' || format === 'other') return null
  return url !== null && isWithin(domains, url) ? url : null
}
