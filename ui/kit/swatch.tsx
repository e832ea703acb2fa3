import type { VNode } from 'preact'
import type { Gradient, Rgba } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'
import { cssGradient } from '../../shared/notation/css-value.ts'
import './swatch.css'

export interface SwatchProps {
  /** None where there is no single solid color to show. */
  readonly value?: Rgba | null
  /** Shown instead of the value where there is one. */
  readonly gradient?: Gradient | undefined
}

/** A color on a checkerboard, so that transparency shows. Only a picture: the text beside it tells. */
export function Swatch({ value, gradient }: SwatchProps): VNode {
  const background =
    gradient !== undefined
      ? cssGradient(gradient, ({ color }) => hexOf(color))
      : value
        ? hexOf(value)
        : null
  return (
    <span class={background === null ? 'swatch swatch-none' : 'swatch'} aria-hidden="true">
      {background !== null && <span style={{ background }} />}
    </span>
  )
}
