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
  const cell = cellOf(old)

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
  if (cell !== null) takeCell(vector, cell)
  if (page !== null && selection.some(({ id }) => id === old.id)) {
    page.selection = selection.map((node) => (node.id === old.id ? vector : node))
  }
  return vector
}

/** Where a layer is in a grid. */
interface GridCell {
  readonly grid: SceneNode & GridLayoutMixin
  readonly rows: number
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** Null for what is in no grid. */
function cellOf(node: SceneNode): GridCell | null {
  const { parent } = node
  if (parent === null || !('layoutMode' in parent) || parent.layoutMode !== 'GRID') return null
  if (!('gridRowSpan' in node) || node.layoutPositioning === 'ABSOLUTE') return null
  return {
    grid: parent,
    rows: parent.gridRowCount,
    row: node.gridRowAnchorIndex,
    column: node.gridColumnAnchorIndex,
    rowSpan: node.gridRowSpan,
    columnSpan: node.gridColumnSpan,
  }
}

/** Puts a layer where another one was in the grid, and takes back the row that it may have added. */
function takeCell(
  node: FrameNode,
  { grid, rows, row, column, rowSpan, columnSpan }: GridCell,
): void {
  try {
    if (grid.gridItemsPositioning !== 'ROW_AUTO_FLOW') node.setGridChildPosition(row, column)
    if (rowSpan !== 1) node.gridRowSpan = rowSpan
    if (columnSpan !== 1) node.gridColumnSpan = columnSpan
    if (grid.gridRowCount > rows) grid.gridRowCount = rows
  } catch {
    // The other layer is gone by now, so that another cell is no reason to fail.
  }
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
  if ('gridChildHorizontalAlign' in old && old.gridChildHorizontalAlign !== 'AUTO') {
    vector.gridChildHorizontalAlign = old.gridChildHorizontalAlign
  }
  if ('gridChildVerticalAlign' in old && old.gridChildVerticalAlign !== 'AUTO') {
    vector.gridChildVerticalAlign = old.gridChildVerticalAlign
  }
  if ('layoutAlign' in old && old.layoutAlign !== 'INHERIT') vector.layoutAlign = old.layoutAlign
  if ('layoutGrow' in old && old.layoutGrow !== 0) vector.layoutGrow = old.layoutGrow
}
