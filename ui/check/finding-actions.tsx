import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { onEnter } from '../kit/on-enter.ts'
import { Button } from '../kit/button.tsx'
import { countOf } from '../kit/count-of.ts'
import { Select } from '../kit/select.tsx'
import { takeFocus } from '../kit/take-focus.ts'
import type { AssetFinding } from './asset-findings.ts'
import type { BrandCheck } from './brand-check.ts'
import type { Finding } from './findings.ts'

export interface FindingActionsProps {
  readonly finding: Finding | AssetFinding
  /** What people read of its kind. */
  readonly kind: string
  readonly check: BrandCheck
  readonly children?: VNode | null
}

type Extent = 'this' | 'layer' | 'kind'

/** Goes through the layers of a finding, and ignores it, one of them, or all of its kind. */
export function FindingActions({ finding, kind, check, children }: FindingActionsProps): VNode {
  const { key, layers } = finding
  const [reason, setReason] = useState<string | null>(null)
  const [extent, setExtent] = useState<Extent>('this')
  const layersRef = useRef<HTMLButtonElement>(null)
  const shown = useRef(-1)
  const show = (step: number): void => {
    shown.current += step
    void check.show(layers, shown.current)
  }
  const ignore = (): void => {
    const place = Math.max(0, shown.current) % layers.length
    const meant = {
      this: { what: key, name: key },
      layer: { what: layers[place] ?? '', name: `${key}, layer ${place + 1}` },
      kind: { what: finding.kind, name: `All: ${kind}` },
    }[extent]
    void check.ignore({ ...meant, reason: reason ?? '' })
  }
  return (
    <div class="check-actions">
      <button
        ref={layersRef}
        type="button"
        class="button button-plain"
        title="Show on the canvas"
        onClick={() => show(1)}
        onKeyDown={({ key: pressed }) => {
          if (pressed === 'ArrowRight') show(1)
          if (pressed === 'ArrowLeft') show(-1)
        }}
      >
        {countOf(layers.length, 'layer')}
      </button>
      {children}
      {reason === null ? (
        <Button variant="plain" onClick={() => setReason('')}>
          Ignore
        </Button>
      ) : (
        <div
          class="check-reason"
          onKeyDown={(event) => {
            onEnter(ignore)(event)
            if (event.key !== 'Escape') return
            event.preventDefault()
            layersRef.current?.focus()
            setReason(null)
          }}
        >
          <Select
            label="What to ignore"
            value={extent}
            options={[
              { value: 'this', label: 'This' },
              { value: 'layer', label: 'The layer shown' },
              { value: 'kind', label: `All: ${kind}` },
            ]}
            onChoose={setExtent}
          />
          <input
            class="field"
            aria-label="Reason"
            placeholder="Why?"
            value={reason}
            ref={takeFocus}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Button onClick={ignore}>Ignore</Button>
        </div>
      )}
    </div>
  )
}
