import { isNear } from '../near.ts'
import type { Completed, Completion, Provenance, Size } from '../../shared/placement.ts'
import { ifAble } from '../if-able.ts'
import { isOfType } from '../is-of-type.ts'
import { refused } from '../refused.ts'
import { isLaidOut } from './auto-layout.ts'
import { corrected, isWhereItWasPut, type Arrangement, type Member } from './arrangement.ts'
import type { ContentHost } from './content.ts'
import { boxOf, isNearSize, type Box } from './geometry.ts'
import { findLayer } from '../layer.ts'
import type { Placeholders } from './placeholders.ts'
import { isOfAsset, readProvenance } from './provenance.ts'
import { decodeFor, putContent, shownOf } from './put-content.ts'
import { withRollback } from './rollback.ts'
import { sizeNode } from './size-node.ts'
import { placedBoxes } from './where.ts'

export type CompletionHost = ContentHost & Pick<PluginAPI, 'getNodeByIdAsync' | 'createFrame'>

type Layer = RectangleNode | FrameNode | ComponentNode

/**
 * Puts the whole file where its placeholder is: about the same centre in its own size, or in the box
 * that someone has given the layer meanwhile. After a failure the layer still is that placeholder.
 * Throws `Trouble` kind `picture-only` where vectors would lose what someone has given it
 * meanwhile.
 */
export async function complete(
  figma: CompletionHost,
  placeholders: Placeholders,
  { nodeId, content, provenance }: Completion,
): Promise<Completed> {
  const node = await findPlaceholder(figma, nodeId, provenance)
  if (!node) {
    placeholders.forget(nodeId)
    return { outcome: 'gone' }
  }
  // An instance shows what its component does.
  if (node.type === 'INSTANCE') return completed(node)
  const decoded = await decodeFor(figma, node, content)
  const arrangement = placeholders.arrangementOf(nodeId)
  const { whole, members } = await withRollback(async (rollback) => {
    const shown = shownOf(figma, rollback, decoded)
    const size = 'hash' in shown ? shown.size : shown
    const planned = arrangement && planFor(node, size, arrangement)
    const before = boxOf(node)
    rollback.add(() => give(node, before))
    give(node, planned?.find((member) => member.nodeId === nodeId)?.box ?? before)
    return {
      whole: await putContent(figma, rollback, node, shown, provenance),
      members: planned,
    }
  }).catch((error: unknown) => {
    throw refused('place-failed', '', error)
  })
  if (arrangement) {
    if (members) moveOthers(arrangement, members, whole)
    arrangement.members = (members ?? arrangement.members).map((member) =>
      member.nodeId === nodeId ? { ...member, nodeId: whole.id } : member,
    )
  }
  placeholders.forget(nodeId)
  return completed(whole)
}

function completed({ id, parent }: SceneNode): Completed {
  return { outcome: 'completed', nodeId: id, parentName: parent?.name ?? '' }
}

/** The layer, where it still stands in for this asset. */
async function findPlaceholder(
  figma: CompletionHost,
  nodeId: string,
  provenance: Provenance,
): Promise<Layer | InstanceNode | null> {
  const node = await findLayer(figma, nodeId)
  if (!node || !isPlacedLayer(node) || !isOfAsset(node, provenance)) return null
  return node.type === 'INSTANCE' || readProvenance(node)?.incomplete ? node : null
}

function isPlacedLayer(node: BaseNode): node is Layer | InstanceNode {
  return isOfType(node, 'RECTANGLE', 'FRAME', 'COMPONENT', 'INSTANCE')
}

/** Where all go; null where the layer has the size that was expected, or someone gave it another. */
function planFor(node: Layer, size: Size, arrangement: Arrangement): readonly Member[] | null {
  const { members } = arrangement
  const expected = members.find((member) => member.nodeId === node.id)?.size
  if (expected && isNearSize(size, expected)) return null
  const { parent } = node
  const own = new Set(members.map(({ nodeId }) => nodeId))
  const others = parent ? placedBoxes(parent, own) : []
  return corrected(arrangement, node.id, size, boxOf(node), others)
}

/**
 * Makes room around a layer that has another size than was thought. Only what nobody has touched
 * moves; that one of them cannot be moved is no reason to take back what has arrived.
 */
function moveOthers(arrangement: Arrangement, members: readonly Member[], whole: Layer): void {
  const { layout, members: before } = arrangement
  if (!layout) return
  for (const layer of whole.parent?.children ?? []) {
    const of = ({ nodeId }: Member): boolean => nodeId === layer.id
    const [last, next] = [before.find(of), members.find(of)]
    if (!last || !next || layer.id === whole.id || !isPlacedLayer(layer)) continue
    ifAble(() => {
      if (isWhereItWasPut(last, boxOf(layer), layout)) give(layer, next.box)
    })
  }
}

/** Gives a layer its size, and its place where auto layout does not decide that. */
function give(node: Layer | InstanceNode, box: Box): void {
  const { parent } = node
  const { x, y } = box
  sizeNode(node, box)
  if (parent && isLaidOut(parent)) return
  if (!isNear(node.x, x)) node.x = x
  if (!isNear(node.y, y)) node.y = y
}
