import { ChannelError } from '../../shared/channel.ts'
import type { Content, Replacement } from '../../shared/protocol.ts'
import { isLocked } from '../locked.ts'
import { withRollback } from './rollback.ts'
import { decodeContent, makeVector, type ContentHost } from './content.ts'
import { holdsVectors, isEdited, type VectorHolder } from './edited.ts'
import { changeName, changeProvenance, empty, refill, showPicture, swap } from './put-content.ts'
import { isPlainPicture, pictureOnly } from './plain-picture.ts'
import { readProvenance } from './provenance.ts'
import { isPartOfInstance } from './reach.ts'

export type ReplaceHost = ContentHost & Pick<PluginAPI, 'getNodeByIdAsync' | 'createFrame'>

/**
 * Puts content into a placed layer in its place: same size, position, constraints and crop. The layer
 * stays the same one, except where a picture becomes vectors. It is what it is to be in the end, or
 * just what it was.
 */
export async function replace(
  figma: ReplaceHost,
  { nodeId, content, provenance, edits }: Omit<Replacement, 'batch'>,
): Promise<null> {
  const node = await findPlaced(figma, nodeId)
  if (edits === 'keep' && holdsVectors(node) && isEdited(node)) {
    throw failure('edited', `“${node.name}” was edited by hand, so it was left as it is.`, nodeId)
  }
  const last = readProvenance(node)
  const next = last?.fill === true ? { ...provenance, fill: last.fill } : provenance
  const way = wayTo(node, content)
  const decoded = await decodeContent(figma, content)
  try {
    await withRollback(async (rollback) => {
      const rename = (): void => {
        // A name that someone gave by hand is theirs to keep.
        if (last !== null && node.name === last.name) changeName(rollback, node, next.name)
      }
      if (decoded.type === 'vector') {
        const vector = makeVector(figma, decoded.svg)
        rollback.add(() => vector.remove())
        rename()
        if (way.type === 'refill') await refill(rollback, way.holder, vector, next)
        else swap(node, vector, next)
        return
      }
      rename()
      if (way.type === 'empty') await empty(figma, rollback, way.holder, decoded, next)
      else {
        await showPicture(rollback, node, decoded)
        changeProvenance(rollback, node, next)
      }
    })
  } catch (error) {
    if (error instanceof ChannelError) throw error
    throw failure(
      'replace-failed',
      `Figma could not update “${node.name}”. Try again.`,
      error instanceof Error ? error.message : String(error),
    )
  }
  return null
}

async function findPlaced(figma: ReplaceHost, nodeId: string): Promise<SceneNode> {
  const node = await figma.getNodeByIdAsync(nodeId)
  if (node === null || node.removed || node.type === 'PAGE' || node.type === 'DOCUMENT') {
    throw failure('gone', 'This layer is no longer in the file. Look again.', nodeId)
  }
  if (isPartOfInstance(node, readProvenance(node) ?? {})) {
    throw failure(
      'in-instance',
      `“${node.name}” is part of an instance. Update it in the main component instead.`,
      nodeId,
    )
  }
  if (isLocked(node)) {
    throw failure('locked', `“${node.name}” is locked. Unlock it, then try again.`, nodeId)
  }
  return node
}

/** How content gets into a layer. */
type Way =
  /** As the picture among its paints. */
  | { readonly type: 'paint' }
  /** As its only picture, instead of the vectors in it. */
  | { readonly type: 'empty'; readonly holder: VectorHolder }
  /** As the vectors in it. */
  | { readonly type: 'refill'; readonly holder: VectorHolder }
  /** As vectors in its place. */
  | { readonly type: 'swap' }

function wayTo(node: SceneNode, content: Content): Way {
  if (holdsVectors(node)) {
    if (content.type === 'vector') return { type: 'refill', holder: node }
    return node.children.length === 0 ? { type: 'paint' } : { type: 'empty', holder: node }
  }
  if (content.type !== 'vector') return { type: 'paint' }
  if (isPlainPicture(node)) return { type: 'swap' }
  throw pictureOnly(node)
}

function failure(code: string, message: string, details: string): ChannelError {
  return new ChannelError({ code, message, details })
}
