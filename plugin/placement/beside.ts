import type { Size } from '../../shared/placement.ts'
import { GAP } from './arrange.ts'
import { boxAroundAll, centreOf, isNearPoint, overlaps, type Box, type Point } from './geometry.ts'

/** Canvas pixels. */
const SAME_SPOT = 0.5

/**
 * How far boxes that belong together move, in whole pixels, so that they do not cover others: beside
 * those, or a step down and right of what has the same middle where that would leave the room.
 */
export function besideOthers(boxes: readonly Box[], others: readonly Box[], room: Size): Point {
  const all = boxAroundAll(boxes)
  let beside = all
  // From left to right, as they only ever move to the right.
  for (const other of [...others].sort((one, next) => one.x - next.x)) {
    if (overlaps(other, beside)) beside = { ...beside, x: other.x + other.width + GAP }
  }
  if (beside !== all && beside.x + beside.width > room.width) {
    beside = all
    while (others.some((other) => isNearPoint(centreOf(other), centreOf(beside), SAME_SPOT))) {
      beside = { ...beside, x: beside.x + GAP, y: beside.y + GAP }
    }
  }
  return { x: Math.round(beside.x - all.x), y: Math.round(beside.y - all.y) }
}
