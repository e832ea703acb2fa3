import type { Size } from '../../shared/placement.ts'
import { GAP, moved } from './arrange.ts'
import { boxAroundAll, centreOf, isNearPoint, overlaps, type Box } from './geometry.ts'

/** Canvas pixels. */
const SAME_SPOT = 0.5

/**
 * Where boxes that belong together go so that they do not cover others: beside those, or a step down
 * and right of what has the same middle where that would leave the room.
 */
export function besideOthers(
  boxes: readonly Box[],
  others: readonly Box[],
  room: Size,
): readonly Box[] {
  if (boxes.length === 0) return boxes
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
  return moved(boxes, { x: beside.x - all.x, y: beside.y - all.y })
}
