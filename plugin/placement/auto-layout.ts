import { memberOf } from '../member-of.ts'
import type { Container } from './container.ts'
import { boxOf, insertionIndex, toLocal, type Point } from './geometry.ts'
import { cellAt, type Cell } from './grid.ts'

/** Where in an auto-layout frame: the index among its children, or a cell of its grid. */
export type LayoutPlace = number | Cell

/** Whether it places what is in it by itself; not every editor that runs plugins has frames that do. */
export function isLaidOut<Node extends BaseNode>(
  node: Node,
): node is Extract<Node, AutoLayoutMixin> {
  return (memberOf<BaseNode, 'layoutMode'>(node, 'layoutMode') ?? 'NONE') !== 'NONE'
}

/** The place under a point of the canvas, or the end without one; null where nothing is laid out. */
export function layoutPlace(container: Container, point: Point | null): LayoutPlace | null {
  if (!isLaidOut(container)) return null
  const { layoutMode, children } = container
  if (!point) return children.length
  const local = toLocal(container.absoluteTransform, point)
  if (layoutMode === 'GRID' && container.gridItemsPositioning === 'MANUAL') {
    return cellAt(container, local) ?? children.length
  }
  const flowing = children.filter(isInFlow)
  const wraps = layoutMode === 'GRID' || container.layoutWrap === 'WRAP'
  const before = flowing[insertionIndex(flowing.map(boxOf), layoutMode, wraps, local)]
  return before ? children.indexOf(before) : children.length
}

function isInFlow(child: SceneNode): boolean {
  return child.visible && memberOf(child, 'layoutPositioning') !== 'ABSOLUTE'
}
