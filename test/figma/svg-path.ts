import type { Box } from './geometry.ts'

/** Affine: x' = a·x + c·y + e, y' = b·x + d·y + f, as in SVG. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

/** What Figma's vector paths are made of: absolute, no shorthands, no arcs. */
export interface Segment {
  readonly command: 'M' | 'L' | 'Q' | 'C' | 'Z'
  /** x and y in turn. */
  readonly points: readonly number[]
}

const COUNTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
}

/** Reads SVG path data; null where it is not valid. */
export function parsePath(data: string): readonly Segment[] | null {
  const tokens = data.match(/[a-zA-Z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? []
  if (data.replace(/[a-zA-Z]|[-+\d.eE,\s]/g, '') !== '') return null
  const segments: Segment[] = []
  let index = 0
  let letter = ''
  let [x, y, startX, startY] = [0, 0, 0, 0]
  let control: { command: string; x: number; y: number } | null = null
  while (index < tokens.length) {
    const token = tokens[index] ?? ''
    if (/[a-zA-Z]/.test(token)) {
      letter = token
      index++
    } else if (letter === 'M') letter = 'L'
    else if (letter === 'm') letter = 'l'
    const command = letter.toUpperCase()
    const count = COUNTS[command]
    if (count === undefined || (segments.length === 0 && command !== 'M')) return null
    if (count === 0 && !/[zZ]/.test(token)) return null
    const numbers = readNumbers(tokens, index, command, count)
    if (numbers === null) return null
    index = numbers.next
    const relative = letter !== command
    const at = (position: number): [number, number] => [
      (numbers.values[position] ?? 0) + (relative ? x : 0),
      (numbers.values[position + 1] ?? 0) + (relative ? y : 0),
    ]
    const mirror: [number, number] =
      control !== null && 'SCQT'.includes(command) && sameFamily(control.command, command)
        ? [2 * x - control.x, 2 * y - control.y]
        : [x, y]
    control = null
    if (command === 'Z') {
      segments.push({ command: 'Z', points: [] })
      ;[x, y] = [startX, startY]
    } else if (command === 'H' || command === 'V') {
      const value = numbers.values[0] ?? 0
      if (command === 'H') x = value + (relative ? x : 0)
      else y = value + (relative ? y : 0)
      segments.push({ command: 'L', points: [x, y] })
    } else if (command === 'M' || command === 'L') {
      ;[x, y] = at(0)
      if (command === 'M') [startX, startY] = [x, y]
      segments.push({ command, points: [x, y] })
    } else if (command === 'C' || command === 'S') {
      const first = command === 'C' ? at(0) : mirror
      const second = at(command === 'C' ? 2 : 0)
      ;[x, y] = at(command === 'C' ? 4 : 2)
      segments.push({ command: 'C', points: [...first, ...second, x, y] })
      control = { command: 'C', x: second[0], y: second[1] }
    } else if (command === 'Q' || command === 'T') {
      const middle = command === 'Q' ? at(0) : mirror
      ;[x, y] = at(command === 'Q' ? 2 : 0)
      segments.push({ command: 'Q', points: [...middle, x, y] })
      control = { command: 'Q', x: middle[0], y: middle[1] }
    } else {
      const [radiusX = 0, radiusY = 0, turn = 0, large = 0, sweep = 0] = numbers.values
      const end = at(5)
      segments.push(...arcToCurves([x, y], end, [radiusX, radiusY], turn, large === 1, sweep === 1))
      ;[x, y] = end
    }
  }
  return segments
}

function sameFamily(before: string, command: string): boolean {
  return before === (command === 'S' || command === 'C' ? 'C' : 'Q')
}

/** The flags of an arc may stand together with what follows: `a1 1 0 011 1`. */
function readNumbers(
  tokens: string[],
  from: number,
  command: string,
  count: number,
): { values: number[]; next: number } | null {
  const values: number[] = []
  let index = from
  while (values.length < count) {
    const token = tokens[index]
    if (token === undefined || /^[a-zA-Z]$/.test(token)) return null
    const isFlag = command === 'A' && (values.length === 3 || values.length === 4)
    if (isFlag && token.length > 1) {
      if (!/^[01]/.test(token)) return null
      values.push(Number(token.charAt(0)))
      tokens[index] = token.slice(1)
    } else {
      values.push(Number(token))
      index++
    }
  }
  return { values, next: index }
}

/** An elliptical arc as cubic curves of at most a quarter turn (SVG 2, appendix B.2). */
function arcToCurves(
  from: readonly [number, number],
  to: readonly [number, number],
  radii: readonly [number, number],
  degrees: number,
  large: boolean,
  sweep: boolean,
): Segment[] {
  let [radiusX, radiusY] = [Math.abs(radii[0]), Math.abs(radii[1])]
  if (radiusX === 0 || radiusY === 0) return [{ command: 'L', points: [...to] }]
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const [halfX, halfY] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2]
  const [px, py] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX]
  const reach = (px / radiusX) ** 2 + (py / radiusY) ** 2
  if (reach > 1) {
    radiusX *= Math.sqrt(reach)
    radiusY *= Math.sqrt(reach)
  }
  const weight = (radiusX * py) ** 2 + (radiusY * px) ** 2
  if (weight === 0) return []
  const root = Math.sqrt(Math.max(0, (radiusX * radiusY) ** 2 - weight) / weight)
  const sign = large === sweep ? -root : root
  const [cx, cy] = [(sign * radiusX * py) / radiusY, (-sign * radiusY * px) / radiusX]
  const centre = [
    cos * cx - sin * cy + (from[0] + to[0]) / 2,
    sin * cx + cos * cy + (from[1] + to[1]) / 2,
  ] as const
  const start = Math.atan2((py - cy) / radiusY, (px - cx) / radiusX)
  const end = Math.atan2((-py - cy) / radiusY, (-px - cx) / radiusX)
  let turn = end - start
  if (sweep && turn < 0) turn += 2 * Math.PI
  if (!sweep && turn > 0) turn -= 2 * Math.PI
  const steps = Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9)
  const handle = (4 / 3) * Math.tan(turn / steps / 4)
  const place = (x: number, y: number): [number, number] => [
    centre[0] + cos * radiusX * x - sin * radiusY * y,
    centre[1] + sin * radiusX * x + cos * radiusY * y,
  ]
  return Array.from({ length: steps }, (_, step) => {
    const a = start + (turn * step) / steps
    const b = start + (turn * (step + 1)) / steps
    const [ax, ay, bx, by] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)]
    const points = [
      ...place(ax - handle * ay, ay + handle * ax),
      ...place(bx + handle * by, by - handle * bx),
      ...place(bx, by),
    ]
    return { command: 'C' as const, points }
  })
}

export function transformPath(path: readonly Segment[], matrix: Matrix): readonly Segment[] {
  const [a, b, c, d, e, f] = matrix
  return path.map(({ command, points }) => ({
    command,
    points: points.map((value, index) => {
      const x = index % 2 === 0 ? value : (points[index - 1] ?? 0)
      const y = index % 2 === 0 ? (points[index + 1] ?? 0) : value
      return index % 2 === 0 ? a * x + c * y + e : b * x + d * y + f
    }),
  }))
}

/** Path data as Figma gives it: `M 0 0 L 10 0 Z`. */
export function formatPath(path: readonly Segment[]): string {
  return path
    .map(({ command, points }) => [command, ...points.map((value) => +value.toFixed(4))].join(' '))
    .join(' ')
}

/** The box around all points; control points count, so it can be larger than what is drawn. */
export function pathBox(path: readonly Segment[]): Box | null {
  const all = path.flatMap((segment) => segment.points)
  const xs = all.filter((_, index) => index % 2 === 0)
  const ys = all.filter((_, index) => index % 2 === 1)
  if (xs.length === 0) return null
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
