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
    const holds = 'children' in node
    if (!node.visible || node.locked || (holds && isSealed(node))) continue
    const isInside = liesOn(node, point)
    const cuts = 'clipsContent' in node && node.clipsContent
    const deeper = holds && (isInside || !cuts) ? topmostIn(node.children, point) : null
    if (deeper) return deeper
    if (isInside && isFillable(node)) return node
  }
  return null
}

function liesOn(node: SceneNode, point: Point): boolean {
  if (!('absoluteTransform' in node)) return false
  const { x, y } = toLocal(node.absoluteTransform, point)
  return x >= 0 && y >= 0 && x < node.width && y < node.height
}
