import type { Content, Size } from '../../shared/protocol.ts'
import { parseSvg } from './clean-svg.ts'
import { MediaError } from './media-error.ts'
import { fitted } from './size.ts'
import { svgSize } from './svg-size.ts'

/** A picture of an SVG, as PNG, for when Figma refuses the vectors; in its own size by default. */
export async function rasterise(svg: string, size?: Size): Promise<Content> {
  const root = parseSvg(svg, 'This file')
  const own = svgSize(
    root.getAttribute('width'),
    root.getAttribute('height'),
    root.getAttribute('viewBox'),
  )
  const { width, height } = fitted(size ?? own)
  if (!root.hasAttribute('viewBox')) {
    root.setAttribute('viewBox', `0 0 ${own.width} ${own.height}`)
  }
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  const text = new XMLSerializer().serializeToString(root)

  const image = new Image(width, height)
  // Unlike a blob, a data URL never makes a canvas of an origin-less page unreadable.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  try {
    await image.decode()
  } catch {
    throw new MediaError('This SVG file cannot be drawn. Replace it in Cliquify.')
  }
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) {
    throw new MediaError('This SVG file cannot be drawn. Replace it in Cliquify.')
  }
  return { type: 'image', bytes: new Uint8Array(await blob.arrayBuffer()), width, height }
}
