import type { Size } from '../../shared/protocol.ts'
import { boxAroundAll, fitScale, scaled, type Box, type Point } from './geometry.ts'

/** How what is placed together lies: in rows, in reading order, nothing larger than the room. */
export interface Layout {
  /** What the centre belongs to: all of it, or the first, from which the others go on. */
  readonly anchor: 'middle' | 'first'
  readonly centre: Point
  /** A side of 0 has no end. */
  readonly room: Size
  /** Whether the room has edges, beyond which nothing would be seen. */
  readonly edges: boolean
}

/** How far apart things lie, in canvas pixels. */
export const GAP = 16

const SHRINK = 0.95
const SHRINK_STEPS = 120

/** A box for each size, aspect kept; none overlaps another. */
export function arrange(sizes: readonly Size[], layout: Layout): readonly Box[] {
  const { anchor, centre, room, edges } = layout
  const fitted = sizes.map((size) => scaled(size, fitScale(size, room)))
  const [first] = fitted
  if (first === undefined) return []
  if (anchor === 'first') {
    const left = centre.x - first.width / 2
    const width = edges ? Math.max(first.width, room.width - left) : endless(room.width)
    return moved(inRows(fitted, width), { x: left, y: centre.y - first.height / 2 })
  }
  let boxes = inRows(fitted, endless(room.width))
  for (let step = 1; edges && step <= SHRINK_STEPS && !fits(boxes, room); step++) {
    const smaller = fitted.map((size) => scaled(size, SHRINK ** step))
    boxes = inRows(smaller, endless(room.width))
  }
  const { width, height } = boxAroundAll(boxes)
  return moved(boxes, { x: centre.x - width / 2, y: centre.y - height / 2 })
}

export function moved(boxes: readonly Box[], by: Point): readonly Box[] {
  return boxes.map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y }))
}

/** From (0, 0), the tops of a row in line; a new row begins where the width has no more room. */
function inRows(sizes: readonly Size[], width: number): readonly Box[] {
  const boxes: Box[] = []
  let x = 0
  let y = 0
  let rowHeight = 0
  for (const size of sizes) {
    if (x > 0 && x + size.width > width) {
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

function fits(boxes: readonly Box[], room: Size): boolean {
  const { width, height } = boxAroundAll(boxes)
  return width <= endless(room.width) && height <= endless(room.height)
}

function endless(side: number): number {
  return side > 0 ? side : Infinity
}
