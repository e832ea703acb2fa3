import type { BrandAsset } from '../../shared/brand.ts'
import { LOCALE } from '../../shared/locale.ts'
import { withoutFamily } from '../logos/variants.ts'
import { formatLabel } from '../placement/placeable.ts'

/** "SVG"; a picture of which the list does not tell the format is just that. */
export function kindText({ format }: Pick<BrandAsset, 'format'>): string {
  return formatLabel(format) ?? 'Picture'
}

/** As long as the formats that names end with; of “Press video” the video is no format. */
const LAST_WORD = /(?!^)[\s.,_–([-]{1,4}(\w{3,4})[)\]]?$/

/**
 * An asset's name without what is told beside it: its format, and the family of logos that is shown
 * by itself, where one is.
 */
export function captionText({ name, format }: BrandAsset, family: string | null): string {
  const told = name.replace(LAST_WORD, (end, word: string) =>
    word.toLowerCase().replace('jpg', 'jpeg') === format ? '' : end,
  )
  return family === null ? told : withoutFamily(told, family)
}

/** "640 × 480", or null where nobody tells. */
export function dimensionsText(dimensions: BrandAsset['dimensions']): string | null {
  return dimensions === null ? null : `${dimensions.width} × ${dimensions.height}`
}

/** "1:05", or "1:02:05" from an hour on, for seconds; null where nobody tells. */
export function durationText(seconds: number | null): string | null {
  if (seconds === null) return null
  const whole = Math.max(1, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = whole < 3600 ? parts.slice(1) : parts
  return shown.map((part, at) => (at === 0 ? part : String(part).padStart(2, '0'))).join(':')
}

/** One for all tiles, made when the first needs it: to make one takes 10 ms. */
let day: Intl.DateTimeFormat | undefined

/** "3 Mar 2026" for a time in ISO 8601, or null. */
export function dayText(time: string | null): string | null {
  const date = time === null ? null : new Date(time)
  if (date === null || Number.isNaN(date.getTime())) return null
  day ??= new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' })
  return day.format(date)
}

/** "1.2 MB"; of a thousand bytes to the kilobyte, as designers' systems count. */
export function fileSizeText(bytes: number | null): string | null {
  if (bytes === null) return null
  if (bytes < 1000) return `${bytes} B`
  const kilobytes = bytes / 1000
  if (kilobytes < 999.5) return `${Math.round(kilobytes)} kB`
  const megabytes = kilobytes / 1000
  return `${megabytes < 99.5 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
