import type { Content, Provenance } from '../../shared/placement.ts'
import type { EditorHost } from '../editor-of.ts'
import { refused } from '../refused.ts'
import { paintOf, type Painted } from './paints.ts'
import type { Rollback } from './rollback.ts'
import { sizeNode } from './size-node.ts'
import { makeTemplate } from './template.ts'

export type ContentHost = Pick<
  PluginAPI,
  'createImage' | 'createVideoAsync' | 'createRectangle' | 'createNodeFromSvg'
>

/** What layers of every kind are made with. */
export type LayerHost = ContentHost & EditorHost & Pick<PluginAPI, 'createFrame' | 'buzz'>

/** Content that Figma has accepted as far as it can tell without writing to the document. */
export type Decoded = Extract<Content, { readonly type: 'vector' }> | Painted

/**
 * Rejects with `Trouble` kind `image-refused`, or `video-refused`: Figma takes videos on paid
 * plans only, and tells no reason that could be relied on. Writes nothing to the document.
 */
export async function decodeContent(figma: ContentHost, content: Content): Promise<Decoded> {
  if (content.type === 'vector') return content
  const { type, bytes, width, height } = content
  if (type === 'image' && !(width > 0 && height > 0 && width * height < Infinity)) {
    throw refused('image-refused', 'no size', `${width} × ${height}`)
  }
  try {
    const { hash } =
      type === 'video' ? await figma.createVideoAsync(bytes) : figma.createImage(bytes)
    return { type, hash, size: { width, height } }
  } catch (error) {
    throw refused(`${type}-refused`, String(error), error)
  }
}

/**
 * Makes a layer of the content in its natural size. A template is a picture in a frame.
 * Throws `Trouble` kind `svg-refused`, or `picture-only` for vectors of a template.
 */
export function makeNode(
  figma: LayerHost,
  rollback: Rollback,
  content: Decoded,
  kind: Provenance['kind'],
): RectangleNode | FrameNode {
  const isTemplate = kind === 'template'
  if (content.type === 'vector') {
    if (isTemplate) throw refused('picture-only', '', kind)
    return makeVector(figma, rollback, content.svg)
  }
  const node = rollback.made(figma.createRectangle())
  sizeNode(node, content.size)
  node.fills = [paintOf(content)]
  return isTemplate ? makeTemplate(figma, rollback, node) : node
}

/** Throws `Trouble` kind `svg-refused`. */
export function makeVector(
  figma: Pick<ContentHost, 'createNodeFromSvg'>,
  rollback: Rollback,
  svg: string,
): FrameNode {
  try {
    return rollback.made(figma.createNodeFromSvg(svg))
  } catch (error) {
    throw refused('svg-refused', '', error)
  }
}
