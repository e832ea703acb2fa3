import type { Size } from '../../shared/protocol.ts'
import { boxAroundAll, GAP, moved } from './arrange.ts'
import { centreOf, isNear, overlaps, type Box } from './geometry.ts'

/** Canvas pixels. */
const SAME_SPOT = 0.5

/**
 * Where boxes that belong together go so that they do not cover others: beside those, or a step down
 * and right of what has the same middle where that would leave the room. `room` is null where there
 * is no edge.
 */
export function besideOthers(
  boxes: readonly Box[],
  others: readonly Box[],
  room: Size | null,
): readonly Box[] {
  if (boxes.length === 0) return boxes
  const all = boxAroundAll(boxes)
  let beside = all
  for (;;) {
    const inTheWay = others.find((other) => overlaps(other, beside))
    if (inTheWay === undefined) break
    beside = { ...beside, x: inTheWay.x + inTheWay.width + GAP }
  }
  if (room === null || beside === all || beside.x + beside.width <= room.width) {
    return moved(boxes, { x: beside.x - all.x, y: 0 })
  }

  let steps = 0
  while (others.some((other) => sameCentre(other, { ...all, ...stepped(all, steps) }))) steps += 1
  return moved(boxes, { x: steps * GAP, y: steps * GAP })
}

function stepped({ x, y }: Box, steps: number): { readonly x: number; readonly y: number } {
  return { x: x + steps * GAP, y: y + steps * GAP }
}

function sameCentre(one: Box, other: Box): boolean {
  const a = centreOf(one)
  const b = centreOf(other)
  return isNear(a.x, b.x, SAME_SPOT) && isNear(a.y, b.y, SAME_SPOT)
}
