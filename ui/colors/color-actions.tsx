import type { ReadonlySignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { BrandColor } from '../../shared/brand.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../shared/sync.ts'
import { Button } from '../kit/button.tsx'
import { copyText } from '../kit/copy-text.ts'
import { ColorContrast } from './color-contrast.tsx'
import { colorFormats } from './color-formats.ts'
import type { ColorApplier } from './apply-color.ts'
import './color-actions.css'

export interface ColorActionsProps {
  readonly id: string
  readonly color: BrandColor
  /** All colors of the kit. */
  readonly colors: readonly BrandColor[]
  readonly applier: ColorApplier
  readonly synced: ReadonlySignal<SyncOptions | null>
}

/** What is below an opened row: the color in other notations, as stroke, and its contrast. */
export function ColorActions(props: ColorActionsProps): VNode {
  const { id, color, colors, applier, synced } = props
  const [uncopied, setUncopied] = useState<string | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), [])

  function copy(text: string): void {
    const copied = copyText(text)
    setUncopied(copied ? null : text)
    applier.announce(
      copied ? `Copied ${text}.` : 'This browser did not copy. Copy the selected text yourself.',
    )
  }

  return (
    <div ref={panel} id={id} class="color-actions" role="group" aria-label={color.name}>
      <ul class="color-formats">
        {colorFormats(applier.kit, color, synced.value ?? DEFAULT_SYNC_OPTIONS).map(
          ({ label, text }) => (
            <li key={label}>
              <button
                type="button"
                class="row-button color-format"
                title={text}
                onClick={() => copy(text)}
              >
                <span class="hint">
                  <span class="hidden-text">Copy </span>
                  {label}
                </span>{' '}
                <span class="cut">{text}</span>
              </button>
            </li>
          ),
        )}
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
