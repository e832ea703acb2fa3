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
  const covered = coverage(raster, outline)
  for (const [index, samples] of covered.entries()) {
    if (samples > 0) blend(raster.pixels, index * 4, color, samples / (SAMPLES * SAMPLES))
  }
}

/** How many samples of each pixel are inside. */
function coverage({ width, height }: Raster, { polygons, evenOdd }: Outline): Uint8Array {
  const covered = new Uint8Array(width * height)
  const rows = crossings(height * SAMPLES, polygons)
  for (const [row, all] of rows.entries()) {
    const sorted = [...all].sort((one, other) => one.x - other.x)
    let winding = 0
    for (const [at, { x, turn }] of sorted.entries()) {
      winding += turn
      const inside = evenOdd ? at % 2 === 0 : winding !== 0
      if (!inside) continue
      const end = sorted[at + 1]?.x ?? x
      const first = Math.max(0, Math.ceil(x * SAMPLES - 0.5))
      const last = Math.min(width * SAMPLES, Math.ceil(end * SAMPLES - 0.5))
      const line = Math.floor(row / SAMPLES) * width
      for (let sample = first; sample < last; sample++) {
        const pixel = line + Math.floor(sample / SAMPLES)
        covered[pixel] = (covered[pixel] ?? 0) + 1
      }
    }
  }
  return covered
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
