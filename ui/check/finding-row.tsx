import type { VNode } from 'preact'
import type { BrandColor } from '../../shared/brand.ts'
import { nameAt } from '../colors/color-texts.ts'
import { Checkbox } from '../kit/checkbox.tsx'
import { Select } from '../kit/select.tsx'
import { Swatch } from '../kit/swatch.tsx'
import type { BrandCheck } from './brand-check.ts'
import { FindingActions } from './finding-actions.tsx'
import type { Finding } from './findings.ts'

export interface FindingRowProps {
  readonly finding: Finding
  /** What people read of its kind. */
  readonly kind: string
  readonly colors: readonly BrandColor[]
  readonly check: BrandCheck
}

/** One color that is off, the brand's that it is put on, and its layers. */
export function FindingRow({ finding, kind, colors, check }: FindingRowProps): VNode {
  const { key, found, nearest } = finding
  const chosen = check.chosen.value.get(finding) ?? null
  const place = chosen ?? nearest[0] ?? null
  const brand = place === null ? undefined : colors[place]
  return (
    <li class="review-row">
      <div class="check-what">
        <Checkbox
          label={`Fix ${key}`}
          checked={chosen !== null}
          disabled={place === null}
          onChange={(checked) => check.choose(finding, checked ? place : null)}
        >
          <Swatch
            value={found.value}
            gradient={found.exact === null ? undefined : brand?.gradient}
          />
          {key}
        </Checkbox>
        {place !== null && (
          <>
            <span class="review-arrow" aria-hidden="true">
              →
            </span>
            <Swatch {...brand} />
            {nearest.length > 1 ? (
              <Select
                label={`Brand color for ${key}`}
                value={String(place)}
                options={nearest.map((each) => ({
                  value: String(each),
                  label: nameAt(colors, each),
                }))}
                onChoose={(value) => check.choose(finding, Number(value))}
              />
            ) : (
              <bdi class="cut">{nameAt(colors, place)}</bdi>
            )}
          </>
        )}
      </div>
      {place === null && <p class="hint review-reason">No brand color fits.</p>}
      <FindingActions finding={finding} kind={kind} check={check} />
    </li>
  )
}
