import {
  convertHslToRgb,
  convertHwbToRgb,
  convertLabToRgb,
  convertLchToLab,
  convertLrgbToRgb,
  convertOklabToRgb,
  convertP3ToXyz65,
  convertXyz50ToRgb,
  convertXyz65ToRgb,
  modeRgb,
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
type Numbers = Omit<Rgb, 'mode'>

// Only the parsers: culori's modes of the other spaces bring interpolation along.
registerMode(modeRgb)
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

const fromXyz = ({ r, g, b }: Numbers): Rgb => convertXyz65ToRgb({ x: r, y: g, z: b })

/** The spaces of `color()`, whose three numbers are read as those of sRGB. */
const SPACES: ReadonlyMap<string, (numbers: Numbers) => Numbers> = new Map([
  ['srgb', (numbers: Numbers) => numbers],
  ['srgb-linear', convertLrgbToRgb],
  ['display-p3', (numbers) => convertXyz65ToRgb(convertP3ToXyz65(numbers))],
  ['xyz', fromXyz],
  ['xyz-d65', fromXyz],
  ['xyz-d50', ({ r, g, b }) => convertXyz50ToRgb({ x: r, y: g, z: b })],
])

/**
 * Reads any CSS color notation, also hex without its `#`, into sRGB.
 * Colors outside sRGB are clipped to it. Null where the text is no color.
 */
export function parseCssColor(text: string): Rgba | null {
  const trimmed = text.trim().toLowerCase()
  const bareHex = /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(trimmed)
  const name = /^color\(\s*([\w-]+)/.exec(trimmed)?.[1] ?? 'srgb'
  const toSrgb = SPACES.get(name)
  const color = read(bareHex ? `#${trimmed}` : trimmed.replace(name, 'srgb'))
  const numbers = color === undefined ? null : srgbOf(color)
  if (numbers === null || toSrgb === undefined) return null
  const { r, g, b } = toSrgb(numbers)
  return { r: unit(r), g: unit(g), b: unit(b), a: unit(numbers.alpha ?? 1) }
}

/** culori throws on some malformed functions, such as `oklch(0A)`, instead of refusing them. */
function read(text: string): CssColor | undefined {
  try {
    return parse(text)
  } catch {
    return undefined
  }
}

function srgbOf(color: CssColor): Rgb | null {
  const { mode } = color
  if (mode === 'hsl') return convertHslToRgb(color)
  if (mode === 'hwb') return convertHwbToRgb(color)
  if (mode === 'lab') return convertLabToRgb(color)
  if (mode === 'lch') return convertLabToRgb(convertLchToLab(color))
  if (mode === 'oklab') return convertOklabToRgb(color)
  if (mode === 'oklch') return convertOklabToRgb(convertLchToLab(color))
  return mode === 'rgb' ? color : null
}

function unit(channel: number): number {
  return Number.isFinite(channel) ? Math.min(1, Math.max(0, channel)) : 0
}
