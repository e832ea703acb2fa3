import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { IconButton } from '../kit/icon-button.tsx'
import { IconClose } from '../kit/icons.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import { isEmpty, type Summary } from './left-alone.ts'
import '../kit/box.css'
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
    <div ref={box} class={failed.length > 0 ? 'box sync-summary failed' : 'box sync-summary'}>
      <div>
        {failed.length > 0 && (
          <div role="alert">
            <SkippedList skipped={failed} noun="color" told="could not be synced" open />
          </div>
        )}
        <SkippedList skipped={skipped} noun="color" told="skipped" />
      </div>
      <IconButton label="Dismiss" onClick={onDismiss}>
        <IconClose />
      </IconButton>
    </div>
  )
}
