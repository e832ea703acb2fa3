import type { Content, Size } from '../../shared/protocol.ts'
import type { Trouble } from '../../shared/trouble.ts'
import { parseSvg } from './clean-svg.ts'
import { MAX_SIDE } from './size.ts'
import { readSvgSize, setSvgSize } from './svg-size.ts'
import { unusableFile } from './unusable-file.ts'

/** Pixels for each of the layer's, so that it stays crisp on today's screens. */
const CRISP = 2

/**
 * A picture of an SVG, as PNG, for when Figma refuses the vectors: a layer of the drawing's own size
 * by default, with twice as many pixels a side as far as Figma takes them.
 */
export async function rasterise(svg: string, size?: Size): Promise<Content> {
  const root = parseSvg(svg, 'This file')
  const { width, height } = size ?? readSvgSize(root)
  const scale = Math.min(CRISP, MAX_SIDE / Math.max(width, height))
  const pixels = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
  setSvgSize(root, pixels)
  const text = new XMLSerializer().serializeToString(root)

  const image = new Image(pixels.width, pixels.height)
  // Unlike a blob, a data URL never makes a canvas of an origin-less page unreadable.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  try {
    await image.decode()
  } catch {
    throw cannotBeDrawn()
  }
  const canvas = document.createElement('canvas')
  Object.assign(canvas, pixels)
  canvas.getContext('2d')?.drawImage(image, 0, 0, pixels.width, pixels.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw cannotBeDrawn()
  return { type: 'image', bytes: new Uint8Array(await blob.arrayBuffer()), width, height }
}

function cannotBeDrawn(): Trouble {
  return unusableFile('This SVG file cannot be drawn. Replace it in Cliquify.')
}
