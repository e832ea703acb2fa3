import type { Provenance } from '../../shared/placement.ts'
import type { Replacement } from '../../shared/update.ts'
import { isLocked } from '../locked.ts'
import { refused } from '../refused.ts'
import type { ContentHost } from './content.ts'
import { holdsVectors, isEdited } from './edited.ts'
import { isPartOfInstance, mustFindLayer } from '../layer.ts'
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
  const node = await mustFindLayer(figma, nodeId)
  const last = readProvenance(node)
  const why = whyNot(node, last?.fill, edits)
  if (why) throw refused(why, node.name, nodeId)
  const next = last?.fill ? { ...provenance, fill: last.fill } : provenance
  const decoded = await decodeFor(figma, node, content)
  await withRollback((rollback) =>
    putContent(figma, rollback, node, shownOf(figma, rollback, decoded), next),
  ).catch((error: unknown) => {
    throw refused('replace-failed', node.name, error)
  })
}

/** Why a layer is left as it is; null where nothing speaks against it. */
function whyNot(
  node: SceneNode,
  fill: Provenance['fill'],
  edits: Replacement['edits'],
): 'in-instance' | 'locked' | 'edited' | null {
  if (isPartOfInstance(node, fill)) return 'in-instance'
  if (isLocked(node)) return 'locked'
  return edits === 'keep' && holdsVectors(node) && isEdited(node) ? 'edited' : null
}
