import { childrenOf } from '../children-of.ts'
import { memberOf } from '../member-of.ts'
import { isFillable } from './fill.ts'
import { toLocal, type Point } from './geometry.ts'
import { isSealed } from './provenance.ts'

/**
 * The topmost layer under a point of the page that can show a picture as its fill; null where there
 * is none. A drop event may name the frame or page that holds it instead (see `DropEvent.node` in
 * plugin-api.d.ts). Text, hidden and locked layers are looked through, and what was placed as vectors,
 * in which a picture would be lost.
 */
export function fillableUnder(page: PageNode, point: Point): SceneNode | null {
  return topmostIn(page.children, point)
}

function topmostIn(children: readonly SceneNode[], point: Point): SceneNode | null {
  for (const node of [...children].reverse()) {
    const children = childrenOf(node)
    if (!node.visible || node.locked || (children.length > 0 && isSealed(node))) continue
    const isInside = liesOn(node, point)
    const cuts = memberOf(node, 'clipsContent')
    const deeper = isInside || !cuts ? topmostIn(children, point) : null
    if (deeper) return deeper
    if (isInside && isFillable(node)) return node
  }
  return null
}

function liesOn(node: SceneNode, point: Point): boolean {
  const transform = memberOf(node, 'absoluteTransform')
  if (!transform) return false
  const { x, y } = toLocal(transform, point)
  return x >= 0 && y >= 0 && x < node.width && y < node.height
}
