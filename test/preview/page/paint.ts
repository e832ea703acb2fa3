import { hexOf } from '../../../shared/color.ts'
import type { Rgba } from '../../../shared/brand.ts'
import type { DocumentSnapshot, PaintSnapshot } from '../../figma/host-api.ts'

type Profile = DocumentSnapshot['colorProfile']

/** A solid paint as a CSS color of the document's profile; null for every other paint. */
export function paintColor(paint: PaintSnapshot, profile: Profile): string | null {
  return paint.color === null ? null : cssColor({ ...paint.color, a: paint.opacity }, profile)
}

/** A color in the document's profile. */
export function cssColor({ r, g, b, a }: Rgba, profile: Profile): string {
  return `color(${profile === 'DISPLAY_P3' ? 'display-p3' : 'srgb'} ${r} ${g} ${b} / ${a})`
}

/** A paint as a CSS background; null for an image or a video. */
export function paintBackground(paint: PaintSnapshot, profile: Profile): string | null {
  if (paint.gradientStops.length === 0) return paintColor(paint, profile)
  const stops = paint.gradientStops
    .map(({ color, position }) => {
      const a = color.a * paint.opacity
      return `${cssColor({ ...color, a }, profile)} ${position * 100}%`
    })
    .join(', ')
  if (paint.type === 'GRADIENT_RADIAL') return `radial-gradient(closest-side, ${stops})`
  return `linear-gradient(90deg, ${stops})`
}

/** What a paint is called in the side panel: a hex, or its kind. */
export function paintName(paint: PaintSnapshot): string {
  if (paint.color !== null) {
    const hex = hexOf({ ...paint.color, a: 1 })
    return paint.opacity < 1 ? `${hex} ${Math.round(paint.opacity * 100)}%` : hex
  }
  if (paint.type === 'IMAGE') return `Image, ${(paint.scaleMode ?? 'fill').toLowerCase()}`
  const words = paint.type.split('_').reverse().join(' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
