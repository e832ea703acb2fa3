import type { VNode } from 'preact'
import type { LogoRules } from '../../shared/check.ts'

export interface LogoRulesFormProps {
  readonly rules: LogoRules
  readonly onChange: (rules: LogoRules) => void
}

const FIELDS: readonly (readonly [keyof LogoRules, string])[] = [
  ['leastWidth', 'Least width, px'],
  ['clearSpace', 'Clear space, % of height'],
]

/** What the team asks of its logos in this file; 0 asks nothing. */
export function LogoRulesForm({ rules, onChange }: LogoRulesFormProps): VNode {
  return (
    <details class="review-unchanged">
      <summary class="hint">Rules for logos</summary>
      {FIELDS.map(([rule, label]) => (
        <label key={rule} class="text-field">
          {label}
          <input
            class="field"
            type="number"
            min={0}
            // What is being typed stays when another rule has been kept.
            defaultValue={rules[rule]}
            onChange={({ currentTarget }) => {
              const { valueAsNumber } = currentTarget
              onChange({ ...rules, [rule]: Math.max(0, valueAsNumber || 0) })
            }}
          />
        </label>
      ))}
    </details>
  )
}
