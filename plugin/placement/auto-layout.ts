import type { Container } from './container.ts'
import { boxOf, insertionIndex, toLocal, type Point } from './geometry.ts'
import { cellAt, type Cell } from './grid.ts'

/** Where in an auto-layout frame: among its children (null for the end), or in a cell of its grid. */
export type LayoutPlace =
  | { readonly type: 'index'; readonly index: number | null }
  | ({ readonly type: 'cell' } & Cell)

/** The place under a point of the canvas, or the end without one; null where nothing is laid out. */
export function layoutPlace(container: Container, point: Point | null): LayoutPlace | null {
  if (container.type === 'PAGE' || container.type === 'SECTION') return null
  const { layoutMode } = container
  if (layoutMode === 'NONE') return null
  if (point === null) return { type: 'index', index: null }
  const local = toLocal(container.absoluteTransform, point)
  if (layoutMode === 'GRID' && container.gridItemsPositioning === 'MANUAL') {
    const cell = cellAt(container, local)
    return cell === null ? { type: 'index', index: null } : { type: 'cell', ...cell }
  }
  const flowing = container.children.filter(isInFlow)
  const wraps = layoutMode === 'GRID' || container.layoutWrap === 'WRAP'
  const direction = layoutMode === 'VERTICAL' ? 'VERTICAL' : 'HORIZONTAL'
  const before = flowing[insertionIndex(flowing.map(boxOf), direction, wraps, local)]
  if (before === undefined) return { type: 'index', index: null }
  return { type: 'index', index: container.children.findIndex(({ id }) => id === before.id) }
}

function isInFlow(child: SceneNode): boolean {
  const isAbsolute = 'layoutPositioning' in child && child.layoutPositioning === 'ABSOLUTE'
  return child.visible && !isAbsolute
}
