import type { Gradient, Rgba } from '../../../shared/brand.ts'
import { hexOf } from '../../../shared/color.ts'
import { isRecord, nameOf, numberOf, own, type JsonRecord } from '../../../shared/cliquify/value.ts'
import {
  alphaOf,
  approximateCmyk,
  channelOf,
  CHANNELS,
  cssOf,
  modelNamed,
  MODELS,
  type ColorModel,
  type RgbScale,
} from './color-models.ts'
import { inGamut } from '../../../shared/color.ts'
import { parseWideColor } from './css-color.ts'
import { readCssGradient } from './css-gradient.ts'
import { cssOfGradient } from './gradient-record.ts'
import { asCss, readNumbers } from './pasted-color.ts'

/** A color as it was written, and what it means. */
export interface ReadColor {
  readonly value: Rgba
  /** Only where it is wider than sRGB: its numbers in Display P3, from 0 to 1. */
  readonly wide?: Rgba
  readonly gradient?: Gradient
  readonly notation: string
}

/** Fields that hold a color's value, the most telling first; see `plainKey`. */
const VALUE_FIELDS = [
  'hex',
  'hexcode',
  'hexvalue',
  'hexcolor',
  'colorhex',
  '$value',
  'value',
  'color',
  'colorvalue',
  'colorcode',
  'code',
  'rgb',
  'rgba',
  'hsl',
  'hsla',
  'css',
  'gradient',
  'hsv',
  'hsb',
  'hwb',
  'oklch',
  'oklab',
  'lab',
  'lch',
  'cmyk',
]
/** Fields that name an ink or a paint. */
const SPOT_FIELDS = ['pantone', 'pms', 'ral', 'ncs', 'hks', 'spotcolor', 'spot']
const ALPHA_FIELDS = ['alpha', 'opacity', 'a']
const MAX_TEXT = 2_000
const MAX_DEPTH = 4

/** A record's fields by their names in lower case and without separators; null counts as absent. */
function fieldsOf(record: JsonRecord): ReadonlyMap<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    const name = plainKey(key)
    if (value != null && !fields.has(name)) fields.set(name, value)
  }
  return fields
}

/** The first of these fields that is there. */
function firstIn(fields: ReadonlyMap<string, unknown>, names: readonly string[]): unknown {
  return names.map((name) => fields.get(name)).find((value) => value !== undefined)
}

/** In lower case, without separators, and in American spelling. */
function plainKey(key: string): string {
  return key
    .toLowerCase()
    .replace(/[^a-z0-9$]/g, '')
    .replace('colour', 'color')
}

/** Whether a field by this name holds the value of its record's color. */
export function isValueField(key: string): boolean {
  return VALUE_FIELDS.includes(plainKey(key))
}

/** Whether a record is about one color, perhaps without a value that can be read. */
export function isAboutColor(record: JsonRecord): boolean {
  const fields = fieldsOf(record)
  return [...VALUE_FIELDS, ...SPOT_FIELDS].some((field) => fields.has(field))
}

/** Reads a color out of whatever a value may be; null where it holds none. */
export function readColor(source: unknown, scale: RgbScale = 'byte'): ReadColor | null {
  return readField('', source, scale, 0)
}

function readField(
  field: string,
  source: unknown,
  scale: RgbScale,
  depth: number,
): ReadColor | null {
  if (depth > MAX_DEPTH) return null
  if (typeof source === 'string') return fromText(field, source, scale)
  if (typeof source === 'number') return fromNumber(field, source)
  if (Array.isArray(source)) {
    const parts: readonly unknown[] = source
    return parts.every((part) => typeof part === 'number' || typeof part === 'string')
      ? fromNumbers(modelNamed(field), parts, scale)
      : null
  }
  if (!isRecord(source)) return null
  return readGradient(source, scale, depth) ?? fromFields(field, fieldsOf(source), scale, depth)
}

/** Reads a gradient whose parts are fields; null where there is none. */
export function readGradient(source: JsonRecord, scale: RgbScale, depth = 0): ReadColor | null {
  const css = cssOfGradient(source, (stop) => {
    // It may tell its place as well.
    if (typeof stop === 'string') return stop
    const color = readField('', stop, scale, depth + 1)
    if (color === null || color.gradient !== undefined) return null
    // No hex is wider than sRGB.
    return color.wide === undefined ? hexOf(color.value) : color.notation
  })
  return css === null ? null : fromText('', css, scale)
}

function fromFields(
  called: string,
  fields: ReadonlyMap<string, unknown>,
  scale: RgbScale,
  depth: number,
): ReadColor | null {
  const token = fromToken(fields)
  if (token !== null) return token
  for (const field of VALUE_FIELDS) {
    const value = fields.get(field)
    if (value === undefined) continue
    const read = readField(field, value, scale, depth + 1)
    if (read !== null) return withAlpha(read, fields)
  }
  const channels = channelsIn(fields, modelNamed(called))
  if (channels === null) return null
  const { model, parts } = channels
  return fromNumbers(model, [...parts, alphaIn(fields, model)], scale)
}

/** `{ colorSpace, components, alpha }`, see designtokens.org. */
function fromToken(fields: ReadonlyMap<string, unknown>): ReadColor | null {
  const [space, components] = [fields.get('colorspace'), fields.get('components')]
  if (typeof space !== 'string' || !Array.isArray(components)) return null
  const parts: readonly unknown[] = components
  const isPercent = /^(?:hsl|hwb)$/i.test(space)
  const list = parts.map((part, index) => {
    if (part === 'none') return 'none'
    return `${numberOf(part) ?? NaN}${isPercent && index > 0 ? '%' : ''}`
  })
  const model = modelNamed(space)
  const inside = `${list.join(' ')} / ${alphaOf(fields.get('alpha')) ?? 1}`
  const css = model === null ? `color(${space} ${inside})` : `${model}(${inside})`
  return fromCss(css, css)
}

/** The numbers of a color that stand as fields of their own, of whichever model they complete. */
function channelsIn(
  fields: ReadonlyMap<string, unknown>,
  named: ColorModel | null = null,
): { readonly model: ColorModel; readonly parts: readonly unknown[] } | null {
  for (const model of named === null ? MODELS : [named, ...MODELS]) {
    const parts = CHANNELS[model].map((names) => firstIn(fields, names))
    if (parts.every((part) => channelOf(part) !== null)) return { model, parts }
  }
  return null
}

function alphaIn(fields: ReadonlyMap<string, unknown>, model: ColorModel): unknown {
  const names = CHANNELS[model].flat().includes('a') ? ALPHA_FIELDS.slice(0, 2) : ALPHA_FIELDS
  return firstIn(fields, names)
}

function fromText(field: string, text: string, scale: RgbScale): ReadColor | null {
  const notation = text.trim()
  if (notation === '' || notation.length > MAX_TEXT) return null
  const css = asCss(notation)
  // A number of an ink or a paint, such as 286 or 485C, is no short hex.
  const isCode = field !== 'hexcode' && field.endsWith('code')
  if (isCode && /^\d{3}[\da-f]?$/i.test(css)) return null
  const color = fromCss(css, notation)
  if (color !== null) return color
  const gradient = readCssGradient(css)
  if (typeof gradient === 'string') return null
  const first = gradient?.stops[0]
  if (gradient !== null && first !== undefined) {
    const wide = gradient.stops.find((stop) => stop.wide)?.wide
    return { value: first.color, ...(wide && { wide }), gradient, notation }
  }
  const numbers = readNumbers(notation, modelNamed(field))
  const read = numbers === null ? null : fromNumbers(numbers.model, numbers.parts, scale)
  return read && { ...read, notation }
}

/** The fewest that a number under `value` must be, to be a color and not a place in a list. */
const LEAST_VALUE = 0x10000

/** Digits of a hex that became a number, or the 24 or 32 bits of a color, its alpha first. */
function fromNumber(field: string, number: number): ReadColor | null {
  if (!Number.isInteger(number) || Math.abs(number) > 0xffffffff) return null
  if (field.startsWith('hex') && number >= 0 && number <= 999_999) {
    return fromText(field, `#${String(number).padStart(6, '0')}`, 'byte')
  }
  const isMeant = /^hex|color|rgb/.test(field) && !field.endsWith('code')
  const isLarge = field.endsWith('value') && Math.abs(number) >= LEAST_VALUE
  if (!isMeant && !isLarge) return null
  const bits = (number >>> 0).toString(16)
  const length = number >= 0 && number <= 0xffffff ? 6 : 8
  const read = fromText('', `0x${bits.padStart(length, '0')}`, 'byte')
  return read === null ? null : { ...read, notation: hexOf(read.value) }
}

/**
 * Numbers of a model, perhaps with an alpha. Without a model they are RGB; four of them only where
 * they cannot be CMYK as well.
 */
function fromNumbers(
  model: ColorModel | null,
  parts: readonly unknown[],
  scale: RgbScale,
): ReadColor | null {
  const { length } = CHANNELS[model ?? 'rgb']
  if (parts.length > length + 1) return null
  const last = parts[length]
  if (model === null && last !== undefined && mayBeCmyk(parts)) return null
  const css = cssOf(model ?? 'rgb', parts.slice(0, length), alphaOf(last) ?? 1, scale)
  return css === null ? null : fromCss(css, css)
}

function fromCss(css: string, notation: string): ReadColor | null {
  const color = parseWideColor(css)
  return color && { ...inGamut(color), notation }
}

function mayBeCmyk(parts: readonly unknown[]): boolean {
  const numbers = parts.map((part) => numberOf(part) ?? NaN)
  const [last = NaN] = numbers.slice(-1)
  return numbers.every((number) => number <= 100) && (last === 0 || last > 1)
}

/** An alpha beside a value counts where the notation itself is opaque. */
function withAlpha(color: ReadColor, fields: ReadonlyMap<string, unknown>): ReadColor {
  const alpha = alphaOf(alphaIn(fields, 'rgb'))
  if (alpha === null || color.value.a < 1 || color.gradient !== undefined) return color
  const { value, wide } = color
  return { ...color, value: { ...value, a: alpha }, ...(wide && { wide: { ...wide, a: alpha } }) }
}

/** Whether the RGB numbers in a list go from 0 to 1: none is larger. */
export function rgbScaleOf(content: unknown): RgbScale {
  return hasLargeChannel(content, 0) ? 'byte' : 'unit'
}

/** As deep as a list of colors is read, and the color in it. */
const MAX_LIST_DEPTH = 12

function hasLargeChannel(source: unknown, depth: number): boolean {
  if (depth > MAX_LIST_DEPTH) return false
  if (typeof source === 'string') {
    const numbers = source.length > 100 ? null : readNumbers(source, null)
    return numbers !== null && isLarge(numbers.parts)
  }
  if (Array.isArray(source)) {
    const parts: readonly unknown[] = source
    if (parts.length <= 4 && isLarge(parts)) return true
    return parts.some((part) => hasLargeChannel(part, depth + 1))
  }
  if (!isRecord(source)) return false
  const rgb = CHANNELS.rgb.map(([name = '']) => own(source, name))
  return isLarge(rgb) || Object.values(source).some((part) => hasLargeChannel(part, depth + 1))
}

function isLarge(parts: readonly unknown[]): boolean {
  const numbers = parts.slice(0, 3).map((part) => numberOf(part) ?? NaN)
  return numbers.length === 3 && Math.max(...numbers) > 1
}

/** Why there is no color in what stands where one was expected, in a sentence for people. */
export function whyUnread(source: unknown): string {
  const fields = isRecord(source) ? fieldsOf(source) : new Map<string, unknown>()
  const cmyk = cmykIn(source, fields)
  if (cmyk !== null) {
    return `It is CMYK, about ${cmyk} in RGB. Add its RGB or hex value in Cliquify.`
  }
  const spot = firstIn(fields, SPOT_FIELDS)
  const written = nameOf(writtenIn(source, fields) ?? spot)
  if (written === null) return 'It has no color value.'
  const quoted = `“${written.length > 40 ? `${written.slice(0, 40)}…` : written}”`
  const gradient = readCssGradient(written)
  if (typeof gradient === 'string') return gradient
  const isCode = spot !== undefined || /^\d{3,4}\s?[a-z]{0,3}$/i.test(written)
  if (isCode || /^(?:pantone|pms|ral|ncs|hks|toyo|dic)\b/i.test(written)) {
    return `${quoted} names an ink or a paint. Add its RGB or hex value in Cliquify.`
  }
  if (/^\{.*\}$|\b(?:var|calc|color-mix|light-dark|env)\(|\(\s*from\s/i.test(written)) {
    return `${quoted} depends on other values. Add its RGB or hex value in Cliquify.`
  }
  return `${quoted} is not a color that can be read.`
}

/** What was written where a color's value was expected. */
function writtenIn(source: unknown, fields: ReadonlyMap<string, unknown>): unknown {
  if (!isRecord(source)) return source
  return VALUE_FIELDS.map((field) => fields.get(field)).find(
    (value) => typeof value === 'string' || typeof value === 'number',
  )
}

/** The hex that CMYK comes to by the plain formula; null where there is none. */
function cmykIn(source: unknown, fields: ReadonlyMap<string, unknown>): string | null {
  const field = fields.get('cmyk') ?? writtenIn(source, fields)
  const inner = isRecord(field) ? fieldsOf(field) : fields
  const pasted =
    typeof field === 'string' && field.length <= MAX_TEXT
      ? readNumbers(field, fields.has('cmyk') ? 'cmyk' : null)
      : null
  const found = [channelsIn(inner), pasted].find(
    (each) => each?.parts.length === 4 && each.model !== 'rgb',
  )
  const parts = Array.isArray(field) ? (field as readonly unknown[]) : (found?.parts ?? [])
  const value = approximateCmyk(parts)
  return value && hexOf(value)
}
