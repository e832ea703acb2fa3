import type { BrandColor, Rgba } from '../../shared/brand.ts'
import { sameColor } from '../../shared/color.ts'
import { isNear } from '../near.ts'
import { sameAppearance } from '../colors/appearance.ts'
import { appearanceOf, type ColorProfile } from '../colors/paints.ts'
import { isNormal } from '../placement/paints.ts'
import { alphaOf, type Colored, type LayerPart } from '../colors/parts.ts'

const ALPHA_TOLERANCE = 0.005

/** Tells values apart as far as Figma shows them: in 256 steps, beyond sRGB as well. */
export function valueKey({ r, g, b }: Rgba): string {
  return [r, g, b].map((channel) => Math.round(channel * 255)).join(' ')
}

/** The place of the color with this value; -1 where there is none. */
export function placeOf(value: Rgba, colors: readonly BrandColor[]): number {
  return colors.findIndex((color) => !color.gradient && sameColor(value, { ...color.value, a: 1 }))
}

/** The place of the gradient that the paints show; -1 where they show none of the brand's. */
export function gradientPlace(
  { paints }: LayerPart,
  colors: readonly BrandColor[],
  profile: ColorProfile,
): number {
  const look = appearanceOf(paints, profile)
  return look.gradient ? colors.findIndex((color) => sameAppearance(look, color)) : -1
}

/** Whether a style of a color with this opacity can stand for all of what is shown. */
export function takesStyle({ paints }: LayerPart, alpha: number): boolean {
  const [paint] = paints
  if (paints.length !== 1 || paint?.type !== 'SOLID') return false
  return isNormal(paint) && isAtAlpha(paint, alpha)
}

/** Whether it is shown at this opacity. */
export function isAtAlpha(colored: Colored, alpha: number): boolean {
  return isNear(alphaOf(colored), alpha, ALPHA_TOLERANCE)
}

/** Whether a variable of a color with this opacity keeps what is shown at its own. */
export function takesVariable(colored: Colored, alpha: number): boolean {
  // Only a solid paint has an opacity beside that of its variable.
  return isAtAlpha(colored, alpha) || (alpha === 1 && !('a' in colored.color))
}
