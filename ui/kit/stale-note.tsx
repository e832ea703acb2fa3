import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { TroubleAction } from '../../shared/trouble.ts'
import { Button } from './button.tsx'
import { isOffline, staleText } from './stale-text.ts'
import type { Staleness } from '../brand/staleness.ts'
import './stale-note.css'

export interface StaleNoteProps {
  readonly staleness: Staleness
  readonly onConnectAgain: () => void
  readonly onOpenSettings: () => void
}

/** One line above content that could not be refreshed: since when, why, and what to do about it. */
export function StaleNote({
  staleness,
  onConnectAgain,
  onOpenSettings,
}: StaleNoteProps): VNode | null {
  const [openedAt] = useState(() => Date.now())
  const lists = staleness.lists.value
  // What only a person can mend is told before what may pass by itself.
  const worst = lists.find(({ trouble }) => trouble.action !== 'retry') ?? lists[0]
  if (worst === undefined) return null
  const { trouble } = worst
  const asOf = Math.min(...lists.map((list) => list.asOf))
  const actions: Record<TroubleAction, readonly [string, () => void] | null> = {
    retry: ['Retry', staleness.retry],
    connect: ['Connect again', onConnectAgain],
    settings: ['Open Settings', onOpenSettings],
    none: null,
  }
  const action = actions[trouble.action]
  return (
    <div class="stale-note" role="alert">
      <p dir="auto">{staleText(trouble, asOf, openedAt)}</p>
      {action !== null && <Button onClick={action[1]}>{action[0]}</Button>}
      {trouble.details !== null && !isOffline(trouble) && (
        <details>
          <summary>Details</summary>
          <code>{trouble.details}</code>
        </details>
      )}
    </div>
  )
}
