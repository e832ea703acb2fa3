import type { FigmaDocument } from './document.ts'
import type { Members } from './members.ts'
import type { GridCells, NodeRecord } from './records.ts'
import { expectAtLeast, expectOneOf, NotEmulated, Refusal } from './refusal.ts'
import type { Session } from './session.ts'

type Align = 'MIN' | 'CENTER' | 'MAX' | 'AUTO'

type Frame = Pick<
  FrameNode,
  | 'gridRowCount'
  | 'gridColumnCount'
  | 'gridItemsPositioning'
  | 'gridRowSizes'
  | 'gridColumnSizes'
  | 'gridRowGap'
  | 'gridColumnGap'
>

/** A grid's tracks share its room evenly here, and what is in it has no place but its cells. */
export function gridMembers(session: Session): Members<Frame, string> {
  const { document } = session
  const count = (name: 'gridRowCount' | 'gridColumnCount') => ({
    get: (id: string): number => document.node(id)[name],
    set(id: string, value: unknown): void {
      const tracks = expectAtLeast(value, name, 1)
      document.write(`set ${name}`, id, tracks, () => {
        document.patchNode(id, { [name]: tracks })
        seatAll(document, document.node(id))
      })
    },
  })
  const shares = (name: 'gridRowCount' | 'gridColumnCount') => ({
    get: (id: string): GridTrackSize[] =>
      Array.from({ length: document.node(id)[name] }, () => ({ type: 'FLEX', value: 1 })),
  })
  return {
    gridRowSizes: shares('gridRowCount'),
    gridColumnSizes: shares('gridColumnCount'),
    gridRowGap: { get: () => 0 },
    gridColumnGap: { get: () => 0 },
    gridRowCount: count('gridRowCount'),
    gridColumnCount: count('gridColumnCount'),
    gridItemsPositioning: {
      get: () => 'MANUAL',
      set(_id, value) {
        if (value !== 'MANUAL') throw new NotEmulated('gridItemsPositioning =')
      },
    },
  }
}

type Child = Pick<
  RectangleNode,
  | 'gridRowAnchorIndex'
  | 'gridColumnAnchorIndex'
  | 'gridRowSpan'
  | 'gridColumnSpan'
  | 'setGridChildPosition'
  | 'gridChildHorizontalAlign'
  | 'gridChildVerticalAlign'
>

export function gridChildMembers(session: Session): Members<Child, string> {
  const { document } = session
  const cellsOf = (id: string): GridCells => {
    const { gridCells, parentId } = document.node(id)
    if (gridCells?.gridId !== parentId) {
      throw new NotEmulated('the cells of what is in no grid')
    }
    return gridCells
  }
  const take = (op: string, id: string, change: Partial<GridCells>): void => {
    const gridCells = { ...cellsOf(id), ...change }
    const grid = document.node(gridCells.gridId)
    const isInside =
      gridCells.row + gridCells.rowSpan <= grid.gridRowCount &&
      gridCells.column + gridCells.columnSpan <= grid.gridColumnCount
    if (!isInside) throw new Refusal('The cells are out of the bounds of the grid')
    const others = seated(document, grid).filter(([other]) => other !== id)
    if (others.some(([, other]) => overlap(gridCells, other))) {
      throw new Refusal('The cells are occupied by another node')
    }
    document.write(op, id, change, () => document.patchNode(id, { gridCells }))
  }
  const span = (name: 'gridRowSpan' | 'gridColumnSpan', key: 'rowSpan' | 'columnSpan') => ({
    get: (id: string): number => cellsOf(id)[key],
    set: (id: string, value: unknown): void =>
      take(`set ${name}`, id, { [key]: expectAtLeast(value, name, 1) }),
  })
  const align = (name: 'gridChildHorizontalAlign' | 'gridChildVerticalAlign') => ({
    get: (id: string): Align => document.node(id)[name],
    set(id: string, value: unknown): void {
      const to = expectOneOf(value, name, ['MIN', 'CENTER', 'MAX', 'AUTO'])
      document.write(`set ${name}`, id, to, () => document.patchNode(id, { [name]: to }))
    },
  })
  return {
    gridRowAnchorIndex: { get: (id) => cellsOf(id).row },
    gridColumnAnchorIndex: { get: (id) => cellsOf(id).column },
    gridRowSpan: span('gridRowSpan', 'rowSpan'),
    gridColumnSpan: span('gridColumnSpan', 'columnSpan'),
    setGridChildPosition: (id, row, column) => take('setGridChildPosition', id, { row, column }),
    gridChildHorizontalAlign: align('gridChildHorizontalAlign'),
    gridChildVerticalAlign: align('gridChildVerticalAlign'),
  }
}

/** The cell of a grid, for a layer that is put there; refused where it cannot be. */
export function freeCell(
  document: FigmaDocument,
  gridId: string,
  row: number,
  column: number,
): GridCells {
  const grid = document.node(gridId)
  const cells = { gridId, row, column, rowSpan: 1, columnSpan: 1 }
  if (grid.layoutMode !== 'GRID') throw new Refusal('The parent node is no grid')
  if (row >= grid.gridRowCount || column >= grid.gridColumnCount) {
    throw new Refusal('The cells are out of the bounds of the grid')
  }
  if (seated(document, grid).some(([, other]) => overlap(cells, other))) {
    throw new Refusal('The cells are occupied by another node')
  }
  return cells
}

/** Gives the first free cell to all that have none; rows are added where the grid is full. */
export function seatAll(document: FigmaDocument, grid: NodeRecord): void {
  for (const id of grid.children) {
    if (document.node(id).gridCells?.gridId === grid.id) continue
    const taken = seated(document, grid).map(([, cells]) => cells)
    for (let index = 0; document.node(id).gridCells?.gridId !== grid.id; index++) {
      const row = Math.floor(index / grid.gridColumnCount)
      const column = index % grid.gridColumnCount
      const cells = { gridId: grid.id, row, column, rowSpan: 1, columnSpan: 1 }
      if (taken.some((other) => overlap(cells, other))) continue
      document.patchNode(id, { gridCells: cells })
    }
  }
  const rows = seated(document, grid).map(([, { row, rowSpan }]) => row + rowSpan)
  const { gridRowCount } = document.node(grid.id)
  document.patchNode(grid.id, { gridRowCount: Math.max(gridRowCount, ...rows) })
}

function seated(
  document: FigmaDocument,
  grid: NodeRecord,
): readonly (readonly [string, GridCells])[] {
  return document.node(grid.id).children.flatMap((id) => {
    const { gridCells } = document.node(id)
    return gridCells?.gridId === grid.id ? [[id, gridCells] as const] : []
  })
}

function overlap(one: GridCells, other: GridCells): boolean {
  return (
    one.row < other.row + other.rowSpan &&
    other.row < one.row + one.rowSpan &&
    one.column < other.column + other.columnSpan &&
    other.column < one.column + one.columnSpan
  )
}
