import type { Gradient, Rgba } from '../../shared/brand.ts'
import { displayP3ToSrgb, inGamut } from '../../shared/color.ts'
import type { TokenColor } from '../../shared/notation/token.ts'
import type { PaintAppearance } from '../colors/appearance.ts'
import type { ColorProfile } from '../colors/paints.ts'
import { fromDocument, gradientOf } from '../colors/paints.ts'

export function tokenGradient(gradient: Gradient): TokenColor {
  const stops = gradient.stops.map(({ position, color }) => {
    const { value, wide } = inGamut(color)
    return { position, color: value, ...(wide && { wide }) }
  })
  const [first] = stops
  const value = first?.color ?? { r: 0, g: 0, b: 0, a: 1 }
  return { value, gradient: { ...gradient, stops } }
}

/** As it is seen: sRGB, outside 0–1 where it is wider, which no clipped color is like. */
export function appearanceOfToken({ value, wide, gradient }: TokenColor): PaintAppearance {
  if (gradient === undefined) return { value: unclipped(value, wide) }
  const stops = gradient.stops.map((stop) => ({
    position: stop.position,
    color: unclipped(stop.color, stop.wide),
  }))
  return { value: null, gradient: { ...gradient, stops } }
}

function unclipped(value: Rgba, wide: Rgba | undefined): Rgba {
  return wide === undefined ? value : displayP3ToSrgb(wide)
}

/** What one paint shows; null for pictures, and for gradients that code has no like of. */
export function paintColor(paint: Paint, profile: ColorProfile): TokenColor | null {
  if (paint.type === 'SOLID') {
    return inGamut(fromDocument({ ...paint.color, a: paint.opacity ?? 1 }, profile))
  }
  const gradient = gradientOf(paint, profile)
  return gradient === null ? null : tokenGradient(gradient)
}
