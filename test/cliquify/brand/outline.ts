import type { Point } from './drawing.ts'

export interface Polyline {
  readonly points: readonly Point[]
  readonly closed: boolean
}

/** Turns an SVG path of absolute M, L, C and Z into straight lines, scaled. */
export function flatten(d: string, scale: number): Polyline[] {
  const lines: { points: Point[]; closed: boolean }[] = []
  for (const [, command, rest] of d.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const numbers = (rest ?? '').match(/-?[\d.]+/g)?.map((text) => Number(text) * scale) ?? []
    const points: Point[] = []
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      points.push({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 })
    }
    const current = lines.at(-1)
    if (command === 'M') lines.push({ points, closed: false })
    else if (current === undefined) throw new Error(`a path must start with M: ${d}`)
    else if (command === 'Z') current.closed = true
    else if (command === 'L') current.points.push(...points)
    else addCubic(current.points, points)
  }
  return lines
}

function addCubic(line: Point[], [b, c, end]: readonly Point[]): void {
  const a = line.at(-1)
  if (a === undefined || b === undefined || c === undefined || end === undefined) return
  const length =
    Math.hypot(b.x - a.x, b.y - a.y) +
    Math.hypot(c.x - b.x, c.y - b.y) +
    Math.hypot(end.x - c.x, end.y - c.y)
  const steps = Math.min(48, Math.max(4, Math.ceil(length / 4)))
  for (let i = 1; i <= steps; i++) {
    const t = i / steps
    const u = 1 - t
    const at = (p: number, q: number, r: number, s: number): number =>
      u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
    line.push({ x: at(a.x, b.x, c.x, end.x), y: at(a.y, b.y, c.y, end.y) })
  }
}

/** The outline of a round stroke: a capsule for each piece; the non-zero rule joins them. */
export function strokeOutline({ points, closed }: Polyline, width: number): Point[][] {
  const first = points[0]
  const all = closed && first !== undefined ? [...points, first] : points
  if (all.length === 1 && first !== undefined) return [capsule(first, first, width / 2)]
  return all.slice(1).map((b, i) => capsule(all[i] ?? b, b, width / 2))
}

function capsule(a: Point, b: Point, radius: number): Point[] {
  const angle = Math.atan2(b.y - a.y, b.x - a.x)
  const steps = Math.max(6, Math.ceil(radius * 1.5))
  const half = (centre: Point, from: number): Point[] =>
    Array.from({ length: steps + 1 }, (_, i) => ({
      x: centre.x + radius * Math.cos(from + (Math.PI * i) / steps),
      y: centre.y + radius * Math.sin(from + (Math.PI * i) / steps),
    }))
  return [...half(b, angle - Math.PI / 2), ...half(a, angle + Math.PI / 2)]
}
