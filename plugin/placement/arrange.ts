import type { Size } from '../../shared/placement.ts'
import {
  boxAround,
  boxAroundAll,
  ENDLESS,
  fitted,
  holds,
  scaled,
  type Box,
  type Point,
} from './geometry.ts'

/** How what is placed together lies: in rows, in reading order, nothing larger than the room. */
export interface Layout {
  /** What the centre belongs to: all of it, or the first, from which the others go on. */
  readonly anchor: 'middle' | 'first'
  readonly centre: Point
  /** Beyond its edges nothing would be seen; `ENDLESS` has none. */
  readonly room: Size
}

/** How far apart things lie, in canvas pixels. */
export const GAP = 16

const SHRINK = 0.95
const SHRINK_STEPS = 120

/** In a row where there is no edge to begin another one at. */
const MOST_IN_ROW = 12

/** A box for each size at whole pixels, aspect kept; none overlaps another. */
export function arrange(sizes: readonly Size[], layout: Layout): readonly Box[] {
  const { anchor, centre, room } = layout
  const all = sizes.map((size) => fitted(size, room))
  const [first, second] = all
  if (!first) return []
  if (anchor === 'middle') {
    const around = packed(all, room)
    return moved(around, boxAround(centre, boxAroundAll(around)))
  }
  const corner = boxAround(centre, first)
  const rest = Math.max(first.width, room.width - corner.x)
  const boxes = moved(inRows(all, rest), corner)
  // One alone may hang over the edge where it was dropped; of several none may lie beyond it.
  if (room === ENDLESS || !second || areIn(room, boxes)) return boxes
  return inside(boxAroundAll(boxes), packed(all, room), room)
}

/** From (0, 0), small enough for all of them to fit into the room. */
function packed(sizes: readonly Size[], room: Size): readonly Box[] {
  let boxes = inRows(sizes, room.width)
  for (let step = 1; step <= SHRINK_STEPS && !areIn(room, boxes); step++) {
    const smaller = sizes.map((size) => scaled(size, SHRINK ** step))
    boxes = inRows(smaller, room.width)
  }
  return boxes
}

/** As near to the corner as the room lets them be. */
function inside(corner: Point, boxes: readonly Box[], room: Size): readonly Box[] {
  const { width, height } = boxAroundAll(boxes)
  const clamp = (at: number, most: number): number => Math.max(0, Math.min(at, most))
  return moved(boxes, {
    x: clamp(corner.x, room.width - width),
    y: clamp(corner.y, room.height - height),
  })
}

function areIn(room: Size, boxes: readonly Box[]): boolean {
  return holds({ x: 0, y: 0, ...room }, boxAroundAll(boxes))
}

export function moved(boxes: readonly Box[], by: Point): readonly Box[] {
  return boxes.map((box) => ({
    ...box,
    x: Math.round(box.x + by.x),
    y: Math.round(box.y + by.y),
  }))
}

/**
 * From (0, 0), the tops of a row in line; a new row begins where the width has no more room, or, where
 * it has no end, so that many lie in as many rows as columns.
 */
function inRows(sizes: readonly Size[], width: number): readonly Box[] {
  const boxes: Box[] = []
  let x = 0
  let y = 0
  let rowHeight = 0
  const { length } = sizes
  const columns = width < Infinity || length <= MOST_IN_ROW ? length : Math.ceil(Math.sqrt(length))
  for (const [index, size] of sizes.entries()) {
    if (x > 0 && (x + size.width > width || index % columns === 0)) {
      x = 0
      y += rowHeight + GAP
      rowHeight = 0
    }
    boxes.push({ x, y, ...size })
    x += size.width + GAP
    rowHeight = Math.max(rowHeight, size.height)
  }
  return boxes
}
