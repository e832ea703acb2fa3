import type { Rgba } from './brand.ts'
import { luminance } from './color.ts'

export const WHITE: Rgba = { r: 1, g: 1, b: 1, a: 1 }

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

/** What one sees of a color on an opaque one. */
export function over(front: Rgba, back: Rgba): Rgba {
  const mix = (one: number, other: number): number => one * front.a + other * (1 - front.a)
  return { r: mix(front.r, back.r), g: mix(front.g, back.g), b: mix(front.b, back.b), a: 1 }
}
