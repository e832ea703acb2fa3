import type { Rgba } from '../../../shared/brand.ts'
import { numberWith } from './css-text.ts'

/** How the numbers of a color are meant. */
export type ColorModel = 'rgb' | 'hsl' | 'hsv' | 'hwb' | 'lab' | 'lch' | 'oklab' | 'oklch' | 'cmyk'

const HUE = ['h', 'hue']
const SATURATION = ['s', 'saturation', 'sat']
const LIGHTNESS = ['l', 'lightness', 'luminosity']
const LAB = [LIGHTNESS, ['a'], ['b']]
const LCH = [LIGHTNESS, ['c', 'chroma'], HUE]

/** The channels of each model, by the names that they have as fields, in lower case. */
export const CHANNELS: Readonly<Record<ColorModel, readonly (readonly string[])[]>> = {
  rgb: [
    ['r', 'red'],
    ['g', 'green'],
    ['b', 'blue'],
  ],
  cmyk: [
    ['c', 'cyan'],
    ['m', 'magenta'],
    ['y', 'yellow'],
    ['k', 'key', 'black'],
  ],
  hsl: [HUE, SATURATION, LIGHTNESS],
  hsv: [HUE, SATURATION, ['v', 'value', 'b', 'brightness']],
  hwb: [HUE, ['w', 'whiteness'], ['b', 'blackness']],
  lab: LAB,
  lch: LCH,
  oklab: LAB,
  oklch: LCH,
}

/** The model that a field or a label is named after, such as `rgba` or `HSB`; null for any other. */
export function modelNamed(name: string): ColorModel | null {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '')
  const bare = plain.replace(/^(?:cie|device)|a$/g, '').replace('hsb', 'hsv')
  return MODELS.find((model) => model === bare) ?? null
}

export const MODELS = Object.keys(CHANNELS) as readonly ColorModel[]

/** What `1, 1, 1` is among the numbers of an RGB color: white, or nearly black. */
export type RgbScale = 'unit' | 'byte'

/**
 * The color in CSS; null where the numbers are none of this model, or where CSS has no such model.
 * HSL, HSV and HWB are taken in percent, or from 0 to 1 where no number is larger.
 */
export function cssOf(
  model: ColorModel,
  parts: readonly unknown[],
  alpha: number,
  scale: RgbScale,
): string | null {
  if (model === 'cmyk' || parts.length !== 3) return null
  const channels = parts.map(channelOf)
  const numbers = channels.map((channel) => channel?.number ?? NaN)
  const [hue = NaN, two = NaN, three = NaN] = numbers
  if (Number.isNaN(hue + two + three)) return null
  const css = (name: string, list: readonly (number | string)[]): string =>
    `${name}(${list.join(' ')}${alpha < 1 ? ` / ${alpha}` : ''})`
  const areWithin = (most: number): boolean =>
    numbers.every((number) => number >= 0 && number <= most)
  switch (model) {
    case 'rgb': {
      const arePercent = channels.every((channel) => channel?.unit === '%')
      if (arePercent) return css('rgb', percentages(numbers))
      const areUnits = scale === 'unit' || !numbers.every(Number.isInteger)
      if (areUnits && areWithin(1)) return css('color', ['srgb', ...numbers])
      return areWithin(255) ? css('rgb', numbers) : null
    }
    case 'hsl':
    case 'hwb':
    case 'hsv': {
      const percent = two <= 1 && three <= 1 ? 100 : 1
      const [s, v] = [two * percent, three * percent]
      if (!(s >= 0 && v >= 0 && s <= 100 && v <= 100)) return null
      if (model !== 'hsv') return css(model, [hue, ...percentages([s, v])])
      // HWB tells the same color with white and black instead of saturation and value.
      return css('hwb', [hue, ...percentages([((100 - s) * v) / 100, 100 - v])])
    }
    case 'lab':
    case 'lch':
    case 'oklab':
    case 'oklch':
      return css(model, numbers)
  }
}

function percentages(numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `${number}%`)
}

interface Channel {
  readonly number: number
  readonly unit: '' | '%'
}

/** A number as it is, or written: with a percent or a degree sign, or with a unit of an angle. */
export function channelOf(part: unknown): Channel | null {
  if (typeof part === 'number') return Number.isFinite(part) ? { number: part, unit: '' } : null
  if (typeof part !== 'string') return null
  const text = part.trim().toLowerCase().replace(/°$/, 'deg')
  const number = numberWith(text, { '': 1, '%': 1, deg: 1 })
  return number === null ? null : { number, unit: text.endsWith('%') ? '%' : '' }
}

/** The plain formula, without the profile of any press: 0–100 each, or 0–1 where none is larger. */
export function approximateCmyk(parts: readonly unknown[]): Rgba | null {
  const numbers = parts.map((part) => channelOf(part)?.number ?? NaN)
  const full = numbers.every((number) => number <= 1) ? 1 : 100
  const [c = NaN, m = NaN, y = NaN, k = NaN] = numbers.map((number) => number / full)
  if (numbers.length !== 4 || numbers.some((number) => !(number >= 0 && number <= full)))
    return null
  const channel = (ink: number): number => (1 - ink) * (1 - k)
  return { r: channel(c), g: channel(m), b: channel(y), a: 1 }
}

/** 0 to 1; above 1 a percentage, above 100 a byte. */
export function alphaOf(value: unknown): number | null {
  const channel = channelOf(value)
  if (channel === null || channel.number < 0 || channel.number > 255) return null
  const { number, unit } = channel
  if (unit === '%') return Math.min(1, number / 100)
  if (number <= 1) return number
  return number <= 100 ? number / 100 : number / 255
}
