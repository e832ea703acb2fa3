import type { Gradient, Rgba } from '../../../shared/brand.ts'
import { sameColor } from '../../../shared/color.ts'
import { inGamut } from '../../../shared/color.ts'
import { parseWideColor } from './css-color.ts'
import { angleOf, numberWith, withoutComments } from './css-text.ts'

type Head = Omit<Gradient, 'stops'>

/** A gradient that Figma cannot have; its message is the sentence for people. It stays in this file. */
class Unread extends Error {
  constructor(message = 'It is a gradient that cannot be read.') {
    super(message)
  }
}

/** What was read; throws Unread where that is nothing. */
function sure<T>(read: T | null | undefined): T {
  if (read == null) throw new Unread()
  return read
}

/** `what`: of which kind Figma has none, such as "that repeats". */
function unlike(what: string): Unread {
  return new Unread(`Figma has no gradient ${what}.`)
}

/**
 * Reads a CSS gradient, see w3.org/TR/css-images-4. Null for a text that is none; a sentence for people
 * for what Figma has no like of: lengths, color hints, other color spaces, repetition.
 */
export function readCssGradient(text: string): Gradient | string | null {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof Unread) return error.message
    throw error
  }
}

/** Null for a text that is no gradient. Throws Unread. */
function read(text: string): Gradient | null {
  const css = withoutComments(text)
  const parts = /^(-[a-z]+-)?(repeating-)?(linear|radial|conic)-gradient\((.*)\)$/s.exec(css)
  if (parts === null) return null
  const [, prefix, repeating, name, inside = ''] = parts
  if (prefix !== undefined) throw unlike('in this old notation')
  if (repeating !== undefined) throw unlike('that repeats')
  if (leavesItsBrackets(inside)) throw unlike('in layers')
  const type = name === 'conic' ? 'angular' : name === 'radial' ? name : 'linear'
  return readParts(type, splitAtCommas(inside))
}

function readParts(type: Gradient['type'], parts: readonly string[]): Gradient {
  const [first = ''] = parts
  const hasHead = parseWideColor(firstWord(first)) === null && !isHint(first)
  const head = readHead(type, hasHead ? first : '')
  const stops = readStops(hasHead ? parts.slice(1) : parts, type === 'angular')
  return {
    ...head,
    stops: fadeInColor(clipped(stops)).map(({ position, color }) => {
      const { value, wide } = inGamut(color)
      return { position, color: value, ...(wide && { wide }) }
    }),
  }
}

/** The first word, with what stands in its brackets. */
function firstWord(part: string): string {
  return /^[^\s(]+(?:\([^()]*\))?/.exec(part)?.[0] ?? ''
}

function isHint(part: string): boolean {
  return /^[-+.\d]+%$/.test(part)
}

const SIDES: Readonly<Record<string, number>> = {
  top: 0,
  'right top': 45,
  right: 90,
  'bottom right': 135,
  bottom: 180,
  'bottom left': 225,
  left: 270,
  'left top': 315,
}

function readHead(type: Gradient['type'], text: string): Head {
  const [, before = '', space, after = ''] = /^(.*?)\bin\s+([a-z0-9-]+)(.*)$/s.exec(text) ?? [
    '',
    text,
  ]
  if (space !== undefined && space !== 'srgb') throw unlike(`that blends in ${space}`)
  const words = `${before} ${after}`.trim().replace(/\s+/g, ' ')
  if (type === 'linear') return { type, angle: words === '' ? 180 : directionOf(words) }
  const [, shape = '', at = ''] = /^(.*?)(?:(?:^|\s)at\s(.*))?$/.exec(words) ?? []
  const center = at === '' ? MIDDLE : readCenter(at)
  const place = isMiddle(center) ? {} : { center }
  if (type === 'radial') return { type, angle: 0, ...place, ...radiiOf(shape, center) }
  const from = shape === '' ? 0 : sure(angleOf(/^from\s(.*)$/.exec(shape)?.[1] ?? ''))
  return { type, angle: turned(from), ...place }
}

function directionOf(words: string): number {
  const [, sides] = /^to\s([a-z ]+)$/.exec(words) ?? []
  return turned(
    sure(sides === undefined ? angleOf(words) : SIDES[sides.split(' ').sort().join(' ')]),
  )
}

function turned(degrees: number): number {
  return ((degrees % 360) + 360) % 360
}

const MIDDLE = { x: 0.5, y: 0.5 }

function isMiddle({ x, y }: Vector): boolean {
  return x === MIDDLE.x && y === MIDDLE.y
}

interface Vector {
  readonly x: number
  readonly y: number
}

const PLACES: Readonly<Record<string, number>> = {
  left: 0,
  top: 0,
  center: 0.5,
  right: 1,
  bottom: 1,
}

const DOWN = /^(?:top|bottom)$/
const ACROSS = /^(?:left|right)$/

/** One or two words; with two, `top` and `bottom` may come first. */
function readCenter(at: string): Vector {
  const [one = '', other = 'center', ...others] = at.split(' ')
  const [x, y] = DOWN.test(one) || ACROSS.test(other) ? [other, one] : [one, other]
  if (others.length > 0 || DOWN.test(x) || ACROSS.test(y)) throw new Unread()
  return { x: placeOf(x), y: placeOf(y) }
}

function placeOf(word: string): number {
  return PLACES[word] ?? shareOf(word)
}

/** A percentage, or a bare 0. */
function shareOf(word: string): number {
  const share = numberWith(word, { '%': 0.01 }) ?? (numberWith(word, { '': 1 }) === 0 ? 0 : null)
  if (share !== null) return share
  throw /^[-+.\d]+[a-z]+$/.test(word) ? unlike('with lengths') : new Unread()
}

/** `center` to the sides and corners, as CSS sizes an ellipse; in a square, a circle is one. */
function radiiOf(shape: string, { x, y }: Vector): Pick<Gradient, 'radii'> {
  const words = shape.split(' ').filter((word) => word !== '' && !/^(?:ellipse|circle)$/.test(word))
  const radii = namedRadii(words.join(' '), { x, y }) ?? writtenRadii(words)
  if (!(radii.x > 0 && radii.y > 0)) throw unlike('without a size')
  const isDefault = Math.abs(radii.x - Math.SQRT1_2) + Math.abs(radii.y - Math.SQRT1_2) < 1e-9
  return isDefault ? {} : { radii }
}

/** Null for a size that is written in percentages. */
function namedRadii(size: string, { x, y }: Vector): Vector | null {
  const named = /^(?:(closest|farthest)-(side|corner))?$/.exec(size)
  if (named === null) return null
  const [, reach = 'farthest', end = 'corner'] = named
  const pick = reach === 'closest' ? Math.min : Math.max
  const share = end === 'corner' ? Math.SQRT2 : 1
  return { x: pick(x, 1 - x) * share, y: pick(y, 1 - y) * share }
}

function writtenRadii(words: readonly string[]): Vector {
  const [x, y, ...others] = words.map(shareOf)
  if (x === undefined || y === undefined || others.length > 0) throw new Unread()
  return { x, y }
}

interface Stop {
  readonly position: number
  readonly color: Rgba
}

interface OpenStop {
  readonly position: number | null
  readonly color: Rgba
}

function readStops(parts: readonly string[], isAngular: boolean): readonly Stop[] {
  const open: OpenStop[] = []
  for (const part of parts) {
    if (isHint(part)) throw unlike('with a hint between colors')
    const written = firstWord(part)
    const color = sure(parseWideColor(written))
    const places = part.slice(written.length).trim().split(/\s+/)
    if (places.length > 2) throw new Unread()
    for (const place of places) {
      open.push({ position: place === '' ? null : positionOf(place, isAngular), color })
    }
  }
  if (open.length < 2) throw unlike('of one color')
  return placed(open)
}

function positionOf(place: string, isAngular: boolean): number {
  return isAngular && !place.endsWith('%') ? sure(angleOf(place)) / 360 : shareOf(place)
}

/** The first stop is at 0 and the last at 1 where they do not say; others lie evenly between. */
function placed(open: readonly OpenStop[]): readonly Stop[] {
  const stops: Stop[] = []
  let least = -Infinity
  for (const [index, { color, position }] of open.entries()) {
    if (position !== null) least = Math.max(least, position)
    else if (index === 0) least = 0
    else {
      const next = open.findIndex((stop, later) => later >= index && stop.position !== null)
      const end = next === -1 ? open.length - 1 : next
      const target = Math.max(least, open[end]?.position ?? 1)
      least += (target - least) / (end - index + 1)
    }
    stops.push({ position: least, color })
  }
  return stops
}

/** From 0 to 1: what lies outside is cut where it crosses, as Figma has no stops there. */
function clipped(stops: readonly Stop[]): readonly Stop[] {
  const end = (position: number): readonly Stop[] => [{ position, color: colorAt(stops, position) }]
  return [
    ...(stops.some(({ position }) => position < 0) ? end(0) : []),
    ...stops.filter(({ position }) => position >= 0 && position <= 1),
    ...(stops.some(({ position }) => position > 1) ? end(1) : []),
  ]
}

/** The color that the gradient has at a position, blended with its alpha as CSS does. */
function colorAt(stops: readonly Stop[], position: number): Rgba {
  const before = stops.filter((stop) => stop.position <= position).at(-1)
  const after = stops.find((stop) => stop.position > position)
  const start = sure(before ?? after)
  const end = after ?? start
  const length = end.position - start.position
  const share = length > 0 ? (position - start.position) / length : 0
  const mix = (one: number, other: number): number => one + (other - one) * share
  const a = mix(start.color.a, end.color.a)
  const channel = (of: 'r' | 'g' | 'b'): number =>
    a === 0
      ? start.color[of]
      : mix(start.color[of] * start.color.a, end.color[of] * end.color.a) / a
  return { r: channel('r'), g: channel('g'), b: channel('b'), a }
}

/**
 * A stop that is fully transparent takes its neighbours' colors: CSS blends colors by their alpha,
 * so that they fade; Figma blends channels, so that they would darken towards `transparent`.
 */
function fadeInColor(stops: readonly Stop[]): readonly Stop[] {
  return stops.flatMap((stop, index) => {
    if (stop.color.a > 0) return [stop]
    const neighbours = [stops[index - 1], stops[index + 1]].filter(
      (each): each is Stop => each !== undefined && each.color.a > 0,
    )
    const colors = neighbours.map(({ color }) => ({ ...color, a: 0 }))
    const [one, other] = colors
    if (one === undefined) return [stop]
    const both = other === undefined || sameColor(one, other) ? [one] : [one, other]
    return both.map((color) => ({ position: stop.position, color }))
  })
}

/** Whether a bracket is closed before the end, and something follows it. */
function leavesItsBrackets(inside: string): boolean {
  return /^[^(]*\)/.test(inside.replace(/\([^()]*\)/g, ''))
}

/** Colors have brackets, and none within them. */
function splitAtCommas(text: string): readonly string[] {
  return text.split(/,(?![^(]*\))/).map((part) => part.trim())
}
