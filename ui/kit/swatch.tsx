import type { VNode } from 'preact'
import type { Gradient, Rgba } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'
import './swatch.css'

export interface SwatchProps {
  /** None where there is no single solid color to show. */
  readonly value?: Rgba | null
  /** Shown instead of the value where there is one. */
  readonly gradient?: Gradient | undefined
}

/** A color on a checkerboard, so that transparency shows. Only a picture: the text beside it tells. */
export function Swatch({ value, gradient }: SwatchProps): VNode {
  const background = gradient !== undefined ? gradientCss(gradient) : value ? hexOf(value) : null
  return (
    <span class={background === null ? 'swatch swatch-none' : 'swatch'} aria-hidden="true">
      {background !== null && <span style={{ background }} />}
    </span>
  )
}

/** The gradient in CSS, to be shown as a background. */
function gradientCss({ type, angle, center, radii, stops }: Gradient): string {
  const list = stops.map(({ color, position }) => `${hexOf(color)} ${position * 100}%`).join(', ')
  const at = center === undefined ? '' : ` at ${center.x * 100}% ${center.y * 100}%`
  if (type === 'linear') return `linear-gradient(${angle}deg, ${list})`
  if (type === 'angular') return `conic-gradient(from ${angle}deg${at}, ${list})`
  const size = radii === undefined ? '' : `${radii.x * 100}% ${radii.y * 100}%`
  return `radial-gradient(${size === '' && at === '' ? 'ellipse' : `${size}${at}`}, ${list})`
}
