import { sumOf } from '../sum.ts'
import type { Container } from './container.ts'
import type { Point } from './geometry.ts'

export interface Cell {
  readonly row: number
  readonly column: number
}

export type Grid = Exclude<Container, PageNode | SectionNode>

/** The free cell at a point of the grid; null where it is taken, or where its place is not known. */
export function cellAt(grid: Grid, point: Point): Cell | null {
  const row = trackAt(
    grid.gridRowSizes,
    grid.gridRowGap,
    grid.height - grid.paddingTop - grid.paddingBottom,
    point.y - grid.paddingTop,
  )
  const column = trackAt(
    grid.gridColumnSizes,
    grid.gridColumnGap,
    grid.width - grid.paddingLeft - grid.paddingRight,
    point.x - grid.paddingLeft,
  )
  if (row === null || column === null) return null
  const isTaken = grid.children.some((child) => covers(child, row, column))
  return isTaken ? null : { row, column }
}

function covers(child: SceneNode, row: number, column: number): boolean {
  if (!('gridRowAnchorIndex' in child)) return false
  const { gridRowAnchorIndex, gridRowSpan, gridColumnAnchorIndex, gridColumnSpan } = child
  return (
    row >= gridRowAnchorIndex &&
    row < gridRowAnchorIndex + gridRowSpan &&
    column >= gridColumnAnchorIndex &&
    column < gridColumnAnchorIndex + gridColumnSpan
  )
}

/** The track at a distance from the first one's start; tracks that hug tell no size. */
function trackAt(
  tracks: readonly GridTrackSize[],
  gap: number,
  length: number,
  at: number,
): number | null {
  if (tracks.length === 0 || tracks.some(({ type }) => type === 'HUG')) return null
  const fixed = sumOf(tracks, fixedSize)
  const shares = sumOf(tracks, share)
  const spare = Math.max(0, length - fixed - gap * (tracks.length - 1))
  let end = 0
  for (const [index, track] of tracks.entries()) {
    end += fixedSize(track) + (shares > 0 ? (spare * share(track)) / shares : 0)
    // The gap belongs to the track before it.
    if (at < end + gap) return index
    end += gap
  }
  return tracks.length - 1
}

function fixedSize({ type, value }: GridTrackSize): number {
  return type === 'FIXED' ? (value ?? 0) : 0
}

function share({ type, value }: GridTrackSize): number {
  return type === 'FLEX' ? (value ?? 1) : 0
}
