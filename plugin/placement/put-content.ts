import type { Provenance } from '../../shared/protocol.ts'
import { NAMESPACE } from '../namespace.ts'
import type { Rollback } from './rollback.ts'
import { imagePaint, paintOf, type Decoded } from './content.ts'
import type { VectorHolder } from './edited.ts'
import { fitInto } from './fit-into.ts'
import { changeFills, isPicture } from './paints.ts'
import { PROVENANCE_KEY, writeProvenance } from './provenance.ts'
import { swapNode } from './swap-node.ts'
import { paintInPlaceOf } from './video.ts'

export function changeName(rollback: Rollback, node: SceneNode, name: string): void {
  const before = node.name
  if (name === '' || name === before) return
  rollback.add(() => {
    node.name = before
  })
  node.name = name
}

export function changeProvenance(
  rollback: Rollback,
  node: SceneNode,
  provenance: Provenance,
): void {
  const data = node.getSharedPluginData(NAMESPACE, PROVENANCE_KEY)
  const relaunch = node.getRelaunchData()
  rollback.add(() => {
    node.setSharedPluginData(NAMESPACE, PROVENANCE_KEY, data)
    node.setRelaunchData(relaunch)
  })
  writeProvenance(node, provenance)
}

/** Content that is shown as a paint. */
type Painted = Exclude<Decoded, { readonly type: 'vector' }>

/** Shows the picture or video where the old one was, with its crop; on top where there is none. */
export async function showPicture(
  rollback: Rollback,
  node: SceneNode,
  content: Painted,
): Promise<void> {
  if (!('fills' in node) || typeof node.fills === 'symbol') {
    throw new Error(`a ${node.type} cannot show a picture`)
  }
  const { fills } = node
  const shown = fills.findIndex(isPicture)
  const next =
    shown === -1
      ? [...fills, content.type === 'video' ? paintOf(content) : imagePaint(content.hash, 'FIT')]
      : fills.map((paint, index) =>
          index === shown && isPicture(paint) ? paintInPlaceOf(paint, content) : paint,
        )
  await changeFills(rollback, node, next)
}

/** Shows the picture or video instead of the vectors in the layer. */
export async function empty(
  figma: Pick<PluginAPI, 'createFrame'>,
  rollback: Rollback,
  holder: VectorHolder,
  content: Painted,
  provenance: Provenance,
): Promise<void> {
  const aside = figma.createFrame()
  rollback.add(() => aside.remove())
  moveAside(rollback, holder, holder.children, aside)
  await showPicture(rollback, holder, content)
  changeProvenance(rollback, holder, provenance)
  aside.remove()
}

/**
 * Puts the new vectors into the layer instead of the old ones; it keeps all that people gave it. The
 * old ones go all at once, with the last write.
 */
export async function refill(
  rollback: Rollback,
  holder: VectorHolder,
  source: FrameNode,
  provenance: Provenance,
): Promise<void> {
  const { dx, dy } = fitInto(source, holder)
  const old = [...holder.children]
  for (const child of [...source.children]) {
    const { x, y } = child
    rollback.add(() => source.appendChild(child))
    holder.appendChild(child)
    if (dx !== 0) child.x = x + dx
    if (dy !== 0) child.y = y + dy
  }
  moveAside(rollback, holder, old, source)
  // A picture that stood in for the vectors would show behind them.
  const { fills } = holder
  if (typeof fills !== 'symbol' && fills.some(isPicture)) {
    await changeFills(
      rollback,
      holder,
      fills.filter((paint) => !isPicture(paint)),
    )
  }
  changeProvenance(rollback, holder, provenance)
  source.remove()
}

/** Puts the new vectors where the layer was, which goes with the last write. */
export function swap(node: SceneNode, vector: FrameNode, provenance: Provenance): FrameNode {
  writeProvenance(vector, provenance)
  return swapNode(node, vector)
}

/** Moves the first children of a layer where they can be removed together, or come back from. */
function moveAside(
  rollback: Rollback,
  holder: VectorHolder,
  children: readonly SceneNode[],
  aside: FrameNode,
): void {
  const places = children.map((child) => ({ child, x: child.x, y: child.y }))
  rollback.add(() => {
    for (const [index, { child, x, y }] of places.entries()) {
      if (child.parent?.id !== aside.id) continue
      holder.insertChild(index, child)
      if (child.x !== x) child.x = x
      if (child.y !== y) child.y = y
    }
  })
  for (const child of children) aside.appendChild(child)
}
