import type { Gradient, Rgba } from '../../shared/brand.ts'
import { displayP3ToSrgb, srgbToDisplayP3 } from '../../shared/color.ts'
import type { PaintAppearance } from './appearance.ts'
import type { Link } from './link.ts'

export type ColorProfile = DocumentNode['documentColorProfile']

/** CSS draws the default radial gradient to the corners, Figma to the sides. */
const TO_CORNERS = Math.SQRT1_2
const TRANSFORM_TOLERANCE = 0.005

/** The document's numbers for what looks like this sRGB color. */
export function toDocument(value: Rgba, profile: ColorProfile): Rgba {
  return profile === 'DISPLAY_P3' ? srgbToDisplayP3(value) : value
}

export function fromDocument(value: Rgba, profile: ColorProfile): Rgba {
  return profile === 'DISPLAY_P3' ? displayP3ToSrgb(value) : value
}

/** The paint that shows this sRGB color, or gradient, in a document of this profile. */
export function toPaint(
  { value, gradient }: Pick<Link, 'value' | 'gradient'>,
  profile: ColorProfile,
): SolidPaint | GradientPaint {
  if (gradient === undefined) {
    const { r, g, b, a } = toDocument(value, profile)
    return { type: 'SOLID', color: { r, g, b }, opacity: a }
  }
  return {
    type: gradient.type === 'linear' ? 'GRADIENT_LINEAR' : 'GRADIENT_RADIAL',
    gradientTransform: transformOf(gradient),
    gradientStops: gradient.stops.map(({ position, color }) => ({
      position,
      color: toDocument(color, profile),
    })),
  }
}

export function appearanceOf(paints: readonly Paint[], profile: ColorProfile): PaintAppearance {
  const [paint] = paints
  if (paint === undefined || paints.length > 1) return { value: null }
  if (paint.visible === false || (paint.blendMode ?? 'NORMAL') !== 'NORMAL') return { value: null }
  if (paint.type === 'SOLID') {
    return { value: fromDocument({ ...paint.color, a: paint.opacity ?? 1 }, profile) }
  }
  const gradient = gradientOf(paint, profile)
  return gradient === null ? { value: null } : { value: null, gradient }
}

function gradientOf(paint: Paint, profile: ColorProfile): Gradient | null {
  if (paint.type !== 'GRADIENT_LINEAR' && paint.type !== 'GRADIENT_RADIAL') return null
  if ((paint.opacity ?? 1) < 1) return null
  const [[a, b]] = paint.gradientTransform
  const type = paint.type === 'GRADIENT_LINEAR' ? 'linear' : 'radial'
  const degrees = type === 'linear' ? (Math.atan2(a, -b) * 180) / Math.PI : 0
  const gradient: Gradient = {
    type,
    angle: (degrees + 360) % 360,
    stops: paint.gradientStops.map(({ position, color }) => ({
      position,
      color: fromDocument(color, profile),
    })),
  }
  // Moved, scaled or skewed by hand, it is no gradient that CSS could say.
  const expected = transformOf(gradient).flat()
  return paint.gradientTransform
    .flat()
    .every((cell, i) => Math.abs(cell - (expected[i] ?? NaN)) < TRANSFORM_TOLERANCE)
    ? gradient
    : null
}

/** From the layer's unit square to the gradient's own. */
function transformOf({ type, angle }: Gradient): Transform {
  const radians = (angle * Math.PI) / 180
  const length = Math.abs(Math.sin(radians)) + Math.abs(Math.cos(radians))
  const x = type === 'radial' ? TO_CORNERS : Math.sin(radians) / length
  const y = type === 'radial' ? 0 : -Math.cos(radians) / length
  return [
    [x, y, 0.5 - (x + y) / 2],
    [-y, x, 0.5 - (x - y) / 2],
  ]
}
