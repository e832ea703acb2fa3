import type { NodeSnapshot } from '../../figma/host-api.ts'
import type { Point } from './view.ts'

/** From the outermost to the innermost node under the point; the topmost where several overlap. */
export function pathAt(nodes: readonly NodeSnapshot[], point: Point): readonly NodeSnapshot[] {
  for (const node of nodes.toReversed()) {
    if (!node.visible || node.locked) continue
    const inside = contains(node, point)
    if (!inside && node.clipsContent) continue
    const below = pathAt(node.children, point)
    if (below.length > 0) return [node, ...below]
    if (inside && node.type !== 'GROUP') return [node]
  }
  return []
}

/**
 * What a click selects, as in Figma: the child of a frame that lies on the page, else what lies on
 * the page; `deep` (Ctrl or Cmd) takes the innermost. Null where there is nothing.
 */
export function clicked(
  nodes: readonly NodeSnapshot[],
  point: Point,
  deep: boolean,
): NodeSnapshot | null {
  const path = pathAt(nodes, point)
  if (deep) return path.at(-1) ?? null
  const [outer, child] = path
  if (outer === undefined) return null
  return HOLDERS.has(outer.type) && child !== undefined ? child : outer
}

/** What a double click selects: one level further in than what is selected. */
export function doubleClicked(
  nodes: readonly NodeSnapshot[],
  point: Point,
  selected: readonly string[],
): NodeSnapshot | null {
  const path = pathAt(nodes, point)
  const level = path.findIndex(({ id }) => selected.includes(id))
  return path[level + 1] ?? path.at(-1) ?? null
}

/** The node with this id, wherever it is below; null where there is none. */
export function findNode(nodes: readonly NodeSnapshot[], id: string): NodeSnapshot | null {
  for (const node of nodes) {
    const found = node.id === id ? node : findNode(node.children, id)
    if (found !== null) return found
  }
  return null
}

const HOLDERS = new Set(['FRAME', 'SECTION', 'COMPONENT', 'COMPONENT_SET', 'SLIDE'])

function contains(node: NodeSnapshot, { x, y }: Point): boolean {
  return (
    x >= node.absoluteX &&
    x < node.absoluteX + node.width &&
    y >= node.absoluteY &&
    y < node.absoluteY + node.height
  )
}
