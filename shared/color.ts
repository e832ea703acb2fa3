import { convertP3ToXyz65, convertRgbToXyz65, convertXyz65ToP3, convertXyz65ToRgb } from 'culori/fn'
import type { Rgba } from './brand.ts'

/** Less than half of an 8-bit step: what rounding alone can change. */
const TOLERANCE = 0.45 / 255

/** `#RRGGBB`, or `#RRGGBBAA` where the color is not opaque; upper case, as Figma writes it. */
export function hexOf({ r, g, b, a }: Rgba): string {
  // culori's own formatter brings its parser along, which the sandbox has no use for.
  const channels = a < 1 ? [r, g, b, a] : [r, g, b]
  const digits = channels.map((channel) =>
    Math.round(unit(channel) * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${digits.join('')}`.toUpperCase()
}

/** Whether two colors are the same but for rounding. */
export function sameColor(one: Rgba, other: Rgba): boolean {
  return (
    Math.abs(one.r - other.r) < TOLERANCE &&
    Math.abs(one.g - other.g) < TOLERANCE &&
    Math.abs(one.b - other.b) < TOLERANCE &&
    Math.abs(one.a - other.a) < TOLERANCE
  )
}

/** The Display P3 numbers that look like this sRGB color. */
export function srgbToDisplayP3({ r, g, b, a }: Rgba): Rgba {
  const p3 = convertXyz65ToP3(convertRgbToXyz65({ r, g, b }))
  return { r: unit(p3.r), g: unit(p3.g), b: unit(p3.b), a }
}

/** The sRGB numbers that look like this Display P3 color; outside 0–1 where sRGB cannot show it. */
export function displayP3ToSrgb({ r, g, b, a }: Rgba): Rgba {
  const srgb = convertXyz65ToRgb(convertP3ToXyz65({ r, g, b }))
  return { r: srgb.r, g: srgb.g, b: srgb.b, a }
}

function unit(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}
