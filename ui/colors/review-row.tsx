import type { VNode } from 'preact'
import type { ColorState, PlannedColor } from '../../shared/sync.ts'
import { countOf } from '../kit/count-of.ts'
import { Swatch } from '../kit/swatch.tsx'
import type { ColorSync } from './color-sync.ts'
import { leafName, valueText } from './color-texts.ts'
import { DecisionBox, type Decided } from './decision-box.tsx'
import { ASKED, decisionOf } from './decisions.ts'
import { reasonText } from './reason-texts.ts'
import { kindOf } from './review-groups.ts'
import { ITEMS } from './sync-texts.ts'

export interface ReviewRowProps {
  readonly row: PlannedColor
  /** How many layers use it; undefined where that is not known. */
  readonly uses: number | undefined
  readonly decided: Decided
  readonly sync: Pick<ColorSync, 'decide'>
}

/** What would happen to one color, and what a person may decide about it. */
export function ReviewRow({ row, uses, decided, sync }: ReviewRowProps): VNode {
  const { before, after, outcome, reason, copyOf, alike, deletes } = row
  const name = after?.name ?? before?.name ?? row.key
  const shown = after ?? before
  const isRenamed = before !== null && after !== null && before.name !== after.name
  const isRepainted = before !== null && after !== null && !sameValue(before, after)
  const asks = ASKED.has(outcome)
  const box = { keys: [row.key], decided, sync }
  // What is ticked is made.
  const made = deletes === undefined ? decisionOf(kindOf(row)) : null
  const What = made === null ? 'div' : 'label'
  return (
    <li class="review-row">
      <What class="checkbox review-what">
        {made !== null && <DecisionBox what={made} {...box} />}
        {!asks && isRepainted && (
          <>
            <Swatch {...before} />
            <span class="review-arrow" aria-hidden="true">
              →
            </span>
          </>
        )}
        {!asks && <Swatch {...shown} />}
        {!asks && isRenamed ? (
          <span class="review-names">
            <del dir="auto">{before.name}</del> <span aria-hidden="true">→</span>{' '}
            <bdi>{after.name}</bdi>
          </span>
        ) : (
          <bdi class="cut review-name" title={name}>
            {leafName(name)}
          </bdi>
        )}
        {!asks && (
          <span class="review-value">
            {isRepainted && (
              <>
                <del>{stateText(before)}</del>{' '}
              </>
            )}
            {stateText(shown)}
          </span>
        )}
      </What>
      {copyOf !== undefined && (
        <p class="hint review-reason">
          A copy of <bdi>{copyOf.name}</bdi>.
        </p>
      )}
      {reason !== null && copyOf === undefined && (
        <p class="hint review-reason">{reasonText(reason)}</p>
      )}
      {asks && (
        <fieldset class="review-choice">
          <legend class="hidden-text">{name}</legend>
          {[false, true].map((take) => (
            <label key={take} class="checkbox">
              <input
                type="radio"
                name={`choice-${row.key}`}
                checked={decided.take.has(row.key) === take}
                onChange={() => sync.decide('take', [row.key], take)}
              />
              {take ? 'Use Cliquify’s' : 'Keep Figma’s'}
              <Side state={take ? after : before} named={isRenamed} valued={isRepainted} />
            </label>
          ))}
        </fieldset>
      )}
      {alike !== undefined && (
        <label class="checkbox review-choice">
          <DecisionBox what="take" {...box} />
          <span>
            Use <bdi>{alike.name}</bdi>, which looks the same
            <span class="hidden-text">: {name}</span>
          </span>
        </label>
      )}
      {deletes !== undefined && (
        <div class="review-choice review-removal">
          <label class="checkbox">
            <DecisionBox what="remove" {...box} />
            <span>
              Delete this {ITEMS[deletes]}
              <span class="hidden-text">: {name}</span>
            </span>
          </label>
          {uses !== undefined && <span class="hint cut">used by {countOf(uses, 'layer')}</span>}
        </div>
      )}
    </li>
  )
}

interface SideProps {
  readonly state: ColorState | null
  /** Whether the names differ: then both are told whole, as they may do so in their folders alone. */
  readonly named: boolean
  readonly valued: boolean
}

/** What one of the two sides has. */
function Side({ state, named, valued }: SideProps): VNode {
  return (
    <>
      <Swatch {...state} />
      <span class="review-names">
        {named && <bdi>{state?.name}</bdi>} {(valued || !named) && stateText(state)}
      </span>
    </>
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
