import type { Content, Size } from '../../shared/protocol.ts'
import { Trouble } from '../../shared/trouble.ts'
import { decodeVideo, videoPaint, type DecodedVideo, type VideoHost } from './video.ts'

export type ContentHost = Pick<PluginAPI, 'createImage' | 'createRectangle' | 'createNodeFromSvg'> &
  VideoHost

/** The smallest side and the smallest scale that Figma takes. */
const MIN_SIDE = 0.01
const MIN_SCALE = 0.01

/** Content that Figma has accepted as far as it can tell without writing to the document. */
export type Decoded =
  | { readonly type: 'vector'; readonly svg: string }
  | { readonly type: 'image'; readonly hash: string; readonly size: Size }
  | DecodedVideo

/**
 * Rejects with `Trouble` kind `image-refused` or `video-refused`; writes nothing to the document.
 */
export async function decodeContent(figma: ContentHost, content: Content): Promise<Decoded> {
  return content.type === 'video' ? decodeVideo(figma, content) : decodeNow(figma, content)
}

function decodeNow(
  figma: ContentHost,
  content: Exclude<Content, { readonly type: 'video' }>,
): Decoded {
  if (content.type === 'vector') return content
  const { width, height } = content
  if (!(width > 0 && height > 0 && Number.isFinite(width * height))) {
    throw imageRefused('This picture has no size. Try another file.', `${width} × ${height}`)
  }
  try {
    const { hash } = figma.createImage(content.bytes)
    return { type: 'image', hash, size: { width, height } }
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error)
    throw imageRefused(sentenceFor(details), details)
  }
}

/**
 * Makes a layer of the content in its natural size.
 * Throws `Trouble` kind `svg-refused`, then with nothing made.
 */
export function makeNode(figma: ContentHost, content: Decoded): RectangleNode | FrameNode {
  if (content.type === 'vector') return makeVector(figma, content.svg)
  const node = figma.createRectangle()
  try {
    node.resize(Math.max(MIN_SIDE, content.size.width), Math.max(MIN_SIDE, content.size.height))
    node.fills = [paintOf(content)]
  } catch (error) {
    node.remove()
    throw error
  }
  return node
}

export function makeVector(figma: Pick<ContentHost, 'createNodeFromSvg'>, svg: string): FrameNode {
  try {
    return figma.createNodeFromSvg(svg)
  } catch (error) {
    throw new Trouble({
      kind: 'svg-refused',
      message: 'Figma cannot read this SVG. Try placing it as a picture.',
      details: error instanceof Error ? error.message : String(error),
    })
  }
}

/** Shows the content from edge to edge. */
export function paintOf(content: Exclude<Decoded, { readonly type: 'vector' }>): Paint {
  return content.type === 'video' ? videoPaint(content.hash) : imagePaint(content.hash, 'FILL')
}

export function imagePaint(imageHash: string, scaleMode: 'FILL' | 'FIT'): ImagePaint {
  return { type: 'IMAGE', imageHash, scaleMode }
}

/** Makes the layer fit into the size with all that is in it; a picture takes just that size. */
export function sizeNode(node: RectangleNode | FrameNode, { width, height }: Size): void {
  if (isSame(node.width, width) && isSame(node.height, height)) return
  if (node.type === 'FRAME') {
    const scale = Math.min(width / node.width, height / node.height)
    node.rescale(Math.max(MIN_SCALE, scale))
  } else {
    node.resize(Math.max(MIN_SIDE, width), Math.max(MIN_SIDE, height))
  }
}

/** Figma keeps numbers as 32-bit floats. */
function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-3
}

function imageRefused(message: string, details: string): Trouble {
  return new Trouble({ kind: 'image-refused', message, details })
}

function sentenceFor(details: string): string {
  if (/too large/i.test(details)) {
    return 'This picture is larger than 4096 px on a side, which is Figma’s limit. Use a smaller one.'
  }
  if (/too small/i.test(details)) return 'This picture is empty or too small. Try another file.'
  if (/unsupported/i.test(details)) {
    return 'Figma cannot read this kind of picture. Use PNG, JPEG, GIF or SVG instead.'
  }
  return 'Figma could not read this picture. Try another file.'
}
