import type { Replacement } from '../../shared/protocol.ts'
import { isLocked } from '../locked.ts'
import { refused } from '../refused.ts'
import type { ContentHost } from './content.ts'
import { holdsVectors, isEdited } from './edited.ts'
import { isPartOfInstance, mustFindLayer } from './layer.ts'
import { decodeFor, putContent, shownOf } from './put-content.ts'
import { readProvenance } from './provenance.ts'
import { withRollback } from './rollback.ts'

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
    throw refused('edited', node.name, nodeId)
  }
  const last = readProvenance(node)
  const next = last?.fill ? { ...provenance, fill: last.fill } : provenance
  const decoded = await decodeFor(figma, node, content)
  await withRollback((rollback) =>
    putContent(figma, rollback, node, shownOf(figma, rollback, decoded), next),
  ).catch((error: unknown) => {
    throw refused('replace-failed', node.name, error)
  })
}

async function findPlaced(figma: ReplaceHost, nodeId: string): Promise<SceneNode> {
  const node = await mustFindLayer(figma, nodeId)
  if (isPartOfInstance(node, readProvenance(node) ?? {})) {
    throw refused('in-instance', node.name, nodeId)
  }
  if (isLocked(node)) {
    throw refused('locked', node.name, nodeId)
  }
  return node
}
