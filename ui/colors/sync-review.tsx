import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Decisions, Outcome, SyncPlan } from '../../shared/protocol.ts'
import { countOf } from '../kit/count-of.ts'
import { groupRows } from './review-groups.ts'
import { ReviewRow } from './review-row.tsx'
import './sync-review.css'

export interface SyncReviewProps {
  readonly plan: SyncPlan
  readonly decisions: Decisions
  readonly onTake: (key: string, taken: boolean) => void
  readonly onRemove: (key: string, removed: boolean) => void
}

/** What a group means where its name alone does not tell. */
const HINTS: Partial<Record<Outcome, string>> = {
  adopt: 'The file has styles of these names already: they are linked to Cliquify, not made twice.',
  edited:
    'Changed only in Figma since the last sync, so they are kept unless you decide otherwise.',
  conflict: 'Changed on both sides since the last sync. Yours is kept unless you take Cliquify’s.',
  removed: 'Their styles are kept unless you tick them.',
}

/** What a sync would do, before it does anything. */
export function SyncReview({ plan, decisions, onTake, onRemove }: SyncReviewProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const unchanged = plan.rows.filter(({ outcome }) => outcome === 'unchanged').length
  return (
    <div class="review">
      <h2 ref={heading} class="review-heading" tabIndex={-1}>
        Review changes
      </h2>
      {groupRows(plan.rows).map(({ outcome, label, rows }) => (
        <section key={outcome}>
          <h3 class="group-heading">
            {label} <span class="count">{rows.length}</span>
          </h3>
          {HINTS[outcome] !== undefined && <p class="hint review-hint">{HINTS[outcome]}</p>}
          <ul class="review-rows">
            {rows.map((row) => (
              <ReviewRow
                key={row.key}
                row={row}
                taken={decisions.take.includes(row.key)}
                removed={decisions.remove.includes(row.key)}
                onTake={(taken) => onTake(row.key, taken)}
                onRemove={(removed) => onRemove(row.key, removed)}
              />
            ))}
          </ul>
        </section>
      ))}
      {unchanged > 0 && <p class="hint review-hint">{countOf(unchanged, 'color')} unchanged.</p>}
    </div>
  )
}
