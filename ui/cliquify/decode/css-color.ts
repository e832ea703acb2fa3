import {
  colorsNamed,
  convertA98ToXyz65,
  convertHslToRgb,
  convertHwbToRgb,
  convertLabToRgb,
  convertLchToLab,
  convertLrgbToRgb,
  convertOklabToRgb,
  convertProphotoToXyz50,
  convertRec2020ToXyz65,
  convertXyz50ToRgb,
  convertXyz65ToRgb,
} from 'culori/fn'
import type { Rgba } from '../../../shared/brand.ts'
import { displayP3ToSrgb, srgbToDisplayP3 } from '../../../shared/color.ts'
import { angleOf, numberWith, withoutComments } from './css-text.ts'

type Rgb = Omit<Rgba, 'a'>

/** What 100 % of a channel is; an angle has no percentage. */
type Full = number | 'hue'

interface Notation {
  readonly full: readonly [Full, Full, Full]
  readonly toRgb: (a: number, b: number, c: number) => Rgb
}

/** The functions of CSS Color 4, see w3.org/TR/css-color-4. */
const FUNCTIONS: Readonly<Record<string, Notation>> = {
  rgb: {
    full: [255, 255, 255],
    toRgb: (r, g, b) => inSrgb({ r: r / 255, g: g / 255, b: b / 255 }),
  },
  hsl: {
    full: ['hue', 100, 100],
    toRgb: (h, s, l) => inSrgb(convertHslToRgb({ h, s: Math.max(0, s) / 100, l: l / 100 })),
  },
  hwb: {
    full: ['hue', 100, 100],
    toRgb: (h, w, b) => inSrgb(convertHwbToRgb({ h, w: w / 100, b: b / 100 })),
  },
  lab: { full: [100, 125, 125], toRgb: (l, a, b) => convertLabToRgb({ l: within(l, 100), a, b }) },
  lch: {
    full: [100, 150, 'hue'],
    toRgb: (l, c, h) =>
      convertLabToRgb(convertLchToLab({ l: within(l, 100), c: Math.max(0, c), h })),
  },
  oklab: { full: [1, 0.4, 0.4], toRgb: (l, a, b) => convertOklabToRgb({ l: within(l, 1), a, b }) },
  oklch: {
    full: [1, 0.4, 'hue'],
    toRgb: (l, c, h) =>
      convertOklabToRgb(convertLchToLab({ l: within(l, 1), c: Math.max(0, c), h })),
  },
}

/** The spaces of `color()`. */
const SPACES: Readonly<Record<string, Notation['toRgb']>> = {
  srgb: (r, g, b) => ({ r, g, b }),
  'srgb-linear': (r, g, b) => convertLrgbToRgb({ r, g, b }),
  'display-p3': (r, g, b) => displayP3ToSrgb({ r, g, b, a: 1 }),
  'a98-rgb': (r, g, b) => convertXyz65ToRgb(convertA98ToXyz65({ r: a98(r), g: a98(g), b: a98(b) })),
  'prophoto-rgb': (r, g, b) => convertXyz50ToRgb(convertProphotoToXyz50({ r, g, b })),
  rec2020: (r, g, b) => convertXyz65ToRgb(convertRec2020ToXyz65({ r, g, b })),
  xyz: (x, y, z) => convertXyz65ToRgb({ x, y, z }),
  'xyz-d65': (x, y, z) => convertXyz65ToRgb({ x, y, z }),
  'xyz-d50': (x, y, z) => convertXyz50ToRgb({ x, y, z }),
}

/** Less than half of an 8-bit step outside sRGB is the rounding of a conversion. */
const WIDER = 0.45 / 255

/** A color clipped to sRGB, and in Display P3 where it is wider. */
export function inGamut(color: Rgba): { readonly value: Rgba; readonly wide?: Rgba } {
  const { r, g, b, a } = color
  const value = { ...inSrgb(color), a }
  const isWide = [r, g, b].some((part) => part < -WIDER || part > 1 + WIDER)
  return isWide ? { value, wide: srgbToDisplayP3(color) } : { value }
}

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
  const named = NAMED.get(css)?.toString(16).padStart(6, '0')
  const digits = named ?? /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(css)?.[1]
  return digits === undefined ? fromFunction(css) : fromHex(digits)
}

const NAMED: ReadonlyMap<string, number> = new Map(Object.entries(colorsNamed))

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
  const toRgb = name === 'color' ? SPACES[channels.shift() ?? ''] : undefined
  const notation = toRgb ? { full: [1, 1, 1] as const, toRgb } : FUNCTIONS[name]
  if (notation === undefined || channels.length !== 3) return null
  const [one, two, three] = notation.full.map((full, at) => {
    const value = valueOf(channels[at] ?? '', full)
    return isOld && value !== null && full !== 'hue' ? within(value, full) : value
  })
  const alpha = valueOf(alphaPart, 1)
  if (one == null || two == null || three == null || alpha === null) return null
  const { r, g, b } = notation.toRgb(one, two, three)
  return { r, g, b, a: within(alpha, 1) }
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

/** Browsers take 2.2 for the gamma of a98-rgb; the standard, and culori with it, 563 / 256. */
function a98(channel: number): number {
  return Math.sign(channel) * Math.abs(channel) ** ((2.2 * 256) / 563)
}

function within(channel: number, most: number): number {
  return Math.min(most, Math.max(0, channel))
}

function inSrgb({ r, g, b }: Rgb): Rgb {
  return { r: within(r, 1), g: within(g, 1), b: within(b, 1) }
}
