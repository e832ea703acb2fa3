import type { Gradient, Rgba } from '../../shared/brand.ts'
import { sameColor } from '../../shared/color.ts'
import { isNear } from '../near.ts'
import type { ColorState } from '../../shared/sync.ts'
import { isNearPoint } from '../placement/geometry.ts'
import { isSameName } from './name-key.ts'

/** What a paint looks like, whatever its name. */
export interface PaintAppearance {
  /** sRGB; null where it is no single solid color. What it is beside a gradient says nothing. */
  readonly value: Rgba | null
  readonly gradient?: Gradient | undefined
}

/** Degrees, and parts of the whole. */
const ANGLE_TOLERANCE = 0.5
export const POSITION_TOLERANCE = 0.005

/** Name and appearance alone, of an item in the file or of a link, as they cross to the window. */
export function stateOf({ name, value, gradient }: ColorState): ColorState {
  return { name, value: gradient ? null : value, gradient }
}

export function sameState(one: ColorState, other: ColorState): boolean {
  return isSameName(one.name, other.name) && sameAppearance(one, other)
}

/** Whether both look the same but for rounding; what cannot be told never does. */
export function sameAppearance(one: PaintAppearance, other: PaintAppearance): boolean {
  if (one.gradient && other.gradient) return sameGradient(one.gradient, other.gradient)
  if (one.gradient || other.gradient) return false
  return one.value !== null && other.value !== null && sameColor(one.value, other.value)
}

/** Whether it looks as it did; what cannot be told does where it could not be told before. */
export function isAsBefore(now: PaintAppearance, before: PaintAppearance): boolean {
  return sameAppearance(now, before) || (isUntold(now) && isUntold(before))
}

function isUntold({ value, gradient }: PaintAppearance): boolean {
  return !value && !gradient
}

function sameGradient(one: Gradient, other: Gradient): boolean {
  const turned = Math.abs(one.angle - other.angle)
  return (
    one.type === other.type &&
    Math.min(turned, 360 - turned) < ANGLE_TOLERANCE &&
    isSamePlace(one.center, other.center) &&
    isSamePlace(one.radii, other.radii) &&
    one.stops.length === other.stops.length &&
    one.stops.every(({ position, color }, index) => {
      const stop = other.stops[index]
      if (!stop || !sameColor(color, stop.color)) return false
      return isNear(position, stop.position, POSITION_TOLERANCE)
    })
  )
}

/** Absent is the default, which is never written out. */
export function isSamePlace(one: Gradient['center'], other: Gradient['center']): boolean {
  return one && other ? isNearPoint(one, other, POSITION_TOLERANCE) : one === other
}
