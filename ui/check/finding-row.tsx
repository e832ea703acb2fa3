import type { VNode } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { BrandColor } from '../../shared/brand.ts'
import { Button } from '../kit/button.tsx'
import { countOf } from '../kit/count-of.ts'
import { Select } from '../kit/select.tsx'
import { Swatch } from '../kit/swatch.tsx'
import type { BrandCheck } from './brand-check.ts'
import type { Finding } from './findings.ts'

export interface FindingRowProps {
  readonly finding: Finding
  readonly colors: readonly BrandColor[]
  readonly check: BrandCheck
}

/** One color that is off, the brand's that it is put on, and its layers. */
export function FindingRow({ finding, colors, check }: FindingRowProps): VNode {
  const { key, found, nearest } = finding
  const chosen = check.chosen.value.get(finding) ?? null
  const place = chosen ?? nearest[0] ?? null
  const brand = place === null ? undefined : colors[place]
  const [reason, setReason] = useState<string | null>(null)
  const shown = useRef(-1)
  const show = (step: number): void => {
    shown.current += step
    void check.show(finding, shown.current)
  }
  return (
    <li class="review-row">
      <div class="check-what">
        <label class="checkbox">
          <input
            type="checkbox"
            aria-label={`Fix ${key}`}
            checked={chosen !== null}
            disabled={place === null}
            onChange={({ currentTarget }) =>
              check.choose(finding, currentTarget.checked ? place : null)
            }
          />
          <Swatch
            value={found.value}
            gradient={found.exact === null ? undefined : brand?.gradient}
          />
          {key}
        </label>
        <span class="review-arrow" aria-hidden="true">
          →
        </span>
        <Swatch value={brand?.value ?? null} gradient={brand?.gradient} />
        {nearest.length > 1 && place !== null ? (
          <Select
            label={`Brand color for ${key}`}
            value={String(place)}
            options={nearest.map((each) => ({
              value: String(each),
              label: colors[each]?.name ?? '',
            }))}
            onChoose={(value) => check.choose(finding, Number(value))}
          />
        ) : (
          <bdi class="cut">{brand?.name}</bdi>
        )}
      </div>
      <div class="check-actions">
        <button
          type="button"
          class="button button-plain"
          title="Show on the canvas"
          onClick={() => show(1)}
          onKeyDown={({ key: pressed }) => {
            if (pressed === 'ArrowRight') show(1)
            if (pressed === 'ArrowLeft') show(-1)
          }}
        >
          {countOf(found.layers.length, 'layer')}
        </button>
        {reason === null ? (
          <Button variant="plain" onClick={() => setReason('')}>
            Ignore
          </Button>
        ) : (
          <form
            class="check-reason"
            onSubmit={(event) => {
              event.preventDefault()
              void check.ignore(key, reason)
            }}
          >
            <input
              class="field"
              aria-label="Reason"
              placeholder="Why?"
              value={reason}
              ref={(field) => field?.focus()}
              onInput={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Button type="submit">Ignore</Button>
          </form>
        )}
      </div>
    </li>
  )
}
