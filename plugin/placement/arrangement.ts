import type { Size } from '../../shared/placement.ts'
import { arrange, type Layout } from './arrange.ts'
import {
  boxAround,
  centreOf,
  fitted,
  isNearPoint,
  isNearSize,
  overlaps,
  scaled,
  type Box,
} from './geometry.ts'

/** A layer as it was laid out with others. */
export interface Member {
  readonly nodeId: string
  /** Before it was made to fit. */
  readonly size: Size
  /** Where it was put; of a layer in auto layout only the size counts. */
  readonly box: Box
}

/** What was placed together. */
export interface Arrangement {
  readonly room: Size
  /** Null where auto layout decides. */
  readonly layout: Layout | null
  members: readonly Member[]
}

/** Canvas pixels: less than a person moves. */
const SAME = 0.5

/**
 * Where all go once one of them turns out to have another size: laid out anew, or, where that would
 * cover others that were placed meanwhile, only that one within the box that it had. Null where
 * someone has moved it or given it a size: then that is theirs to keep.
 */
export function corrected(
  arrangement: Arrangement,
  nodeId: string,
  size: Size,
  now: Box,
  others: readonly Box[],
): readonly Member[] | null {
  const { layout, members } = arrangement
  const own = members.find((member) => member.nodeId === nodeId)
  if (!own || !isWhereItWasPut(own, now, layout)) return null
  const withOwn = (changed: Partial<Member>): readonly Member[] =>
    members.map((member) => (member === own ? { ...member, ...changed } : member))
  if (!layout) return withOwn({ size, box: { ...now, ...fitted(size, arrangement.room) } })
  const resized = withOwn({ size })
  const sizes = resized.map((member) => member.size)
  const boxes = arrange(sizes, layout)
  const hits = (box: Box): number => others.filter((other) => overlaps(other, box)).length
  const coversMore = boxes.some((box, index) => {
    const before = members[index]?.box
    return before !== undefined && hits(box) > hits(before)
  })
  if (coversMore) {
    const within = Math.min(now.width / size.width, now.height / size.height)
    return withOwn({ box: boxAround(centreOf(now), scaled(size, within)) })
  }
  return resized.map((member, index) => ({ ...member, box: boxes[index] ?? member.box }))
}

/** Whether a layer has the place and size that it was given. */
export function isWhereItWasPut({ box }: Member, now: Box, layout: Layout | null): boolean {
  return isNearSize(box, now, SAME) && (!layout || isNearPoint(box, now, SAME))
}
