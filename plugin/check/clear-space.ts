import { holds, overlaps } from '../placement/geometry.ts'
import { upFrom } from '../up-from.ts'

/**
 * Whether anything in the same frame lies nearer to a layer than this share of its height. What reaches
 * all around it is its ground.
 */
export function isCrowded(layer: SceneNode, share: number): boolean {
  const box = layer.absoluteBoundingBox
  if (!box) return false
  const { x, y, width, height } = box
  const space = height * share
  const around = {
    x: x - space,
    y: y - space,
    width: width + 2 * space,
    height: height + 2 * space,
  }
  const above = upFrom(layer.parent)
  const isNear = (other: BaseNode): boolean => {
    if (other.id === layer.id || !('visible' in other) || !other.visible) return false
    const own = other.absoluteBoundingBox
    if (!own || !overlaps(own, around)) return false
    const isBehind = holds(own, around) || above.some(({ id }) => id === other.id)
    return isBehind ? 'children' in other && other.children.some(isNear) : true
  }
  return above.some((each) => each.parent?.type === 'PAGE' && isNear(each))
}
