import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { ColorState, PlannedColor, SyncTarget } from '../../shared/protocol.ts'
import { Swatch } from '../kit/swatch.tsx'
import { leafName, valueText } from './color-texts.ts'
import { THINGS } from './target-texts.ts'

export interface ReviewRowProps {
  readonly row: PlannedColor
  readonly target: SyncTarget
  readonly taken: boolean
  readonly removed: boolean
  readonly onTake: (keys: readonly string[], taken: boolean) => void
  readonly onRemove: (keys: readonly string[], removed: boolean) => void
}

/** A row that is drawn anew only where something of its own has changed. */
export function ReviewRow(props: ReviewRowProps): VNode {
  const { row, target, taken, removed, onTake, onRemove } = props
  return useMemo(
    () => <Row {...{ row, target, taken, removed, onTake, onRemove }} />,
    [row, target, taken, removed, onTake, onRemove],
  )
}

/** What would happen to one color, and what a person may decide about it. */
function Row({ row, target, taken, removed, onTake, onRemove }: ReviewRowProps): VNode {
  const { before, after, outcome, reason, copyOf } = row
  const name = after?.name ?? before?.name ?? row.key
  const renamed = before !== null && after !== null && before.name !== after.name
  const shown = after ?? before
  const oneColor = before === null || after === null || sameValue(before, after)
  return (
    <li class="review-row">
      <div class="review-what">
        {before !== null && !oneColor && (
          <>
            <Swatch value={before.value} gradient={before.gradient} />
            <span class="review-arrow" aria-hidden="true">
              →
            </span>
          </>
        )}
        <Swatch value={shown?.value ?? null} gradient={shown?.gradient} />
        <span class="review-name">
          {renamed && (
            <>
              <del class="cut" dir="auto" title={before.name}>
                {leafName(before.name)}
              </del>
              <span aria-hidden="true">→</span>
            </>
          )}
          <bdi class="cut" title={name}>
            {leafName(name)}
          </bdi>
        </span>
        <span class="review-value">
          {before !== null && !oneColor && (
            <>
              <del>{stateText(before)}</del>{' '}
            </>
          )}
          {stateText(shown)}
        </span>
      </div>
      {copyOf !== undefined && (
        <p class="hint review-reason">
          A copy of <bdi>{copyOf.name}</bdi>.
        </p>
      )}
      {reason !== null && copyOf === undefined && <p class="hint review-reason">{reason}</p>}
      {(outcome === 'edited' || outcome === 'conflict') && (
        <fieldset class="review-choice">
          <legend class="hidden-text">{name}</legend>
          <label class="radio">
            <input
              type="radio"
              name={`choice-${row.key}`}
              checked={!taken}
              onChange={() => onTake([row.key], false)}
            />
            Keep mine
          </label>
          <label class="radio">
            <input
              type="radio"
              name={`choice-${row.key}`}
              checked={taken}
              onChange={() => onTake([row.key], true)}
            />
            Take Cliquify’s
          </label>
        </fieldset>
      )}
      {outcome === 'removed' && (
        <label class="checkbox review-choice">
          <input
            type="checkbox"
            checked={removed}
            onChange={(event) => onRemove([row.key], event.currentTarget.checked)}
          />
          <span>
            Delete this {THINGS[target]}
            <span class="hidden-text">: {name}</span>
          </span>
        </label>
      )}
    </li>
  )
}

function sameValue(before: ColorState, after: ColorState): boolean {
  return (
    stateText(before) === stateText(after) &&
    JSON.stringify(before.gradient) === JSON.stringify(after.gradient)
  )
}

function stateText(state: ColorState | null): string {
  if (state === null) return ''
  if (state.gradient !== undefined) return 'Gradient'
  return state.value === null ? 'No single color' : valueText(state.value)
}
