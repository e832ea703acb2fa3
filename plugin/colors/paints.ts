import { GRADIENT_TYPES, type BrandColor, type Gradient, type Rgba } from '../../shared/brand.ts'
import { ifAble } from '../if-able.ts'
import { isNear } from '../near.ts'
import { displayP3ToSrgb, srgbToDisplayP3 } from '../../shared/color.ts'
import { isSamePlace, POSITION_TOLERANCE, type PaintAppearance } from './appearance.ts'
import { isNormal } from '../placement/paints.ts'
import { toLocal } from '../placement/geometry.ts'
import type { Link } from './link.ts'
import type { Colored } from './parts.ts'

export type ColorProfile = DocumentNode['documentColorProfile']

/** An editor that does not say takes numbers for sRGB. */
export function profileOf(root: DocumentNode): ColorProfile {
  return ifAble(() => root.documentColorProfile) ?? 'SRGB'
}

const PAINT_TYPES = {
  linear: 'GRADIENT_LINEAR',
  radial: 'GRADIENT_RADIAL',
  angular: 'GRADIENT_ANGULAR',
} as const
const MIDDLE = { x: 0.5, y: 0.5 }
/** CSS draws the default radial gradient to the corners, Figma to the sides. */
const TO_CORNERS = { x: Math.SQRT1_2, y: Math.SQRT1_2 }

/** The document's numbers for what looks like this sRGB color. */
export function toDocument(value: Rgba, profile: ColorProfile): Rgba {
  return profile === 'DISPLAY_P3' ? srgbToDisplayP3(value) : value
}

/** The color as a document of this profile can show it: sRGB, outside 0–1 where it is wider. */
export function shownIn(color: BrandColor, profile: ColorProfile): BrandColor {
  const { wide, gradient } = color
  if (!wide || profile !== 'DISPLAY_P3') return color
  if (!gradient) return { ...color, value: displayP3ToSrgb(wide) }
  const stops = gradient.stops.map((stop) => ({
    position: stop.position,
    color: stop.wide ? displayP3ToSrgb(stop.wide) : stop.color,
  }))
  return { ...color, gradient: { ...gradient, stops } }
}

/** The same of all of them. */
export function allShownIn(
  root: DocumentNode,
  colors: readonly BrandColor[],
): readonly BrandColor[] {
  const profile = profileOf(root)
  return colors.map((color) => shownIn(color, profile))
}

export function fromDocument(value: Rgba, profile: ColorProfile): Rgba {
  return profile === 'DISPLAY_P3' ? displayP3ToSrgb(value) : value
}

/** The sRGB color whatever its opacity, which is the layer's own affair. */
export function valueOf({ color }: Pick<Colored, 'color'>, profile: ColorProfile): Rgba {
  const { r, g, b } = color
  return fromDocument({ r, g, b, a: 1 }, profile)
}

/** The sRGB color of a paint as it is seen of a layer with this opacity. */
export function seenColor(paint: SolidPaint, profile: ColorProfile, opacity: number): Rgba {
  return { ...valueOf(paint, profile), a: (paint.opacity ?? 1) * opacity }
}

/** The paint that shows this sRGB color, or gradient, in a document of this profile. */
export function toPaint(
  { value, gradient }: Pick<Link, 'value' | 'gradient'>,
  profile: ColorProfile,
): SolidPaint | GradientPaint {
  if (!gradient) {
    const { r, g, b, a } = toDocument(value, profile)
    return { type: 'SOLID', color: { r, g, b }, opacity: a }
  }
  return {
    type: PAINT_TYPES[gradient.type],
    gradientTransform: transformOf(gradient),
    gradientStops: gradient.stops.map(({ position, color }) => ({
      position,
      color: toDocument(color, profile),
    })),
  }
}

export function appearanceOf(paints: readonly Paint[], profile: ColorProfile): PaintAppearance {
  const [paint] = paints
  if (!paint || paints.length > 1) return { value: null }
  if (paint.visible === false || !isNormal(paint)) return { value: null }
  if (paint.type === 'SOLID') {
    return { value: fromDocument({ ...paint.color, a: paint.opacity ?? 1 }, profile) }
  }
  return { value: null, gradient: gradientOf(paint, profile) ?? undefined }
}

/** Null where CSS has no like of it. */
export function gradientOf(paint: Paint, profile: ColorProfile): Gradient | null {
  if (!('gradientTransform' in paint) || (paint.opacity ?? 1) < 1) return null
  const type = GRADIENT_TYPES.find((each) => PAINT_TYPES[each] === paint.type)
  const place = type ? placeOf(type, paint.gradientTransform) : null
  if (!type || !place) return null
  const gradient: Gradient = {
    type,
    ...place,
    stops: paint.gradientStops.map(({ position, color }) => ({
      position,
      color: fromDocument(color, profile),
    })),
  }
  // Moved, scaled or skewed by hand, it is no gradient that CSS could say.
  const expected = transformOf(gradient).flat()
  return paint.gradientTransform
    .flat()
    .every((cell, i) => isNear(cell, expected[i] ?? NaN, POSITION_TOLERANCE))
    ? gradient
    : null
}

/** What the transform says of where the gradient lies; null where it says nothing. */
function placeOf(
  type: Gradient['type'],
  transform: Transform,
): Pick<Gradient, 'angle' | 'center' | 'radii'> | null {
  const [[a, b], [c, d]] = transform
  if (a * d === b * c) return null
  const angle = type === 'radial' ? 0 : ((Math.atan2(a, -b) * 180) / Math.PI + 360) % 360
  if (type === 'linear') return { angle }
  const center = toLocal(transform, MIDDLE)
  const radii = { x: 0.5 / a, y: 0.5 / d }
  return {
    angle,
    ...(isSamePlace(center, MIDDLE) ? {} : { center }),
    ...(type === 'angular' || isSamePlace(radii, TO_CORNERS) ? {} : { radii }),
  }
}

/** From the layer's unit square to the gradient's own. */
function transformOf({ type, angle, center = MIDDLE, radii = TO_CORNERS }: Gradient): Transform {
  if (type === 'radial') {
    const [x, y] = [0.5 / radii.x, 0.5 / radii.y]
    return [
      [x, 0, 0.5 - x * center.x],
      [0, y, 0.5 - y * center.y],
    ]
  }
  const radians = (angle * Math.PI) / 180
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)]
  // A linear one reaches the corners; what is angular is only turned.
  const length = type === 'linear' ? Math.abs(sin) + Math.abs(cos) : 1
  const [x, y] = [sin / length, -cos / length]
  const { x: cx, y: cy } = type === 'linear' ? MIDDLE : center
  return [
    [x, y, 0.5 - x * cx - y * cy],
    [-y, x, 0.5 + y * cx - x * cy],
  ]
}
