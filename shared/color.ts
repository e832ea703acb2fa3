import type { Rgba } from './brand.ts'

/** Less than half of an 8-bit step: what rounding alone can change. */
const TOLERANCE = 0.45 / 255

/** `#RRGGBB`, or `#RRGGBBAA` where the color is not opaque; upper case, as Figma writes it. */
export function hexOf({ r, g, b, a }: Rgba): string {
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

/** A color clipped to sRGB, and in Display P3 where it is wider by more than rounding. */
export function inGamut(color: Rgba): { readonly value: Rgba; readonly wide?: Rgba } {
  const { r, g, b, a } = color
  const value = { r: unit(r), g: unit(g), b: unit(b), a }
  const isWide = [r, g, b].some((part) => Math.abs(part - unit(part)) > TOLERANCE)
  return isWide ? { value, wide: srgbToDisplayP3(color) } : { value }
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
  const [x, y, z] = [linear(r), linear(g), linear(b)]
  const channel = ([rx, gx, bx]: Row): number => encoded(rx * x + gx * y + bx * z)
  return { r: channel(red), g: channel(green), b: channel(blue), a }
}

/** Relative luminance, from 0 to 1 (w3.org/TR/WCAG22, "relative luminance"). */
export function luminance({ r, g, b }: Pick<Rgba, 'r' | 'g' | 'b'>): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/** The transfer curve of both, mirrored below 0; see CSS Color 4, section 10. */
export function linear(channel: number): number {
  const size = Math.abs(channel)
  return size > 0.04045 ? Math.sign(channel) * ((size + 0.055) / 1.055) ** 2.4 : channel / 12.92
}

function encoded(light: number): number {
  const size = Math.abs(light)
  return size > 0.0031308 ? Math.sign(light) * (1.055 * size ** (1 / 2.4) - 0.055) : light * 12.92
}

function unit(channel: number): number {
  return Math.min(1, Math.max(0, channel))
}
