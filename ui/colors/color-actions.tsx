import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { BrandColor } from '../../shared/brand.ts'
import { Button } from '../kit/button.tsx'
import { ColorContrast } from './color-contrast.tsx'
import type { ColorFormat } from './color-formats.ts'
import type { ColorApplier } from './apply-color.ts'
import './color-actions.css'

export interface ColorActionsProps {
  readonly id: string
  readonly color: BrandColor
  /** All colors of the kit. */
  readonly colors: readonly BrandColor[]
  readonly applier: ColorApplier
  readonly formats: readonly ColorFormat[]
  /** What the browser did not copy, for a person to do so. */
  readonly uncopied: string | null
  readonly onCopy: (text: string) => void
}

/** What is below an opened row: the color in other notations, as stroke, and its contrast. */
export function ColorActions(props: ColorActionsProps): VNode {
  const { id, color, colors, applier, formats, uncopied, onCopy } = props
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [])

  return (
    <div ref={panel} id={id} class="color-actions" role="group" aria-label={color.name}>
      <ul class="color-formats">
        {formats.map(({ label, text }) => (
          <li key={label}>
            <button
              type="button"
              class="row-button color-format"
              title={text}
              onClick={() => onCopy(text)}
            >
              <span class="hint">
                <span class="hidden-text">Copy </span>
                {label}
              </span>{' '}
              <span class="cut">{text}</span>
            </button>
          </li>
        ))}
      </ul>
      {uncopied !== null && <Uncopied text={uncopied} />}
      {color.gradient === undefined && <ColorContrast color={color} colors={colors} />}
      <div>
        <Button onClick={() => void applier.apply(color, colors, 'stroke')}>Apply as stroke</Button>
      </div>
    </div>
  )
}

/** Text that a person copies, as the browser would not. */
function Uncopied({ text }: { readonly text: string }): VNode {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [text])
  return <input ref={field} class="field" aria-label="Text to copy" readOnly value={text} />
}
