import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { countOf } from '../kit/count-of.ts'
import { IconButton } from '../kit/icon-button.tsx'
import { IconClose } from '../kit/icons.tsx'
import { leafName } from './color-texts.ts'
import { isEmpty, type LeftAlone, type Summary } from './left-alone.ts'
import '../kit/skipped.css'
import './sync-summary.css'

export interface SyncSummaryProps {
  readonly summary: Summary
  readonly onDismiss: () => void
}

/** What could not be synced, each with its reason; what was done or kept is in the `status` region. */
export function SyncSummary({ summary, onDismiss }: SyncSummaryProps): VNode | null {
  const box = useRef<HTMLDivElement>(null)
  // The review that was here may have been scrolled.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [summary])
  if (isEmpty(summary)) return null
  const { failed, skipped } = summary
  return (
    <div ref={box} class={failed.length > 0 ? 'sync-summary sync-failed' : 'sync-summary'}>
      <div>
        {failed.length > 0 && (
          <div role="alert" class="skipped">
            <h2>{countOf(failed.length, 'color')} could not be synced</h2>
            <Left colors={failed} />
          </div>
        )}
        {skipped.length > 0 && (
          <details class="skipped">
            <summary>{countOf(skipped.length, 'color')} skipped</summary>
            <Left colors={skipped} />
          </details>
        )}
      </div>
      <IconButton label="Dismiss" onClick={onDismiss}>
        <IconClose />
      </IconButton>
    </div>
  )
}

function Left({ colors }: { readonly colors: readonly LeftAlone[] }): VNode {
  return (
    <ul>
      {colors.map(({ key, name, reason }) => (
        <li key={key}>
          <bdi class="skipped-name" title={name}>
            {leafName(name)}
          </bdi>
          <p>{reason}</p>
        </li>
      ))}
    </ul>
  )
}
