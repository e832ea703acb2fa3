import type { Gradient, Rgba } from '../../../shared/brand.ts'
import { parseCssColor } from './css-color.ts'
import { parseCssGradient } from './css-gradient.ts'
import {
  firstOf,
  isRecord,
  numberOf,
  own,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'

/** A color as it was written, and what it means. */
export interface ReadColor {
  readonly value: Rgba
  readonly gradient?: Gradient
  readonly notation: string
}

/** Fields that hold a color's value, the most telling first. */
const VALUE_KEYS = [
  'hex',
  'hex_code',
  'hexCode',
  'hex_value',
  'value',
  'color',
  'colour',
  'color_code',
  'code',
  'rgb',
  'rgba',
  'hsl',
  'css',
]
const ALPHA_KEYS = ['alpha', 'a', 'opacity']
const MAX_NOTATION = 200
const MAX_DEPTH = 4

/** Whether a record is one color, perhaps without a value, rather than colors by name. */
export function isColorRecord(record: JsonRecord): boolean {
  return VALUE_KEYS.some((key) => Object.hasOwn(record, key)) || hasChannels(record)
}

/** Reads a color out of whatever a value may be; null where it holds none. */
export function readColor(source: unknown, depth = 0): ReadColor | null {
  if (depth > MAX_DEPTH) return null
  if (typeof source === 'string') return fromText(source)
  if (Array.isArray(source)) return fromChannels(source)
  if (!isRecord(source)) return null
  for (const key of VALUE_KEYS) {
    const field = own(source, key)
    const read =
      typeof field === 'number' && key.startsWith('hex')
        ? fromText(`#${String(field).padStart(6, '0')}`)
        : readColor(field, depth + 1)
    if (read !== null) return withAlpha(read, source)
  }
  if (!hasChannels(source)) return null
  const [r, g, b] = CHANNELS.map((keys) => firstOf(source, keys))
  return fromChannels([r, g, b, firstOf(source, ALPHA_KEYS)])
}

/** What was written where a color was expected, for the report. */
export function writtenValue(source: unknown): string | null {
  if (typeof source === 'string') return source
  if (!isRecord(source)) return null
  const field = firstOf(source, VALUE_KEYS)
  return typeof field === 'string' || typeof field === 'number' ? String(field) : null
}

const CHANNELS = [
  ['r', 'red'],
  ['g', 'green'],
  ['b', 'blue'],
]

function hasChannels(record: JsonRecord): boolean {
  return CHANNELS.every((keys) => firstOf(record, keys) !== undefined)
}

function fromText(text: string): ReadColor | null {
  const notation = text.trim()
  if (notation === '' || notation.length > MAX_NOTATION) return null
  const bareChannels = /^[\d.]+%?(?:\s*,\s*[\d.]+%?){2,3}$/.test(notation)
  const css = bareChannels ? `rgb(${notation})` : notation.replace(/^0x/i, '#').replace(/;$/, '')
  const value = parseCssColor(css)
  if (value !== null) return { value, notation }
  const gradient = parseCssGradient(css)
  const first = gradient?.stops[0]
  if (gradient === null || first === undefined) return null
  return { value: first.color, gradient, notation }
}

/**
 * Numbers from 0 to 255, as PHP applications write them. They are read as 0 to 1 only where all
 * three are at most 1 and one has a fraction: `1, 1, 1` is nearly black.
 */
function fromChannels(channels: readonly unknown[]): ReadColor | null {
  if (channels.length < 3 || channels.length > 4) return null
  const [r, g, b] = channels.slice(0, 3).map(numberOf)
  if (typeof r !== 'number' || typeof g !== 'number' || typeof b !== 'number') return null
  const numbers = [r, g, b]
  const isUnit = numbers.every((n) => n <= 1) && numbers.some((n) => !Number.isInteger(n))
  const scale = isUnit ? 1 : 255
  if (numbers.some((n) => n < 0 || n > scale)) return null
  const alpha = alphaOf(channels[3]) ?? 1
  const written = numbers.join(', ')
  return {
    value: { r: r / scale, g: g / scale, b: b / scale, a: alpha },
    notation: alpha === 1 ? `rgb(${written})` : `rgba(${written}, ${alpha})`,
  }
}

/** An alpha beside a value counts where the notation itself is opaque. */
function withAlpha(color: ReadColor, record: JsonRecord): ReadColor {
  const alpha = alphaOf(firstOf(record, ALPHA_KEYS))
  if (alpha === null || color.value.a < 1 || color.gradient !== undefined) return color
  return { ...color, value: { ...color.value, a: alpha } }
}

/** 0 to 1; above 1 a percentage, above 100 a byte. */
function alphaOf(value: unknown): number | null {
  const percent = typeof value === 'string' && value.trim().endsWith('%')
  const number = numberOf(percent ? value.trim().slice(0, -1) : value)
  if (number === null || number < 0 || number > 255) return null
  if (percent) return Math.min(1, number / 100)
  if (number <= 1) return number
  return number <= 100 ? number / 100 : number / 255
}
