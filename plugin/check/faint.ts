import type { Rgba } from '../../shared/brand.ts'
import { contrastRatio } from '../../shared/contrast.ts'
import type { FaintText } from '../../shared/check.ts'
import { seenColor, type ColorProfile } from '../colors/paints.ts'
import { isShown } from '../placement/paints.ts'
import type { GroundOf } from './ground.ts'

/** WCAG 2.2, 1.4.3: of large text, which begins at 24 px, or 18.66 px where it is bold, and of other. */
const LARGE = { contrast: 3, size: 24, boldSize: 18.66 }
const ENOUGH = 4.5

/** The colors of a text that are too faint on its ground, as they are told of in the window. */
export function faintColors(
  node: TextNode,
  groundOf: GroundOf,
  profile: ColorProfile,
): readonly { readonly value: Rgba; readonly faint: FaintText }[] {
  const ground = groundOf(node)
  if (!ground) return []
  return node
    .getStyledTextSegments(['fills', 'fontSize', 'fontWeight'])
    .flatMap(({ characters, fills, fontSize, fontWeight }) => {
      const shown = fills.filter(isShown)
      const paint = shown[shown.length - 1]
      if (paint?.type !== 'SOLID' || characters.trim() === '') return []
      // What lies under an opaque fill shows nowhere.
      if (shown.length > 1 && (paint.opacity ?? 1) < 1) return []
      const value = seenColor(paint, profile, node.opacity)
      const isLarge = fontSize >= (fontWeight >= 700 ? LARGE.boldSize : LARGE.size)
      const needs = isLarge ? LARGE.contrast : ENOUGH
      const isFaint = value.a > 0 && contrastRatio(value, ground) < needs
      return isFaint ? [{ value, faint: { ground, needs } }] : []
    })
}
