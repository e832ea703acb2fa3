import type { Gradient } from '../../shared/brand.ts'
import { sameColor } from '../../shared/color.ts'
import type { ColorState } from '../../shared/protocol.ts'
import type { Link } from './link.ts'
import type { Look } from './paints.ts'

/** Degrees, and parts of the whole. */
const ANGLE_TOLERANCE = 0.5
const POSITION_TOLERANCE = 0.005

export function lookOfLink({ value, gradient }: Pick<Link, 'value' | 'gradient'>): Look {
  return gradient === undefined ? { value } : { value: null, gradient }
}

/** As the item was when it was last synced, or is to be; the link itself wherever that says it. */
export function stateOf(link: Link): ColorState {
  const { name, gradient } = link
  return gradient === undefined ? link : { name, value: null, gradient }
}

export function sameState(one: ColorState, other: ColorState): boolean {
  return one.name === other.name && sameLook(one, other)
}

/** Whether both look the same but for rounding; what cannot be told never does. */
export function sameLook(one: Look, other: Look): boolean {
  if (one.gradient !== undefined && other.gradient !== undefined) {
    return sameGradient(one.gradient, other.gradient)
  }
  return one.value !== null && other.value !== null && sameColor(one.value, other.value)
}

function sameGradient(one: Gradient, other: Gradient): boolean {
  const turned = Math.abs(one.angle - other.angle)
  return (
    one.type === other.type &&
    Math.min(turned, 360 - turned) < ANGLE_TOLERANCE &&
    one.stops.length === other.stops.length &&
    one.stops.every(({ position, color }, index) => {
      const stop = other.stops[index]
      if (stop === undefined || !sameColor(color, stop.color)) return false
      return Math.abs(position - stop.position) < POSITION_TOLERANCE
    })
  )
}
