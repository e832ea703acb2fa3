import {
  convertHslToRgb,
  convertHwbToRgb,
  convertLabToRgb,
  convertLchToLab,
  convertOklabToRgb,
  modeLrgb,
  modeP3,
  modeRgb,
  modeXyz50,
  modeXyz65,
  parse,
  parseHsl,
  parseHslLegacy,
  parseHwb,
  parseLab,
  parseLch,
  parseOklab,
  parseOklch,
  useMode as registerMode,
  useParser as registerParser,
} from 'culori/fn'
import type { Rgba } from '../../../shared/brand.ts'

type CssColor = NonNullable<ReturnType<typeof parse>>
type Rgb = ReturnType<typeof convertHslToRgb>

// The spaces of `color()`. Of the others only the parsers: their modes bring interpolation along.
for (const mode of [modeLrgb, modeP3, modeXyz50, modeXyz65]) registerMode(mode)
const toRgb = registerMode(modeRgb)
for (const parser of [
  parseHsl,
  parseHslLegacy,
  parseHwb,
  parseLab,
  parseLch,
  parseOklab,
  parseOklch,
]) {
  // @ts-expect-error: the types forget that a parser may refuse
  registerParser(parser)
}

/**
 * Reads any CSS color notation, also hex without its `#`, into sRGB.
 * Colors outside sRGB are clipped to it. Null where the text is no color.
 */
export function parseCssColor(text: string): Rgba | null {
  const trimmed = text.trim().toLowerCase()
  const bareHex = /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(trimmed)
  const color = read(bareHex ? `#${trimmed}` : trimmed)
  if (color === undefined) return null
  const { r, g, b, alpha } = srgbOf(color)
  return { r: unit(r), g: unit(g), b: unit(b), a: unit(alpha ?? 1) }
}

/** culori throws on some malformed functions, such as `oklch(0A)`, instead of refusing them. */
function read(text: string): CssColor | undefined {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

function srgbOf(color: CssColor): Rgb {
  const { mode } = color
  if (mode === 'hsl') return convertHslToRgb(color)
  if (mode === 'hwb') return convertHwbToRgb(color)
  if (mode === 'lab') return convertLabToRgb(color)
  if (mode === 'lch') return convertLabToRgb(convertLchToLab(color))
  if (mode === 'oklab') return convertOklabToRgb(color)
  if (mode === 'oklch') return convertOklabToRgb(convertLchToLab(color))
  return toRgb(color)
}

function unit(channel: number): number {
  return Number.isFinite(channel) ? Math.min(1, Math.max(0, channel)) : 0
}
