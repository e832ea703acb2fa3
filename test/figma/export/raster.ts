import type { Outline } from './outline.ts'

/** Looks at each pixel this many times in each direction. */
const SAMPLES = 4

/** A transparent picture that outlines are painted on, one over the other. */
export interface Raster {
  readonly width: number
  readonly height: number
  /** RGBA, not premultiplied. */
  readonly pixels: Uint8Array
}

export function blankRaster(width: number, height: number): Raster {
  return { width, height, pixels: new Uint8Array(width * height * 4) }
}

/** `color`: sRGB 0–1; the outline is in the raster's pixels. */
export function paintOutline(raster: Raster, outline: Outline, color: RGBA): void {
  const { width, height, pixels } = raster
  const rows = crossings(height * SAMPLES, outline.polygons)
  const whole = Uint8Array.of(
    ...[color.r, color.g, color.b, 1].map((each) => Math.round(each * 255)),
  )
  const [packed = 0] = new Uint32Array(whole.buffer)
  const packedPixels = new Uint32Array(pixels.buffer)
  for (let y = 0; y < height; y++) {
    const spans = rows
      .slice(y * SAMPLES, (y + 1) * SAMPLES)
      .map((all) => spansOf(all, outline.evenOdd, width * SAMPLES))
    const line = y * width
    const inner = color.a === 1 ? innerOf(spans) : null
    const covered = new Map<number, number>()
    for (const [first, last] of spans.flat()) {
      for (let sample = first; sample < last; sample++) {
        const x = Math.floor(sample / SAMPLES)
        // What is covered in full and opaque needs no samples.
        if (inner !== null && x >= inner[0] && x < inner[1]) sample = inner[1] * SAMPLES - 1
        else covered.set(x, (covered.get(x) ?? 0) + 1)
      }
    }
    if (inner !== null) packedPixels.fill(packed, line + inner[0], line + inner[1])
    for (const [x, samples] of covered) {
      blend(pixels, (line + x) * 4, color, samples / (SAMPLES * SAMPLES))
    }
  }
}

/** From a sample to before another. */
type Span = readonly [first: number, last: number]

/** What of a row of samples is inside. */
function spansOf(all: readonly Crossing[], evenOdd: boolean, end: number): readonly Span[] {
  const sorted = [...all].sort((one, other) => one.x - other.x)
  let winding = 0
  return sorted.flatMap(({ x, turn }, at) => {
    winding += turn
    const isInside = evenOdd ? at % 2 === 0 : winding !== 0
    const first = Math.max(0, Math.ceil(x * SAMPLES - 0.5))
    const last = Math.min(end, Math.ceil((sorted[at + 1]?.x ?? x) * SAMPLES - 0.5))
    return isInside && first < last ? [[first, last] as const] : []
  })
}

/** The pixels that all rows of samples cover by one span; null where there are none. */
function innerOf(rows: readonly (readonly Span[])[]): Span | null {
  if (rows.some(({ length }) => length !== 1)) return null
  const first = Math.max(...rows.flat().map(([from]) => Math.ceil(from / SAMPLES)))
  const last = Math.min(...rows.flat().map(([, to]) => Math.floor(to / SAMPLES)))
  return first < last ? [first, last] : null
}

interface Crossing {
  readonly x: number
  readonly turn: 1 | -1
}

/** Where the lines cross the middle of each row of samples. */
function crossings(count: number, polygons: Outline['polygons']): readonly (readonly Crossing[])[] {
  const rows = Array.from({ length: count }, (): Crossing[] => [])
  for (const polygon of polygons) {
    for (let at = 0; at < polygon.length; at += 2) {
      const [x1 = 0, y1 = 0] = polygon.slice(at, at + 2)
      const [x2 = 0, y2 = 0] = at + 2 < polygon.length ? polygon.slice(at + 2, at + 4) : polygon
      const from = Math.ceil(Math.min(y1, y2) * SAMPLES - 0.5)
      const to = Math.ceil(Math.max(y1, y2) * SAMPLES - 0.5)
      for (let row = Math.max(0, from); row < Math.min(count, to); row++) {
        const part = ((row + 0.5) / SAMPLES - y1) / (y2 - y1)
        rows[row]?.push({ x: x1 + (x2 - x1) * part, turn: y2 > y1 ? 1 : -1 })
      }
    }
  }
  return rows
}

function blend(pixels: Uint8Array, at: number, { r, g, b, a }: RGBA, share: number): void {
  const over = a * share
  const under = ((pixels[at + 3] ?? 0) / 255) * (1 - over)
  const alpha = over + under
  if (alpha === 0) return
  for (const [channel, value] of [r, g, b].entries()) {
    const below = (pixels[at + channel] ?? 0) / 255
    pixels[at + channel] = Math.round(((value * over + below * under) / alpha) * 255)
  }
  pixels[at + 3] = Math.round(alpha * 255)
}
