import type { VNode } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { PlannedColor } from '../../shared/sync.ts'
import { countOf } from '../kit/count-of.ts'
import { Select } from '../kit/select.tsx'
import { Swatch } from '../kit/swatch.tsx'
import { takeFocus } from '../kit/take-focus.ts'
import type { ColorSync } from './color-sync.ts'
import { leafName } from './color-texts.ts'
import type { Reviewing } from './sync-state.ts'
import { groupRows, type ReviewKind } from './review-groups.ts'
import { ReviewSection } from './review-section.tsx'
import './sync-review.css'

export interface SyncReviewProps {
  readonly review: Reviewing
  readonly sync: Pick<ColorSync, 'decide'>
}

/** What a sync would do, before it does anything. */
export function SyncReview({ review, sync }: SyncReviewProps): VNode {
  const { plan, comparing } = review
  const [filter, setFilter] = useState<ReviewKind | null>(null)
  const groups = useMemo(() => groupRows(plan.rows), [plan.rows])
  // An outcome that is no longer there, once other options are compared, hides nothing.
  const chosen = groups.find(({ kind }) => kind === filter)
  const unchanged = useMemo(
    () => plan.rows.filter(({ outcome }) => outcome === 'unchanged'),
    [plan.rows],
  )
  return (
    <div class="review" aria-busy={comparing || undefined}>
      <div class="review-head">
        <h2 ref={takeFocus} class="review-heading" tabIndex={-1}>
          Review changes
        </h2>
        {groups.length > 1 && (
          <Select
            label="Filter by outcome"
            value={chosen?.kind ?? null}
            options={[
              { value: null, label: `All (${plan.rows.length - unchanged.length})` },
              ...groups.map(({ kind, label, rows }) => ({
                value: kind,
                label: `${label} (${rows.length})`,
              })),
            ]}
            onChoose={setFilter}
          />
        )}
      </div>
      {groups.length === 0 && <p class="hint review-hint">Nothing would change.</p>}
      {(chosen === undefined ? groups : [chosen]).map((group) => (
        <ReviewSection key={group.kind} group={group} review={review} sync={sync} />
      ))}
      {chosen === undefined && unchanged.length > 0 && <Unchanged rows={unchanged} />}
    </div>
  )
}

/** What stays as it is, folded away; the rows are made only for those who open it. */
function Unchanged({ rows }: { readonly rows: readonly PlannedColor[] }): VNode {
  const [open, setOpen] = useState(false)
  return (
    <details class="review-unchanged" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{countOf(rows.length, 'color')} unchanged</summary>
      {open && <ul>{rows.map(drawUnchanged)}</ul>}
    </details>
  )
}

function drawUnchanged({ key, before }: PlannedColor): VNode {
  return (
    <li key={key} class="review-row review-what">
      <Swatch {...before} />
      <bdi class="cut" title={before?.name}>
        {leafName(before?.name ?? key)}
      </bdi>
    </li>
  )
}
