import type { Replacement } from '../../shared/protocol.ts'
import { Trouble } from '../../shared/trouble.ts'
import { isLocked } from '../locked.ts'
import { decodeContent, makeVector, refused, type ContentHost } from './content.ts'
import { holdsVectors, isEdited } from './edited.ts'
import { isPartOfInstance, mustFindLayer } from './layer.ts'
import { putContent } from './put-content.ts'
import { readProvenance } from './provenance.ts'
import { withRollback } from './rollback.ts'
import { isPlainPicture, pictureOnly } from './swap-node.ts'

export type ReplaceHost = ContentHost & Pick<PluginAPI, 'getNodeByIdAsync' | 'createFrame'>

/**
 * Puts content into a placed layer in its place: same size, position, constraints and crop. The layer
 * stays the same one, except where a picture becomes vectors. It is what it is to be in the end, or
 * just what it was.
 */
export async function replace(
  figma: ReplaceHost,
  { nodeId, content, provenance, edits }: Omit<Replacement, 'batch'>,
): Promise<void> {
  const node = await findPlaced(figma, nodeId)
  if (edits === 'keep' && holdsVectors(node) && isEdited(node)) {
    throw refused('edited', `“${node.name}” was edited by hand, so it was left as it is.`, nodeId)
  }
  const last = readProvenance(node)
  const next = last?.fill === true ? { ...provenance, fill: last.fill } : provenance
  if (content.type === 'vector' && !holdsVectors(node) && !isPlainPicture(node)) {
    throw pictureOnly(node)
  }
  const decoded = await decodeContent(figma, content)
  try {
    await withRollback(async (rollback) => {
      const shown = decoded.type === 'vector' ? makeVector(figma, decoded.svg) : decoded
      rollback.add(() => {
        if ('remove' in shown) shown.remove()
      })
      await putContent(figma, rollback, node, shown, next)
    })
  } catch (error) {
    if (error instanceof Trouble) throw error
    throw refused('replace-failed', `Figma could not update “${node.name}”. Try again.`, error)
  }
}

async function findPlaced(figma: ReplaceHost, nodeId: string): Promise<SceneNode> {
  const node = await mustFindLayer(figma, nodeId)
  if (isPartOfInstance(node, readProvenance(node) ?? {})) {
    throw refused(
      'in-instance',
      `“${node.name}” is part of an instance. Update it in the main component instead.`,
      nodeId,
    )
  }
  if (isLocked(node)) {
    throw refused('locked', `“${node.name}” is locked. Unlock it, then try again.`, nodeId)
  }
  return node
}
