import { Fragment, type VNode } from 'preact'
import { useState } from 'preact/hooks'
import { grouped } from '../../shared/grouped.ts'
import type { PlannedColor } from '../../shared/sync.ts'
import { Button } from '../kit/button.tsx'
import type { ColorSync } from './color-sync.ts'
import { leafName } from './color-texts.ts'
import { DecisionBox, type Decided } from './decision-box.tsx'
import { ASKED, decisionOf } from './decisions.ts'
import type { ReviewGroup } from './review-groups.ts'
import { ReviewRow } from './review-row.tsx'
import type { Reviewing } from './sync-state.ts'

export interface ReviewSectionProps {
  readonly group: ReviewGroup
  readonly review: Pick<Reviewing, 'decisions' | 'uses'>
  readonly sync: Pick<ColorSync, 'decide'>
}

/** A review of thousands opens at once, and shows the rest when asked to. */
const FIRST_ROWS = 200

/** The rows of one outcome, with the choices for all of them. */
export function ReviewSection(props: ReviewSectionProps): VNode {
  const { group, review, sync } = props
  const { decisions, uses } = review
  const { label, hint, rows } = group
  const [all, setAll] = useState(false)
  const folders = grouped(all ? rows : rows.slice(0, FIRST_ROWS), folderOf)
  const decided = {
    take: new Set(decisions.take),
    remove: new Set(decisions.remove),
    leaveOut: new Set(decisions.leaveOut),
    merge: new Set(decisions.merge),
  }
  return (
    <section>
      <h3 class="group-heading">
        {label} <span class="count">{rows.length}</span>
      </h3>
      {hint !== '' && <p class="hint review-hint">{hint}</p>}
      <ForAll group={group} decided={decided} sync={sync} />
      {[...folders].map(([folder, members]) => (
        <Fragment key={folder}>
          {folders.size > 1 && folder !== '' && (
            <h4 class="review-folder cut" dir="auto" title={folder}>
              {leafName(folder)}
            </h4>
          )}
          <ul>
            {members.map((row) => (
              <ReviewRow
                key={row.key}
                row={row}
                uses={uses[row.key]}
                decided={decided}
                sync={sync}
              />
            ))}
          </ul>
        </Fragment>
      ))}
      {!all && rows.length > FIRST_ROWS && (
        <Button variant="plain" onClick={() => setAll(true)}>
          Show {rows.length - FIRST_ROWS} more
        </Button>
      )}
    </section>
  )
}

/** Of its name: the palette, as a sync puts it. */
function folderOf({ before, after }: PlannedColor): string {
  const name = after?.name ?? before?.name ?? ''
  return name.slice(0, Math.max(0, name.lastIndexOf('/')))
}

interface ForAllProps extends Pick<ReviewSectionProps, 'group' | 'sync'> {
  readonly decided: Decided
}

function ForAll({ group, decided, sync }: ForAllProps): VNode | null {
  const { kind, rows } = group
  if (rows.length < 2) return null
  const keys = rows.map(({ key }) => key)
  if (ASKED.has(kind)) {
    return (
      <div class="buttons review-all">
        <Button onClick={() => sync.decide('take', keys, false)}>Keep all Figma’s</Button>
        <Button onClick={() => sync.decide('take', keys, true)}>Use all Cliquify’s</Button>
      </div>
    )
  }
  const what = decisionOf(kind)
  if (what === null) return null
  const alike = rows.filter((row) => row.alike !== undefined).map(({ key }) => key)
  return (
    <>
      <label class="checkbox review-all">
        <DecisionBox what={what} keys={keys} decided={decided} sync={sync} />
        {kind === 'removed' ? 'Delete all' : kind === 'copy' ? 'Merge all' : 'All'} {rows.length}
      </label>
      {alike.length > 1 && (
        <label class="checkbox review-all">
          <DecisionBox what="take" keys={alike} decided={decided} sync={sync} />
          Use what looks the same for all {alike.length}
        </label>
      )}
    </>
  )
}
