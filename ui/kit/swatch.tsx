import type { VNode } from 'preact'
import type { Rgba } from '../../shared/brand.ts'
import { hexOf } from '../../shared/color.ts'
import './swatch.css'

export interface SwatchProps {
  /** Null where there is no single solid color to show. */
  readonly value: Rgba | null
}

/** A color on a checkerboard, so that transparency shows. Only a picture: the text beside it tells. */
export function Swatch({ value }: SwatchProps): VNode {
  return (
    <span class={value === null ? 'swatch swatch-none' : 'swatch'} aria-hidden="true">
      {value !== null && <span style={{ background: hexOf(value) }} />}
    </span>
  )
}
