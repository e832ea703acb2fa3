import type { Content, Size } from '../../shared/placement.ts'
import { markupOf, parseSvg } from './clean-svg.ts'
import { letOthersRun } from './let-others-run.ts'
import { fitted } from './size.ts'
import { readSvgSize, setSvgSize } from './svg-size.ts'
import { tooComplex } from './refusal.ts'
import { within } from './within.ts'
import { bytesOf } from './bytes.ts'

/** Pixels for each of the layer's, so that it stays crisp on today's screens. */
const CRISP = 2

/** What is not drawn by then, beside the window's thread, is given up. */
const LONGEST_MS = 15_000

/** A picture of a safe SVG, for when Figma refuses the vectors; see `drawPicture`. */
export function rasterise(svg: string, size?: Size): Promise<Content> {
  const name = 'This file'
  return drawPicture(parseSvg(svg, name), name, size)
}

/**
 * A picture of a safe drawing, as PNG: a layer of the drawing's own size by default, with twice as
 * many pixels a side as far as Figma takes them. Throws `Trouble`.
 */
export async function drawPicture(root: Element, name: string, size?: Size): Promise<Content> {
  const { width, height } = size ?? readSvgSize(root)
  const pixels = fitted({ width, height }, CRISP)
  setSvgSize(root, pixels)
  try {
    const blob = await within(LONGEST_MS, pngOf(markupOf(root), pixels))
    return { type: 'image', bytes: await bytesOf(blob), width, height }
  } catch {
    throw tooComplex(name)
  }
}

async function pngOf(svg: string, { width, height }: Size): Promise<Blob> {
  await letOthersRun()
  const image = new Image(width, height)
  // Unlike a blob, a data URL never makes a canvas of an origin-less page unreadable.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  await letOthersRun()
  // Chromium draws for it on a thread of its own, for a canvas on the window's.
  const drawn = await createImageBitmap(image)
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(drawn, 0, 0)
  drawn.close()
  return canvas.convertToBlob({ type: 'image/png' })
}
