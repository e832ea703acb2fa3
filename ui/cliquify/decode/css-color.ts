import { computedColor } from '#computed-color'
import type { Rgba } from '../../../shared/brand.ts'
import { displayP3ToSrgb, hexOf, inGamut } from '../../../shared/color.ts'
import { angleOf, numberWith, withoutComments } from './css-text.ts'

type Rgb = Omit<Rgba, 'a'>

/** What 100 % of a channel is; an angle has no percentage. */
type Full = number | 'hue'

type Channels = readonly [Full, Full, Full]

/** The functions of CSS Color 4, see w3.org/TR/css-color-4. */
const FUNCTIONS: ReadonlyMap<string, Channels> = new Map<string, Channels>([
  ['rgb', [255, 255, 255]],
  ['hsl', ['hue', 100, 100]],
  ['hwb', ['hue', 100, 100]],
  ['lab', [100, 125, 125]],
  ['lch', [100, 150, 'hue']],
  ['oklab', [1, 0.4, 0.4]],
  ['oklch', [1, 0.4, 'hue']],
  // After its space.
  ['color', [1, 1, 1]],
])

/**
 * Names of what a page or a system has chosen, see w3.org/TR/css-color-4/#css-system-colors and
 * #deprecated-system-colors.
 */
const NOT_FIXED =
  /text$|^(?:accent|current)color$|^(?:in)?active(?:border|caption)$|^button|^threed|^(?:info)?background$|^window|^(?:appworkspace|canvas|field|highlight|mark|menu|scrollbar|selecteditem)$/

/**
 * Reads any CSS color notation that stands by itself, also hex without its `#`, into sRGB.
 * Colors outside sRGB are clipped to it. Null where the text is no color.
 */
export function parseCssColor(text: string): Rgba | null {
  const color = parseWideColor(text)
  return color && inGamut(color).value
}

/** The same, but channels lie outside 0–1 where the color is wider than sRGB. */
export function parseWideColor(text: string): Rgba | null {
  const css = withoutComments(text)
  if (css === 'transparent') return { r: 0, g: 0, b: 0, a: 0 }
  const digits = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(css)?.[1]
  if (digits !== undefined) return fromHex(digits)
  return /^[a-z]+$/.test(css) ? fromName(css) : fromFunction(css)
}

/** All that have a name have 8 bits a channel. */
function fromName(name: string): Rgba | null {
  const color = NOT_FIXED.test(name) ? null : fromBrowser(name)
  return color && fromHex(hexOf(color).slice(1))
}

/**
 * What Chromium converts to sRGB without a loss: what is sRGB already, and `xyz-d50`. In all else it
 * is up to 0.6 / 255 off, unless asked for Display P3, which `displayP3ToSrgb` converts.
 */
const NEAR_SRGB = /^(?:[a-z]+$|h|color\((?:srgb-linear|xyz-d50) )/

function fromBrowser(css: string): Rgba | null {
  const computed = computedColor(css, NEAR_SRGB.test(css) ? 'srgb' : 'display-p3')
  return computed === null ? null : parseWideColor(computed)
}

function fromHex(digits: string): Rgba {
  const long = digits.length > 4 ? digits : digits.replace(/./g, '$&$&')
  const [r = 0, g = 0, b = 0, a = 1] = (long.match(/../g) ?? []).map(
    (each) => parseInt(each, 16) / 255,
  )
  return { r, g, b, a }
}

function fromFunction(css: string): Rgba | null {
  const [, called = '', inside = ''] = /^([a-z]+)\(([^()]*)\)$/.exec(css) ?? []
  const name = /^(?:rgb|hsl)a$/.test(called) ? called.slice(0, 3) : called
  const isOld = inside.includes(',')
  const parts = isOld ? oldParts(name, inside) : newParts(inside)
  if (parts === null) return null
  const { channels, alpha: alphaPart = '1' } = parts
  const space = name === 'color' ? channels.shift() : undefined
  const full = FUNCTIONS.get(name)
  if (full === undefined || channels.length !== 3) return null
  const [one, two, three] = full.map((whole, at) => {
    const value = valueOf(channels[at] ?? '', whole)
    return isOld && value !== null && whole !== 'hue' ? within(value, whole) : value
  })
  const alpha = valueOf(alphaPart, 1)
  if (one == null || two == null || three == null || alpha === null) return null
  const rgb = toSrgb(name, space, [one, two, three])
  return rgb && { r: rgb.r, g: rgb.g, b: rgb.b, a: within(alpha, 1) }
}

function toSrgb(
  name: string,
  space: string | undefined,
  [one, two, three]: readonly [number, number, number],
): Rgb | null {
  if (name === 'rgb') return inSrgb({ r: one / 255, g: two / 255, b: three / 255 })
  if (space === 'srgb') return { r: one, g: two, b: three }
  if (space === 'display-p3') return displayP3ToSrgb({ r: one, g: two, b: three, a: 1 })
  if (space !== undefined) return fromBrowser(`color(${space} ${one} ${two} ${three})`)
  if (!name.startsWith('h')) return fromBrowser(`${name}(${one} ${two} ${three})`)
  // Of sRGB alone; what lies beyond, browsers clip or do not.
  const color = fromBrowser(`${name}(${one} ${two}% ${three}%)`)
  return color && inSrgb(color)
}

interface Parts {
  /** After a space, where it is `color()`. */
  readonly channels: string[]
  readonly alpha: string | undefined
}

/** `a b c / alpha` */
function newParts(inside: string): Parts | null {
  const [list = '', alpha, ...others] = inside.split('/').map((each) => each.trim())
  return others.length > 0 ? null : { channels: list.split(/\s+/), alpha }
}

/** `a, b, c, alpha`, as `rgb` and `hsl` were written before; their units are not free there. */
function oldParts(name: string, inside: string): Parts | null {
  const parts = inside.split(',').map((each) => each.trim())
  const [first, ...others] = parts.slice(0, 3).map((each) => each.endsWith('%'))
  const isOld =
    name === 'hsl' ? !others.includes(false) : name === 'rgb' && !others.includes(!first)
  if (!isOld || parts.includes('none') || parts.length > 4) return null
  return { channels: parts.slice(0, 3), alpha: parts[3] }
}

/** A number, a share of `full`, or an angle in degrees; null where it is none of them. */
function valueOf(part: string, full: Full): number | null {
  if (part === 'none') return 0
  return full === 'hue' ? angleOf(part) : numberWith(part, { '': 1, '%': full / 100 })
}

function within(channel: number, most: number): number {
  return Math.min(most, Math.max(0, channel))
}

function inSrgb({ r, g, b }: Rgb): Rgb {
  return { r: within(r, 1), g: within(g, 1), b: within(b, 1) }
}
