import { ChannelError } from '../../shared/channel.ts'
import type { Content, Provenance } from '../../shared/protocol.ts'
import { isInInstance } from './container.ts'
import { decodeContent, imagePaint, makeVector, type ContentHost, type Decoded } from './content.ts'
import { fitInto } from './fit-into.ts'
import { readProvenance, writeProvenance } from './provenance.ts'
import { swapNode } from './swap-node.ts'
import { paintInPlaceOf, videoPaint } from './video.ts'

export type ReplaceHost = ContentHost & Pick<PluginAPI, 'getNodeByIdAsync' | 'commitUndo'>

/**
 * Brings a placed layer up to date in place, as one undo step: same size, position, constraints
 * and crop. The layer stays the same one, except where a picture becomes vectors.
 */
export async function replace(
  figma: ReplaceHost,
  nodeId: string,
  content: Content,
  provenance: Provenance,
): Promise<null> {
  const node = await findPlaced(figma, nodeId)
  figma.commitUndo()
  const decoded = await decodeContent(figma, content)
  const last = readProvenance(node)
  // A name that someone gave by hand is theirs to keep.
  const name = last !== null && node.name === last.name ? provenance.name : node.name

  let current = node
  try {
    current = replaceContent(figma, node, decoded)
    if (current.name !== name && name !== '') current.name = name
    writeProvenance(current, provenance)
  } catch (error) {
    if (error instanceof ChannelError) throw error
    throw new ChannelError({
      code: 'replace-failed',
      message: `Figma could not update “${node.name}”. Undo, then try again.`,
      details: error instanceof Error ? error.message : String(error),
    })
  } finally {
    figma.commitUndo()
  }
  return null
}

async function findPlaced(figma: ReplaceHost, nodeId: string): Promise<SceneNode> {
  const node = await figma.getNodeByIdAsync(nodeId)
  if (node === null || node.type === 'PAGE' || node.type === 'DOCUMENT') {
    throw new ChannelError({
      code: 'gone',
      message: 'This layer is no longer in the file. Refresh the list.',
      details: `no node ${nodeId}`,
    })
  }
  if (isInInstance(node)) {
    throw new ChannelError({
      code: 'in-instance',
      message: `“${node.name}” is part of an instance. Update it in the main component instead.`,
      details: nodeId,
    })
  }
  return node
}

/** Returns the layer that shows the content now. */
function replaceContent(figma: ReplaceHost, node: SceneNode, content: Decoded): SceneNode {
  if (content.type !== 'vector') {
    showPicture(node, content)
    return node
  }
  const vector = makeVector(figma, content.svg)
  try {
    if (node.type !== 'FRAME') return swapNode(node, vector)
    refill(node, vector)
    return node
  } catch (error) {
    vector.remove()
    throw error
  }
}

/** Moves the new vectors into the old frame, which so keeps all that people gave it. */
function refill(frame: FrameNode, source: FrameNode): void {
  const old = [...frame.children]
  const moved: SceneNode[] = []
  const { dx, dy } = fitInto(source, frame)
  try {
    for (const child of [...source.children]) {
      const { x, y } = child
      frame.appendChild(child)
      moved.push(child)
      if (dx !== 0) child.x = x + dx
      if (dy !== 0) child.y = y + dy
    }
  } catch (error) {
    for (const child of moved) child.remove()
    throw error
  }
  for (const child of old) child.remove()
  source.remove()
  // A picture that stood in for the vectors would show behind them.
  const { fills } = frame
  if (typeof fills !== 'symbol' && fills.some(isPicture)) frame.fills = []
}

/** Shows the picture or video where the old one was, with its crop; on vectors, in their place. */
function showPicture(node: SceneNode, content: Exclude<Decoded, { type: 'vector' }>): void {
  if (!('fills' in node) || typeof node.fills === 'symbol') {
    throw new Error(`a ${node.type} cannot show an image`)
  }
  const { fills } = node
  const shown = fills.findIndex(isPicture)
  if (shown === -1) {
    node.fills = [
      content.type === 'video' ? videoPaint(content.hash) : imagePaint(content.hash, 'FIT'),
    ]
  } else {
    node.fills = fills.map((paint, index) =>
      index === shown && isPicture(paint) ? paintInPlaceOf(paint, content) : paint,
    )
  }
  if (node.type === 'FRAME') for (const child of [...node.children]) child.remove()
}

function isPicture(paint: Paint): paint is ImagePaint | VideoPaint {
  return paint.type === 'IMAGE' || paint.type === 'VIDEO'
}
