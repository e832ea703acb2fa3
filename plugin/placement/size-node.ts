import { childrenOf } from '../children-of.ts'
import { memberOf } from '../member-of.ts'
import { isNear } from '../near.ts'
import type { Size } from '../../shared/placement.ts'
import { isNearSize } from './geometry.ts'
import { templatePicture } from './template.ts'

/** The smallest side and the smallest scale that Figma takes. */
const MIN_SIDE = 0.01
const MIN_SCALE = 0.01

/** Makes the layer fit into the size with all that is in it; a picture or template takes just that size. */
export function sizeNode(
  node: RectangleNode | FrameNode | ComponentNode | InstanceNode,
  size: Size,
): void {
  if (isNearSize(node, size)) return
  const { width, height } = size
  if (childrenOf(node).length > 0 && !templatePicture(node)) {
    const scale = Math.max(MIN_SCALE, Math.min(width / node.width, height / node.height))
    // Where an editor cannot scale it, it stays as large as it is.
    if (!isNear(scale, 1, 1e-6)) memberOf(node, 'rescale')?.(scale)
  } else {
    node.resize(Math.max(MIN_SIDE, width), Math.max(MIN_SIDE, height))
  }
}

/** Gives vectors a box of another size: scaled so that they just fit into it, in its middle. */
export function fitInto(vector: FrameNode, size: Size): void {
  const { width, height } = size
  sizeNode(vector, size)
  const dx = gap(width, vector.width)
  const dy = gap(height, vector.height)
  vector.resizeWithoutConstraints(width, height)
  for (const child of vector.children) {
    if (dx !== 0) child.x += dx
    if (dy !== 0) child.y += dy
  }
}

/** The margin on either side; none where only rounding differs. */
function gap(outer: number, inner: number): number {
  const margin = (outer - inner) / 2
  return isNear(margin, 0, 0.01) ? 0 : margin
}
