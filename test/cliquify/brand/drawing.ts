/** Pictures as shapes, so that one drawing can be written as SVG and rasterised to PNG, GIF, … */

export interface Stop {
  /** 0 to 1. */
  readonly at: number
  /** `#rrggbb`. */
  readonly color: string
  readonly opacity?: number
}

export interface Gradient {
  readonly type: 'linear' | 'radial'
  /** The start of a linear gradient, the centre of a radial one. */
  readonly from: Point
  /** The end of a linear gradient, a point on the rim of a radial one. */
  readonly to: Point
  readonly stops: readonly Stop[]
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Shape {
  /** An SVG path of absolute M, L, C and Z. */
  readonly d: string
  /** `#rrggbb`, or a gradient. */
  readonly fill: string | Gradient
  readonly opacity: number
  /** The width of a round stroke along the path, or null where the path is filled. */
  readonly stroke: number | null
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

export function shape(d: string, fill: string | Gradient, opacity = 1): Shape {
  return { d, fill, opacity, stroke: null }
}

export function line(d: string, width: number, fill: string | Gradient, opacity = 1): Shape {
  return { d, fill, opacity, stroke: width }
}

export function linear(from: Point, to: Point, ...colors: readonly (string | Stop)[]): Gradient {
  return { type: 'linear', from, to, stops: spread(colors) }
}

export function radial(
  centre: Point,
  radius: number,
  ...colors: readonly (string | Stop)[]
): Gradient {
  return {
    type: 'radial',
    from: centre,
    to: { x: centre.x + radius, y: centre.y },
    stops: spread(colors),
  }
}

function spread(colors: readonly (string | Stop)[]): Stop[] {
  return colors.map((color, i) =>
    typeof color === 'string' ? { at: i / Math.max(1, colors.length - 1), color } : color,
  )
}

/** Two decimals are enough for a picture, and keep SVG files small. */
export function number(value: number): string {
  return String(Math.round(value * 100) / 100)
}

export function polygon(points: readonly Point[]): string {
  return `${open(points)} Z`
}

export function open(points: readonly Point[]): string {
  return points.map((p, i) => `${i === 0 ? 'M' : 'L'}${number(p.x)} ${number(p.y)}`).join(' ')
}

export function rect(x: number, y: number, width: number, height: number): string {
  return polygon([
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ])
}

/** How far a cubic's control point lies out for a quarter of a circle of radius 1. */
const QUARTER = 0.5523

export function ellipse(cx: number, cy: number, rx: number, ry: number, angle = 0): string {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const at = (x: number, y: number): string =>
    `${number(cx + x * rx * cos - y * ry * sin)} ${number(cy + x * rx * sin + y * ry * cos)}`
  const k = QUARTER
  return (
    `M${at(1, 0)} C${at(1, k)} ${at(k, 1)} ${at(0, 1)} C${at(-k, 1)} ${at(-1, k)} ${at(-1, 0)} ` +
    `C${at(-1, -k)} ${at(-k, -1)} ${at(0, -1)} C${at(k, -1)} ${at(1, -k)} ${at(1, 0)} Z`
  )
}

export function circle(cx: number, cy: number, r: number): string {
  return ellipse(cx, cy, r, r)
}

export function roundRect(
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): string {
  const r = Math.min(radius, width / 2, height / 2)
  const k = r * (1 - QUARTER)
  const right = x + width
  const bottom = y + height
  const n = number
  return (
    `M${n(x + r)} ${n(y)} L${n(right - r)} ${n(y)} ` +
    `C${n(right - k)} ${n(y)} ${n(right)} ${n(y + k)} ${n(right)} ${n(y + r)} ` +
    `L${n(right)} ${n(bottom - r)} ` +
    `C${n(right)} ${n(bottom - k)} ${n(right - k)} ${n(bottom)} ${n(right - r)} ${n(bottom)} ` +
    `L${n(x + r)} ${n(bottom)} ` +
    `C${n(x + k)} ${n(bottom)} ${n(x)} ${n(bottom - k)} ${n(x)} ${n(bottom - r)} ` +
    `L${n(x)} ${n(y + r)} C${n(x)} ${n(y + k)} ${n(x + k)} ${n(y)} ${n(x + r)} ${n(y)} Z`
  )
}

/** A part of a circle as an open path; angles in degrees, clockwise from three o'clock. */
export function arc(cx: number, cy: number, r: number, from: number, to: number): string {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / 60))
  const step = ((to - from) / steps) * (Math.PI / 180)
  const k = (4 / 3) * Math.tan(step / 4) * r
  let angle = from * (Math.PI / 180)
  let d = `M${number(cx + r * Math.cos(angle))} ${number(cy + r * Math.sin(angle))}`
  for (let i = 0; i < steps; i++) {
    const next = angle + step
    const [c0, s0, c1, s1] = [Math.cos(angle), Math.sin(angle), Math.cos(next), Math.sin(next)]
    d +=
      ` C${number(cx + r * c0 - k * s0)} ${number(cy + r * s0 + k * c0)}` +
      ` ${number(cx + r * c1 + k * s1)} ${number(cy + r * s1 - k * c1)}` +
      ` ${number(cx + r * c1)} ${number(cy + r * s1)}`
    angle = next
  }
  return d
}

/** A smooth path through all points (Catmull-Rom), open. */
export function curve(points: readonly Point[]): string {
  const first = points[0]
  if (first === undefined) return ''
  let d = `M${number(first.x)} ${number(first.y)}`
  for (let i = 0; i + 1 < points.length; i++) {
    const b = points[i] ?? first
    const c = points[i + 1] ?? first
    const a = points[i - 1] ?? b
    const e = points[i + 2] ?? c
    d +=
      ` C${number(b.x + (c.x - a.x) / 6)} ${number(b.y + (c.y - a.y) / 6)}` +
      ` ${number(c.x - (e.x - b.x) / 6)} ${number(c.y - (e.y - b.y) / 6)}` +
      ` ${number(c.x)} ${number(c.y)}`
  }
  return d
}
