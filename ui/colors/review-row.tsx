import type { VNode } from 'preact'
import type { ColorState, PlannedColor } from '../../shared/sync.ts'
import { Swatch } from '../kit/swatch.tsx'
import type { ColorSync } from './color-sync.ts'
import { leafName, valueText } from './color-texts.ts'
import { DecisionBox, type Decided } from './decision-box.tsx'
import { ASKED, decisionOf } from './decisions.ts'
import { reasonText } from './reason-texts.ts'
import { ITEMS } from './sync-texts.ts'

export interface ReviewRowProps {
  readonly row: PlannedColor
  readonly decided: Decided
  readonly sync: Pick<ColorSync, 'decide'>
}

/** What would happen to one color, and what a person may decide about it. */
export function ReviewRow({ row, decided, sync }: ReviewRowProps): VNode {
  const { before, after, outcome, reason, copyOf, alike, deletes } = row
  const name = after?.name ?? before?.name ?? row.key
  const renamed = before !== null && after !== null && before.name !== after.name
  const shown = after ?? before
  const oneColor = before === null || after === null || sameValue(before, after)
  const asks = ASKED.has(outcome)
  const taken = decided.take.has(row.key)
  const kept = asks && !taken
  // An arrow would say that what is kept becomes the other.
  const between = kept ? '≠' : '→'
  const box = { keys: [row.key], decided, sync }
  // What is ticked is made.
  const made = deletes === undefined ? decisionOf(outcome) : null
  const What = made === null ? 'div' : 'label'
  return (
    <li class="review-row">
      <What class="checkbox review-what">
        {made !== null && <DecisionBox what={made} {...box} />}
        {before !== null && !oneColor && (
          <>
            <Swatch value={before.value} gradient={before.gradient} />
            <span class="review-arrow" aria-hidden="true">
              {between}
            </span>
          </>
        )}
        <Swatch value={shown?.value ?? null} gradient={shown?.gradient} />
        {renamed ? (
          <span class="review-names">
            <Name text={before.name} goes={!kept} /> <span aria-hidden="true">{between}</span>{' '}
            <Name text={after.name} goes={kept} />
          </span>
        ) : (
          <bdi class="cut review-name" title={name}>
            {leafName(name)}
          </bdi>
        )}
        <span class="review-value">
          {before !== null && !oneColor && (
            <>
              <Value state={before} goes={!kept} />{' '}
            </>
          )}
          <Value state={shown} goes={!oneColor && kept} />
        </span>
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
            <label key={take} class="radio">
              <input
                type="radio"
                name={`choice-${row.key}`}
                checked={taken === take}
                onChange={() => sync.decide('take', [row.key], take)}
              />
              {take ? 'Use Cliquify’s' : 'Keep Figma’s'}
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
        <label class="checkbox review-choice">
          <DecisionBox what="remove" {...box} />
          <span>
            Delete this {ITEMS[deletes]}
            <span class="hidden-text">: {name}</span>
          </span>
        </label>
      )}
    </li>
  )
}

interface NameProps {
  /** Whole, as two that differ may do so in their folders alone. */
  readonly text: string
  /** Whether it is the one that the file will not have. */
  readonly goes: boolean
}

function Name({ text, goes }: NameProps): VNode {
  return goes ? <del dir="auto">{text}</del> : <bdi>{text}</bdi>
}

function Value({
  state,
  goes,
}: { readonly state: ColorState | null } & Pick<NameProps, 'goes'>): VNode {
  const text = stateText(state)
  return goes ? <del>{text}</del> : <>{text}</>
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
