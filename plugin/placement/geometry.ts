import { isNear } from '../near.ts'
import type { Size } from '../../shared/placement.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box extends Point, Size {}

export function boxOf({ x, y, width, height }: Box): Box {
  return { x, y, width, height }
}

export function scaled({ width, height }: Size, scale: number): Size {
  return { width: width * scale, height: height * scale }
}

export function isNearSize(one: Size, other: Size, tolerance?: number): boolean {
  return isNear(one.width, other.width, tolerance) && isNear(one.height, other.height, tolerance)
}

export function isNearPoint(one: Point, other: Point, tolerance?: number): boolean {
  return isNear(one.x, other.x, tolerance) && isNear(one.y, other.y, tolerance)
}

/** Room for anything. */
export const ENDLESS: Size = { width: Infinity, height: Infinity }

/** What each of them fits into. */
export function largest(sizes: readonly Size[]): Size {
  return {
    width: Math.max(0, ...sizes.map(({ width }) => width)),
    height: Math.max(0, ...sizes.map(({ height }) => height)),
  }
}

/** The size as it fits into the room with its aspect kept; never larger than it is. */
export function fitted(size: Size, room: Size): Size {
  return scaled(size, Math.min(1, room.width / size.width, room.height / size.height))
}

export function boxAround(centre: Point, size: Size): Box {
  return { ...size, x: centre.x - size.width / 2, y: centre.y - size.height / 2 }
}

export function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}

/** The point in the coordinates of what has this absolute transform. */
export function toLocal(transform: Transform, { x, y }: Point): Point {
  const [[a, c, e], [b, d, f]] = transform
  const determinant = a * d - b * c
  if (determinant === 0) return { x: x - e, y: y - f }
  const dx = x - e
  const dy = y - f
  return { x: (d * dx - c * dy) / determinant, y: (a * dy - b * dx) / determinant }
}

/** The index among an auto-layout frame's children at which the point lies. */
export function insertionIndex(
  children: readonly Box[],
  layoutMode: AutoLayoutMixin['layoutMode'],
  wraps: boolean,
  point: Point,
): number {
  const [from, to] = wraps ? lineAt(children, point.y) : [0, children.length]
  for (let index = from; index < to; index++) {
    const child = children[index]
    if (!child) continue
    const { x, y } = centreOf(child)
    if (layoutMode === 'VERTICAL' ? point.y < y : point.x < x) return index
  }
  return to
}

/** The first line that ends below `y`, else the last one: its children, from one up to another. */
function lineAt(children: readonly Box[], y: number): readonly [from: number, to: number] {
  let from = 0
  let bottom = -Infinity
  for (const [index, child] of children.entries()) {
    // However they are aligned in it, those of a line overlap; the next line begins below all of it.
    if (index > from && child.y >= bottom) {
      if (y < bottom) return [from, index]
      from = index
    }
    bottom = Math.max(bottom, child.y + child.height)
  }
  return [from, children.length]
}

export function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

/** Whether all of one lies within the other. */
export function holds(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  )
}

/** The box around what has this size and this transform, in the coordinates around it. */
export function boundsOf(transform: Transform, { width, height }: Size): Box {
  const [[a, c, e], [b, d, f]] = transform
  const along = (start: number, one: number, other: number): readonly [number, number] => [
    start + Math.min(0, one) + Math.min(0, other),
    Math.abs(one) + Math.abs(other),
  ]
  const [x, boxWidth] = along(e, a * width, c * height)
  const [y, boxHeight] = along(f, b * width, d * height)
  return { x, y, width: boxWidth, height: boxHeight }
}

/** The smallest box around all of them. */
export function boxAroundAll(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  }
}
