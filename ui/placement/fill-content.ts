import type { Content, Size } from '../../shared/protocol.ts'
import { parseSvg } from '../media/clean-svg.ts'
import { rasterise } from '../media/rasterise.ts'
import { fitted } from '../media/size.ts'
import { svgSize } from '../media/svg-size.ts'

/** Pixels for each pixel of the layer: as many as screens have. */
const DENSITY = 2

/** Content as a fill has it: vectors become a picture that is crisp on a layer of that size. */
export async function asFill(content: Content, layer: Size): Promise<Content> {
  return content.type === 'vector' ? crispPicture(content.svg, layer) : content
}

async function crispPicture(svg: string, layer: Size): Promise<Content> {
  const root = parseSvg(svg, 'This file')
  const own = svgSize(
    root.getAttribute('width'),
    root.getAttribute('height'),
    root.getAttribute('viewBox'),
  )
  const cover = Math.max(layer.width / own.width, layer.height / own.height)
  const scale = Math.max(1, cover) * DENSITY
  return rasterise(svg, fitted({ width: own.width * scale, height: own.height * scale }))
}
