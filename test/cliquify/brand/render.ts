import { readFile } from 'node:fs/promises'
import type { Artwork, SampleFile } from './brand.ts'
import type { Drawing } from './drawing.ts'
import { drawLogo } from './logos.ts'
import { encodeGif } from './gif.ts'
import { toPdf } from './pdf.ts'
import { pictureFile } from './picture-files.ts'
import { encodePng } from './png.ts'
import type { Pixels } from './raster.ts'
import { rasterise } from './raster.ts'
import { drawScene } from './scenes.ts'
import { toSvg } from './svg.ts'

/** The longer side of a thumbnail in pixels. */
const THUMBNAIL = 240

/** How long a frame of a GIF stands. */
const FRAME_MS = 700

/** Pictures are the same for every server of a process; what was drawn last is kept. */
const drawn = new Map<string, Promise<Uint8Array>>()
const KEPT = 300

/** The bytes of a file of the media host. */
export function renderFile(file: SampleFile): Promise<Uint8Array> {
  return keep(`${file.path}@${file.version}`, () => encode(file))
}

/** A small PNG of it. */
export function renderThumbnail(file: SampleFile): Promise<Uint8Array> {
  return keep(`thumbs/${file.path}@${file.version}`, () => {
    const drawing = draw(file.artwork, file.version)
    const { width, height } = drawing
    const scale = THUMBNAIL / Math.max(width, height)
    return encodePng(rasterise(drawing, Math.max(1, Math.round(width * scale))))
  })
}

function keep(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = drawn.get(key)
  if (known !== undefined) return known
  const made = make()
  drawn.set(key, made)
  const oldest = drawn.keys().next().value
  if (drawn.size > KEPT && oldest !== undefined) drawn.delete(oldest)
  return made
}

async function encode(file: SampleFile): Promise<Uint8Array> {
  const drawing = draw(file.artwork, file.version)
  switch (file.format) {
    case 'svg':
      return new TextEncoder().encode(toSvg(drawing))
    case 'png':
      return encodePng(rasterise(drawing, file.width))
    case 'gif':
      return encodeGif(frames(file), FRAME_MS)
    case 'pdf':
      return toPdf(drawing)
    case 'jpeg':
    case 'webp':
    case 'webm':
      return readFile(pictureFile(file))
  }
}

/** A GIF goes through three looks of its picture. */
function frames({ artwork, width, version }: SampleFile): Pixels[] {
  if (artwork.type === 'logo') return [rasterise(draw(artwork, version), width)]
  return [0, 1, 2].map((step) =>
    rasterise(drawScene({ ...artwork, colors: artwork.colors + step }), width),
  )
}

/** The picture of a file before it is encoded. */
export function draw(artwork: Artwork, version: number): Drawing {
  if (artwork.type === 'logo') return drawLogo(artwork, version)
  return drawScene(artwork)
}
