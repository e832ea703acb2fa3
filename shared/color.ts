import { convertLrgbToRgb, convertRgbToLrgb } from 'culori/fn'
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
export function srgbToDisplayP3(color: Rgba): Rgba {
  const { r, g, b, a } = throughMatrix(TO_DISPLAY_P3, color)
  return { r: unit(r), g: unit(g), b: unit(b), a }
}

/** The sRGB numbers that look like this Display P3 color; outside 0–1 where sRGB cannot show it. */
export function displayP3ToSrgb(color: Rgba): Rgba {
  return throughMatrix(TO_SRGB, color)
}

type Row = readonly [r: number, g: number, b: number]
type Matrix = readonly [r: Row, g: Row, b: Row]

/** sRGB and Display P3 share white and transfer curve: between their linear lights lies a matrix. */
const TO_DISPLAY_P3: Matrix = [
  [0.8224619687, 0.1775380313, 0],
  [0.0331941989, 0.9668058011, 0],
  [0.0170826307, 0.0723974407, 0.9105199286],
]
const TO_SRGB: Matrix = [
  [1.2249401763, -0.2249401763, 0],
  [-0.0420569547, 1.0420569547, 0],
  [-0.0196375546, -0.0786360456, 1.0982736001],
]

function throughMatrix([red, green, blue]: Matrix, { r, g, b, a }: Rgba): Rgba {
  const light = convertRgbToLrgb({ r, g, b })
  const sum = ([x, y, z]: Row): number => x * light.r + y * light.g + z * light.b
  const rgb = convertLrgbToRgb({ r: sum(red), g: sum(green), b: sum(blue) })
  return { r: rgb.r, g: rgb.g, b: rgb.b, a }
}

function unit(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}
