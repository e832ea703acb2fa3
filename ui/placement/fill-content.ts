import type { Content, Size } from '../../shared/protocol.ts'
import { parseSvg } from '../media/clean-svg.ts'
import { rasterise } from '../media/rasterise.ts'
import { readSvgSize } from '../media/svg-size.ts'

/**
 * Content as a fill has it: vectors become a picture that is crisp on a layer of that size, or of
 * their own where that is larger. The picture tells their own size all the same.
 */
export async function asFill(content: Content, layer: Size): Promise<Content> {
  return content.type === 'vector' ? crispPicture(content.svg, layer) : content
}

async function crispPicture(svg: string, layer: Size): Promise<Content> {
  const own = readSvgSize(parseSvg(svg, 'This file'))
  const scale = Math.max(1, layer.width / own.width, layer.height / own.height)
  const drawn = await rasterise(svg, { width: own.width * scale, height: own.height * scale })
  return { ...drawn, ...own }
}
