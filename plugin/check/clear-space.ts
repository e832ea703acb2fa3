import { childrenOf } from '../children-of.ts'
import { isOfType } from '../is-of-type.ts'
import { holds, overlaps } from '../placement/geometry.ts'
import { outermost, upFrom } from '../up-from.ts'
import { yieldIfDue } from '../yield-if-due.ts'

/**
 * Whether anything in the same board, its outermost frame, lies nearer to a layer than this share of its
 * height. What reaches all around it is its ground.
 */
export async function isCrowded(layer: SceneNode, share: number): Promise<boolean> {
  const box = layer.absoluteBoundingBox
  const above = upFrom(layer.parent)
  const board = outermost(layer.parent, (each) => isOfType(each, 'FRAME', 'COMPONENT', 'SLIDE'))
  if (!box || !board) return false
  const { x, y, width, height } = box
  const space = height * share
  const around = {
    x: x - space,
    y: y - space,
    width: width + 2 * space,
    height: height + 2 * space,
  }
  const isNear = async (other: SceneNode): Promise<boolean> => {
    await yieldIfDue()
    if (other.id === layer.id || other.removed || !other.visible) return false
    const own = other.absoluteBoundingBox
    if (!own || !overlaps(own, around)) return false
    const isBehind = holds(own, around) || above.some(({ id }) => id === other.id)
    if (!isBehind) return true
    for (const child of childrenOf(other)) {
      if (await isNear(child)) return true
    }
    return false
  }
  return isNear(board)
}
