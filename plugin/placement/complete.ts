import { ChannelError } from '../../shared/channel.ts'
import type { Completed, Completion, Provenance, Size } from '../../shared/protocol.ts'
import { withRollback, type Rollback } from './rollback.ts'
import { corrected, isWhereItWasPut, type Arrangement, type Member } from './arrangement.ts'
import {
  decodeContent,
  makeVector,
  paintOf,
  sizeNode,
  type ContentHost,
  type Decoded,
} from './content.ts'
import type { Box } from './geometry.ts'
import { changeFills } from './paints.ts'
import { isPlainPicture, pictureOnly } from './plain-picture.ts'
import type { Placeholders } from './placeholders.ts'
import { readProvenance } from './provenance.ts'
import { changeName, changeProvenance, swap } from './put-content.ts'
import { placedBoxes } from './where.ts'

export type CompletionHost = ContentHost & Pick<PluginAPI, 'getNodeByIdAsync'>

type Layer = RectangleNode | FrameNode

const NO_LAYERS: ReadonlyMap<string, Layer> = new Map()

/**
 * Puts the whole file where its placeholder is: about the same centre in its own size, or in the box
 * that someone has given the layer meanwhile. After a failure the layer still is that placeholder. Throws
 * `ChannelError` code `picture-only` where vectors would lose what someone has given it meanwhile.
 */
export async function complete(
  figma: CompletionHost,
  placeholders: Placeholders,
  { nodeId, content, provenance }: Completion,
): Promise<Completed> {
  const node = await findPlaceholder(figma, nodeId, provenance)
  if (node === null) {
    placeholders.forget(nodeId)
    return { outcome: 'gone' }
  }
  if (content.type === 'vector' && !isPlainPicture(node)) throw pictureOnly(node)
  const arrangement = placeholders.arrangementOf(nodeId)
  const expected = arrangement?.members.find((member) => member.nodeId === nodeId)?.size ?? null
  // Only Figma knows the size of vectors.
  const isAsExpected = content.type !== 'vector' && isSameSize(content, expected)
  const layers = isAsExpected ? NO_LAYERS : await layersOf(figma, arrangement)
  const decoded = await decodeContent(figma, content)

  const vector = decoded.type === 'vector' ? makeVector(figma, decoded.svg) : null
  const size = decoded.type === 'vector' ? sizeOf(vector ?? node) : decoded.size
  const { whole, members } = await withRollback(async (rollback) => {
    rollback.add(() => vector?.remove())
    const isPlanned = arrangement !== null && !isSameSize(size, expected)
    const planned = isPlanned ? planFor(node, size, arrangement) : null
    const box = planned?.find((member) => member.nodeId === nodeId)?.box ?? boxOf(node)
    const shown = await show(rollback, node, { box, decoded, vector, provenance })
    return { whole: shown, members: planned }
  }).catch((error: unknown) => {
    throw new ChannelError({
      code: 'place-failed',
      message: 'Figma could not take the whole file. Try again.',
      details: error instanceof Error ? error.message : String(error),
    })
  })
  if (arrangement !== null) {
    if (members !== null) moveOthers(arrangement, members, nodeId, layers)
    const now = members ?? arrangement.members
    arrangement.members = now.map((member) =>
      member.nodeId === nodeId ? { ...member, nodeId: whole.id } : member,
    )
  }
  placeholders.forget(nodeId)
  return { outcome: 'completed', nodeId: whole.id, parentName: whole.parent?.name ?? '' }
}

/** The layer, where it still stands in for this asset. */
async function findPlaceholder(
  figma: CompletionHost,
  nodeId: string,
  { kind, assetId }: Provenance,
): Promise<RectangleNode | null> {
  const node = await figma.getNodeByIdAsync(nodeId)
  if (node?.type !== 'RECTANGLE') return null
  const last = readProvenance(node)
  const isPlaceholder = last?.incomplete === true && last.kind === kind && last.assetId === assetId
  return isPlaceholder ? node : null
}

/** The layers of an arrangement that are still in the file. */
async function layersOf(
  figma: CompletionHost,
  arrangement: Arrangement | null,
): Promise<ReadonlyMap<string, Layer>> {
  const layers = new Map<string, Layer>()
  for (const { nodeId } of arrangement?.members ?? []) {
    const node = await figma.getNodeByIdAsync(nodeId)
    if (node?.type === 'RECTANGLE' || node?.type === 'FRAME') layers.set(nodeId, node)
  }
  return layers
}

function planFor(
  node: RectangleNode,
  size: Size,
  arrangement: Arrangement,
): readonly Member[] | null {
  const { parent } = node
  const own = new Set(arrangement.members.map(({ nodeId }) => nodeId))
  const others = parent === null || parent.type === 'DOCUMENT' ? [] : placedBoxes(parent, own)
  return corrected(arrangement, { nodeId: node.id, size, now: boxOf(node) }, others)
}

interface Whole {
  readonly box: Box
  readonly decoded: Decoded
  /** What was made of the content; null where it is a picture. */
  readonly vector: FrameNode | null
  readonly provenance: Provenance
}

/** Makes the layer complete. */
async function show(
  rollback: Rollback,
  node: RectangleNode,
  { box, decoded, vector, provenance }: Whole,
): Promise<Layer> {
  const before = boxOf(node)
  rollback.add(() => give(node, before))
  give(node, box)
  // A name that someone gave by hand is theirs to keep.
  if (node.name === readProvenance(node)?.name) changeName(rollback, node, provenance.name)
  if (vector !== null) return swap(node, vector, provenance)
  if (decoded.type !== 'vector') {
    await changeFills(rollback, node, inPlace(node.fills, paintOf(decoded)))
  }
  changeProvenance(rollback, node, provenance)
  return node
}

/** The paint where the thumbnail was, with what someone gave that: its crop, its opacity. */
function inPlace(fills: RectangleNode['fills'], paint: Paint): readonly Paint[] {
  if (typeof fills === 'symbol') return [paint]
  const at = fills.findIndex(({ type }) => type === 'IMAGE')
  if (at === -1) return [...fills, paint]
  return fills.map((shown, index) => {
    if (index !== at) return shown
    const { type } = shown
    return type === 'IMAGE' && paint.type === 'IMAGE'
      ? { ...shown, imageHash: paint.imageHash }
      : paint
  })
}

/**
 * Makes room around a layer that has another size than was thought. Only what nobody has touched
 * moves; that one of them cannot be moved is no reason to take back what has arrived.
 */
function moveOthers(
  arrangement: Arrangement,
  members: readonly Member[],
  nodeId: string,
  layers: ReadonlyMap<string, Layer>,
): void {
  const before = arrangement.members
  if (arrangement.layout === null) return
  for (const [index, member] of members.entries()) {
    const layer = layers.get(member.nodeId)
    const last = before[index]
    if (layer === undefined || last === undefined || member.nodeId === nodeId) continue
    try {
      if (isWhereItWasPut(last, boxOf(layer), arrangement.layout)) give(layer, member.box)
    } catch {
      continue
    }
  }
}

/** Gives a layer its size, and its place where auto layout does not decide that. */
function give(node: Layer, { x, y, width, height }: Box): void {
  const { parent } = node
  sizeNode(node, { width, height })
  if (parent !== null && 'layoutMode' in parent && parent.layoutMode !== 'NONE') return
  if (!isNear(node.x, x)) node.x = x
  if (!isNear(node.y, y)) node.y = y
}

/** Figma keeps numbers as 32-bit floats. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-3
}

function boxOf({ x, y, width, height }: Layer): Box {
  return { x, y, width, height }
}

function sizeOf({ width, height }: Layer): Size {
  return { width, height }
}

function isSameSize({ width, height }: Size, other: Size | null): boolean {
  return other !== null && isNear(width, other.width) && isNear(height, other.height)
}
