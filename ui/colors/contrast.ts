import type { Rgba } from '../../shared/brand.ts'
import { luminance } from '../../shared/color.ts'

/** What a pair of colors is enough for by WCAG 2: any text, text, large text, or none. */
export type Grade = 'AAA' | 'AA' | 'AA large' | 'Fails'

export const WHITE: Rgba = { r: 1, g: 1, b: 1, a: 1 }
/** Far less than a hundredth, and more than what floating point loses. */
const ROUNDING = 1e-6

/**
 * The contrast ratio of WCAG 2, from 1 to 21 (w3.org/TR/WCAG22, "contrast ratio"). A transparent
 * color is seen on the background, a transparent background on white.
 */
export function contrastRatio(color: Rgba, background: Rgba): number {
  const behind = over(background, WHITE)
  const one = luminance(over(color, behind))
  const other = luminance(behind)
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

export function gradeOf(ratio: number): Grade {
  if (ratio >= 7 - ROUNDING) return 'AAA'
  if (ratio >= 4.5 - ROUNDING) return 'AA'
  return ratio >= 3 - ROUNDING ? 'AA large' : 'Fails'
}

/** "4.49:1", rounded down so that it never claims what the pair does not reach. */
export function ratioText(ratio: number): string {
  return `${Math.floor((ratio + ROUNDING) * 100) / 100}:1`
}

function over(front: Rgba, back: Rgba): Rgba {
  const mix = (one: number, other: number): number => one * front.a + other * (1 - front.a)
  return { r: mix(front.r, back.r), g: mix(front.g, back.g), b: mix(front.b, back.b), a: 1 }
}
