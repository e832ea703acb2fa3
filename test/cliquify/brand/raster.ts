import type { Drawing, Gradient, Point, Shape } from './drawing.ts'
import { flatten, strokeOutline } from './outline.ts'

export interface Pixels {
  readonly width: number
  readonly height: number
  /** RGBA, straight alpha. */
  readonly data: Uint8ClampedArray
}

/** Rows within a pixel at which edges are sampled; coverage along x is exact. */
const SAMPLES = 4

/** Draws at the given width in pixels, the height follows the drawing's aspect. */
export function rasterise(drawing: Drawing, width: number): Pixels {
  const scale = width / drawing.width
  const height = Math.max(1, Math.round(drawing.height * scale))
  const pixels = { width, height, data: new Uint8ClampedArray(width * height * 4) }
  for (const shape of drawing.shapes) drawShape(pixels, shape, scale)
  return pixels
}

function drawShape(pixels: Pixels, shape: Shape, scale: number): void {
  const lines = flatten(shape.d, scale)
  const outlines =
    shape.stroke === null
      ? lines.map(({ points }) => points)
      : lines.flatMap((line) => strokeOutline(line, (shape.stroke ?? 0) * scale))
  const colorAt = painter(shape.fill, shape.opacity, scale)
  const { width, height, data } = pixels
  const cover = new Float32Array(width + 1)
  const edges = toEdges(outlines)
  const xs = outlines.flat().map((point) => point.x)
  const left = Math.max(0, Math.floor(xs.reduce((a, b) => Math.min(a, b), width)))
  const right = Math.min(width, Math.ceil(xs.reduce((a, b) => Math.max(a, b), 0)))
  const top = Math.max(0, Math.floor(edges.reduce((high, e) => Math.min(high, e.top), height)))
  const bottom = Math.min(height, Math.ceil(edges.reduce((low, e) => Math.max(low, e.bottom), 0)))
  for (let y = top; y < bottom; y++) {
    const near = edges.filter((edge) => edge.top < y + 1 && edge.bottom > y)
    cover.fill(0, left, right + 1)
    for (let s = 0; s < SAMPLES; s++) addSpans(cover, near, y + (s + 0.5) / SAMPLES, width)
    for (let x = left; x < right; x++) {
      const coverage = cover[x] ?? 0
      if (coverage > 0) blend(data, (y * width + x) * 4, colorAt(x + 0.5, y + 0.5), coverage)
    }
  }
}

interface Edge {
  readonly top: number
  readonly bottom: number
  readonly x: number
  /** Change of x for each unit of y. */
  readonly slope: number
  readonly winding: 1 | -1
}

function toEdges(outlines: readonly (readonly Point[])[]): Edge[] {
  const edges: Edge[] = []
  for (const points of outlines) {
    points.forEach((a, i) => {
      const b = points[(i + 1) % points.length]
      if (b === undefined || a.y === b.y) return
      const [upper, lower] = a.y < b.y ? [a, b] : [b, a]
      edges.push({
        top: upper.y,
        bottom: lower.y,
        x: upper.x,
        slope: (lower.x - upper.x) / (lower.y - upper.y),
        winding: a.y < b.y ? 1 : -1,
      })
    })
  }
  return edges
}

/** Adds what lies inside the edges (non-zero rule) along one line of samples. */
function addSpans(cover: Float32Array, edges: readonly Edge[], y: number, width: number): void {
  const crossings = edges
    .filter((edge) => edge.top <= y && edge.bottom > y)
    .map((edge) => ({ x: edge.x + (y - edge.top) * edge.slope, winding: edge.winding }))
    .sort((a, b) => a.x - b.x)
  let winding = 0
  let start = 0
  for (const crossing of crossings) {
    if (winding === 0) start = crossing.x
    winding += crossing.winding
    if (winding === 0) addSpan(cover, Math.max(0, start), Math.min(width, crossing.x))
  }
}

function addSpan(cover: Float32Array, from: number, to: number): void {
  if (to <= from) return
  const weight = 1 / SAMPLES
  const first = Math.floor(from)
  const last = Math.floor(to)
  if (first === last) {
    cover[first] = (cover[first] ?? 0) + (to - from) * weight
    return
  }
  cover[first] = (cover[first] ?? 0) + (first + 1 - from) * weight
  for (let x = first + 1; x < last; x++) cover[x] = (cover[x] ?? 0) + weight
  cover[last] = (cover[last] ?? 0) + (to - last) * weight
}

interface Color {
  /** 0 to 255. */
  readonly r: number
  readonly g: number
  readonly b: number
  /** 0 to 1. */
  readonly a: number
}

/** Writes as plainly as it can: a picture of 5000 × 3000 comes here a hundred million times. */
function blend(data: Uint8ClampedArray, at: number, color: Color, coverage: number): void {
  const alpha = coverage >= 1 ? color.a : color.a * coverage
  const below = data[at + 3] ?? 0
  if (alpha >= 1 || below === 0) {
    data[at] = color.r
    data[at + 1] = color.g
    data[at + 2] = color.b
    data[at + 3] = alpha * 255
    return
  }
  const out = alpha + (below / 255) * (1 - alpha)
  const take = alpha / out
  const r = data[at] ?? 0
  const g = data[at + 1] ?? 0
  const b = data[at + 2] ?? 0
  data[at] = r + (color.r - r) * take
  data[at + 1] = g + (color.g - g) * take
  data[at + 2] = b + (color.b - b) * take
  data[at + 3] = out * 255
}

function painter(
  fill: string | Gradient,
  opacity: number,
  scale: number,
): (x: number, y: number) => Color {
  if (typeof fill === 'string') {
    const color = parse(fill, opacity)
    return () => color
  }
  const steps = 512
  const table = Array.from({ length: steps + 1 }, (_, i) => mix(fill, i / steps, opacity))
  const end: Color = { r: 0, g: 0, b: 0, a: 0 }
  const pick = (t: number): Color => table[Math.round(Math.min(1, Math.max(0, t)) * steps)] ?? end
  const [x0, y0] = [fill.from.x * scale, fill.from.y * scale]
  const [dx, dy] = [fill.to.x * scale - x0, fill.to.y * scale - y0]
  const square = dx * dx + dy * dy
  if (fill.type === 'linear') return (x, y) => pick(((x - x0) * dx + (y - y0) * dy) / square)
  return (x, y) => pick(Math.sqrt(((x - x0) * (x - x0) + (y - y0) * (y - y0)) / square))
}

function mix({ stops }: Gradient, t: number, opacity: number): Color {
  const after = stops.find((stop) => stop.at >= t) ?? stops.at(-1)
  const before = stops.findLast((stop) => stop.at <= t) ?? stops[0]
  if (before === undefined || after === undefined) return { r: 0, g: 0, b: 0, a: 0 }
  const a = parse(before.color, (before.opacity ?? 1) * opacity)
  const b = parse(after.color, (after.opacity ?? 1) * opacity)
  const part = after.at === before.at ? 0 : (t - before.at) / (after.at - before.at)
  return {
    r: a.r + (b.r - a.r) * part,
    g: a.g + (b.g - a.g) * part,
    b: a.b + (b.b - a.b) * part,
    a: a.a + (b.a - a.a) * part,
  }
}

function parse(hex: string, alpha: number): Color {
  const value = Number.parseInt(hex.slice(1), 16)
  return { r: (value >> 16) & 0xff, g: (value >> 8) & 0xff, b: value & 0xff, a: alpha }
}
