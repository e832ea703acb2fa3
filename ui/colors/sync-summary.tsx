import type { VNode } from 'preact'
import type { SyncReport } from '../../shared/protocol.ts'
import { countOf } from '../kit/count-of.ts'
import { IconButton } from '../kit/icon-button.tsx'
import { IconClose } from '../kit/icons.tsx'
import { leafName } from './color-texts.ts'
import './sync-summary.css'

export interface SyncSummaryProps {
  readonly report: SyncReport
  readonly onDismiss: () => void
}

/** What failed in a sync, each with its reason; the counts are in the `status` region. */
export function SyncSummary({ report, onDismiss }: SyncSummaryProps): VNode | null {
  const failed = report.rows.filter(({ result }) => result === 'failed')
  if (failed.length === 0) return null
  return (
    <div class="sync-summary" role="alert">
      <div>
        <h2>{countOf(failed.length, 'color')} could not be synced</h2>
        <ul>
          {failed.map(({ key, name, reason }) => (
            <li key={key}>
              <bdi title={name}>{leafName(name)}</bdi>
              <p class="hint">{reason ?? 'Sync again to retry.'}</p>
            </li>
          ))}
        </ul>
      </div>
      <IconButton label="Dismiss" onClick={onDismiss}>
        <IconClose />
      </IconButton>
    </div>
  )
}
