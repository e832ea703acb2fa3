import type { Gradient, Rgba } from '../../../shared/brand.ts'
import { parseCssColor } from './css-color.ts'

const DEGREES: Readonly<Record<string, number>> = {
  deg: 1,
  grad: 0.9,
  turn: 360,
  rad: 180 / Math.PI,
}
const SIDES: Readonly<Record<string, number>> = {
  top: 0,
  'top right': 45,
  right: 90,
  'bottom right': 135,
  bottom: 180,
  'bottom left': 225,
  left: 270,
  'top left': 315,
}
const CENTRED =
  /^(?:ellipse|circle)?\s*(?:farthest-corner)?\s*(?:at\s+(?:center|50%)(?:\s+(?:center|50%))?)?$/

interface OpenStop {
  readonly color: Rgba
  readonly position: number | null
}

/**
 * Reads a CSS `linear-gradient` or centred `radial-gradient`. Null for all else, also for what
 * Figma has no like of: lengths, color hints, stops outside 0–100 %, other color spaces, repetition.
 */
export function parseCssGradient(text: string): Gradient | null {
  const match = /^(linear|radial)-gradient\((.*)\)$/s.exec(text.trim().toLowerCase())
  const type = match?.[1]
  if (match === null || (type !== 'linear' && type !== 'radial')) return null
  const parts = splitAtCommas(match[2] ?? '')
  const [first = ''] = parts
  const head = type === 'linear' ? angleOf(first) : CENTRED.test(first) ? 0 : null
  const stops = readStops(head === null ? parts : parts.slice(1))
  if (stops === null) return null
  return { type, angle: head ?? (type === 'linear' ? 180 : 0), stops }
}

/** Null where the text gives no direction, so that the first part is a stop. */
function angleOf(text: string): number | null {
  const side = /^to\s+(\w+)(?:\s+(\w+))?$/.exec(text)
  if (side !== null) {
    const [, one = '', other = ''] = side
    return SIDES[`${one} ${other}`.trim()] ?? SIDES[`${other} ${one}`] ?? null
  }
  const angle = /^([-+]?[\d.]+(?:e[-+]?\d+)?)(deg|grad|turn|rad)?$/.exec(text)
  if (angle === null) return null
  const number = Number(angle[1])
  const degrees = number * (DEGREES[angle[2] ?? ''] ?? (number === 0 ? 1 : NaN))
  return Number.isFinite(degrees) ? ((degrees % 360) + 360) % 360 : null
}

function readStops(parts: readonly string[]): Gradient['stops'] | null {
  const open: OpenStop[] = []
  for (const part of parts) {
    const tail = /^(.*?)((?:\s+[-+]?[\d.]+%)*)$/s.exec(part)
    const color = parseCssColor(tail?.[1] ?? '')
    const positions = (tail?.[2] ?? '').match(/[-+]?[\d.]+(?=%)/g) ?? []
    if (color === null || positions.length > 2) return null
    if (positions.length === 0) open.push({ color, position: null })
    for (const position of positions) open.push({ color, position: Number(position) / 100 })
  }
  return open.length < 2 ? null : withPositions(open)
}

/** The first stop is at 0 and the last at 1 where they do not say; others lie evenly between. */
function withPositions(open: readonly OpenStop[]): Gradient['stops'] | null {
  const stops: { position: number; color: Rgba }[] = []
  let least = 0
  for (const [index, { color, position }] of open.entries()) {
    if (position !== null && !(position >= 0 && position <= 1)) return null
    const next = open.findIndex((stop, later) => later >= index && stop.position !== null)
    const end = next === -1 ? open.length - 1 : next
    const target = Math.max(least, open[end]?.position ?? 1)
    const before = stops[stops.length - 1]?.position
    least = before === undefined ? (position ?? 0) : before + (target - before) / (end - index + 1)
    stops.push({ position: least, color })
  }
  return stops
}

function splitAtCommas(text: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (character === ',' && depth === 0) parts.push('')
    else parts.push((parts.pop() ?? '') + character)
  }
  return parts.map((part) => part.trim())
}
