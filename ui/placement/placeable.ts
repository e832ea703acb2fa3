import type { BrandAsset, MediaFormat } from '../../shared/brand.ts'
import { refusal } from '../media/refusal.ts'

/** The most that are placed at once; each is downloaded and drawn. */
export const MOST_AT_ONCE = 200

/** The address of what would be placed: the file itself, or else its picture. Null without both. */
export function sourceOf(asset: BrandAsset): string | null {
  return asset.url ?? asset.thumbnailUrl
}

export function noFileText(name: string): string {
  return `Cliquify gives no file for “${name}”. Check it in Cliquify.`
}

/** Why an asset cannot be placed, one sentence for people; null when it can. */
export function whyNotPlaceable(asset: BrandAsset): string | null {
  const { format, name } = asset
  if (format === 'pdf' || format === 'other') return refusal(format, name).message
  return sourceOf(asset) === null ? noFileText(name) : null
}

/** Formats whose label is not their name in capitals. */
const LABELS: Partial<Record<MediaFormat, string>> = {
  webp: 'WebP',
  video: 'Video',
  other: 'File',
}

/** A word for the badge on a tile; null where the list does not tell the format. */
export function formatLabel(format: MediaFormat | null): string | null {
  return format && (LABELS[format] ?? format.toUpperCase())
}
