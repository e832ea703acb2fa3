import { fitInto } from './fit-into.ts'
import { pageOf } from './page-of.ts'

/**
 * Puts vectors where a layer that cannot hold them was, in the same box, and removes that layer.
 * The selection follows. Throws with the old layer still in its place.
 */
export function swapNode(old: SceneNode, vector: FrameNode): FrameNode {
  const { parent } = old
  if (parent === null) throw new Error(`${old.type} ${old.id} has no parent`)
  const index = parent.children.findIndex(({ id }) => id === old.id)

  const { dx, dy } = fitInto(vector, old)
  vector.resizeWithoutConstraints(old.width, old.height)
  for (const child of vector.children) {
    if (dx !== 0) child.x += dx
    if (dy !== 0) child.y += dy
  }
  parent.insertChild(index, vector)
  carryOver(old, vector)
  vector.x = old.x
  vector.y = old.y

  const page = pageOf(old)
  const selection = page?.selection ?? []
  old.remove()
  if (page !== null && selection.some(({ id }) => id === old.id)) {
    page.selection = selection.map((node) => (node.id === old.id ? vector : node))
  }
  return vector
}

/** What people may have given the old layer, as far as both kinds of layers have it. */
function carryOver(old: SceneNode, vector: FrameNode): void {
  vector.name = old.name
  if (!old.visible) vector.visible = false
  if (old.locked) vector.locked = true
  if ('rotation' in old && old.rotation !== 0) vector.rotation = old.rotation
  if ('opacity' in old && old.opacity !== 1) vector.opacity = old.opacity
  if ('blendMode' in old && old.blendMode !== vector.blendMode) vector.blendMode = old.blendMode
  if ('effects' in old && old.effects.length > 0) vector.effects = old.effects
  if ('constraints' in old) vector.constraints = old.constraints
  if ('layoutPositioning' in old && old.layoutPositioning === 'ABSOLUTE') {
    vector.layoutPositioning = 'ABSOLUTE'
  }
  if ('layoutAlign' in old && old.layoutAlign !== 'INHERIT') vector.layoutAlign = old.layoutAlign
  if ('layoutGrow' in old && old.layoutGrow !== 0) vector.layoutGrow = old.layoutGrow
}
