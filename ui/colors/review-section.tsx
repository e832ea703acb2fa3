import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { Decisions } from '../../shared/protocol.ts'
import { Button } from '../kit/button.tsx'
import type { ColorSync } from './color-sync.ts'
import { ASKED } from './decisions.ts'
import type { ReviewGroup } from './review-groups.ts'
import { ReviewRow } from './review-row.tsx'

export interface ReviewSectionProps {
  readonly group: ReviewGroup
  readonly hint: string | null
  readonly decisions: Decisions
  readonly sync: Pick<ColorSync, 'take' | 'remove' | 'merge'>
}

/** A review of thousands opens at once, and shows the rest when asked to. */
const FIRST_ROWS = 200

/** The rows of one outcome, with the choices for all of them. */
export function ReviewSection(props: ReviewSectionProps): VNode {
  const { group, hint, decisions, sync } = props
  const { label, rows } = group
  const [all, setAll] = useState(false)
  const taken = new Set(decisions.take)
  const removed = new Set(decisions.remove)
  return (
    <section>
      <h3 class="group-heading">
        {label} <span class="count">{rows.length}</span>
      </h3>
      {hint !== null && <p class="hint review-hint">{hint}</p>}
      <ForAll {...props} />
      <ul class="review-rows">
        {(all ? rows : rows.slice(0, FIRST_ROWS)).map((row) => (
          <ReviewRow
            key={row.key}
            row={row}
            taken={taken.has(row.key)}
            removed={removed.has(row.key)}
            sync={sync}
          />
        ))}
      </ul>
      {!all && rows.length > FIRST_ROWS && (
        <Button variant="plain" onClick={() => setAll(true)}>
          Show {rows.length - FIRST_ROWS} more
        </Button>
      )}
    </section>
  )
}

function ForAll({ group, decisions, sync }: ReviewSectionProps): VNode | null {
  const { kind, rows } = group
  if (kind === 'copy') {
    return (
      <div class="review-all">
        <Button onClick={() => void sync.merge()}>Merge copies</Button>
      </div>
    )
  }
  const alike = rows.filter((row) => row.alike !== undefined).map(({ key }) => key)
  if (kind === 'create' && alike.length > 1) {
    return (
      <TakeAll
        keys={alike}
        decisions={decisions}
        sync={sync}
        text={`Use what looks the same for all ${alike.length}`}
      />
    )
  }
  if (rows.length < 2) return null
  const keys = rows.map(({ key }) => key)
  if (ASKED.has(kind)) {
    return (
      <div class="review-all">
        <Button onClick={() => sync.take(keys, false)}>Keep all mine</Button>
        <Button onClick={() => sync.take(keys, true)}>Take all Cliquify’s</Button>
      </div>
    )
  }
  if (kind === 'deleted') {
    return (
      <TakeAll
        keys={keys}
        decisions={decisions}
        sync={sync}
        text={`Make all ${rows.length} again`}
      />
    )
  }
  if (kind === 'removed') {
    const removed = new Set(decisions.remove)
    return (
      <label class="checkbox review-all">
        <input
          type="checkbox"
          checked={keys.every((key) => removed.has(key))}
          onChange={(event) => sync.remove(keys, event.currentTarget.checked)}
        />
        Delete all {rows.length}
      </label>
    )
  }
  return null
}

interface TakeAllProps extends Pick<ReviewSectionProps, 'decisions' | 'sync'> {
  readonly keys: readonly string[]
  readonly text: string
}

function TakeAll({ keys, decisions, sync, text }: TakeAllProps): VNode {
  const taken = new Set(decisions.take)
  return (
    <label class="checkbox review-all">
      <input
        type="checkbox"
        checked={keys.every((key) => taken.has(key))}
        onChange={(event) => sync.take(keys, event.currentTarget.checked)}
      />
      {text}
    </label>
  )
}
