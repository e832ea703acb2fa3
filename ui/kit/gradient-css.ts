import type { Gradient } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'

/** The gradient in CSS, to be shown as a background. */
export function gradientCss({ type, angle, stops }: Gradient): string {
  const list = stops.map(({ color, position }) => `${hexOf(color)} ${position * 100}%`).join(', ')
  return type === 'linear' ? `linear-gradient(${angle}deg, ${list})` : `radial-gradient(${list})`
}
