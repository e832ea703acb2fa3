import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Staleness } from '../brand/staleness.ts'
import { Button } from './button.tsx'
import { Details } from './problem.tsx'
import { useRecovery } from './recovery.ts'
import { isOffline, staleText } from './stale-text.ts'
import './note.css'

export interface StaleNoteProps {
  readonly staleness: Staleness
}

/** One line above content that could not be refreshed: since when, why, and what to do about it. */
export function StaleNote({ staleness }: StaleNoteProps): VNode | null {
  const [openedAt] = useState(() => Date.now())
  const lists = staleness.lists.value
  // What only a person can mend is told before what may pass by itself.
  const worst = lists.find(({ trouble }) => trouble.action !== 'retry') ?? lists[0]
  const recovery = useRecovery(worst?.trouble.action ?? 'none', staleness.retry)
  if (worst === undefined) return null
  const { trouble } = worst
  const asOf = Math.min(...lists.map((list) => list.asOf))
  return (
    <div class="note hint" role="alert">
      <p>{staleText(trouble, asOf, openedAt)}</p>
      {recovery !== null && <Button onClick={recovery.act}>{recovery.label}</Button>}
      {!isOffline(trouble) && <Details trouble={trouble} />}
    </div>
  )
}
