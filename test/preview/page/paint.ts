import { hexOf } from '../../../shared/color.ts'
import type { DocumentSnapshot, PaintSnapshot } from '../../figma/host-api.ts'

type Profile = DocumentSnapshot['colorProfile']

/** A solid paint as a CSS color of the document's profile; null for every other paint. */
export function paintColor(paint: PaintSnapshot, profile: Profile): string | null {
  if (paint.color === null) return null
  const { r, g, b } = paint.color
  const space = profile === 'DISPLAY_P3' ? 'display-p3' : 'srgb'
  return `color(${space} ${r} ${g} ${b} / ${paint.opacity})`
}

/** What a paint is called in the side panel: a hex, or its kind. */
export function paintName(paint: PaintSnapshot): string {
  if (paint.color !== null) {
    const hex = hexOf({ ...paint.color, a: 1 })
    return paint.opacity < 1 ? `${hex} ${Math.round(paint.opacity * 100)}%` : hex
  }
  if (paint.type === 'IMAGE') return `Image, ${(paint.scaleMode ?? 'fill').toLowerCase()}`
  return paint.type.replaceAll('_', ' ').toLowerCase()
}
