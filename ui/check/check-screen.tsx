import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { hexOf } from '../../shared/color.ts'
import type { Progress } from '../../shared/progress.ts'
import type { UpdateScope } from '../../shared/update.ts'
import { Button } from '../kit/button.tsx'
import { countOf } from '../kit/count-of.ts'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'
import { ProgressBar } from '../kit/progress-bar.tsx'
import { Select, type Option } from '../kit/select.tsx'
import { Swatch } from '../kit/swatch.tsx'
import { SCOPES } from '../update/update-texts.ts'
import { ASSET_KINDS } from './asset-findings.ts'
import type { BrandCheck, CheckState, Found } from './brand-check.ts'
import { FindingActions } from './finding-actions.tsx'
import { FindingRow } from './finding-row.tsx'
import { KINDS } from './findings.ts'
import { LogoRules } from './logo-rules.tsx'
import { scoreText } from './report.ts'
import '../colors/sync-review.css'
import './check-screen.css'

export interface CheckScreenProps {
  readonly check: BrandCheck
  /** Whether the editor has a canvas for a report. */
  readonly canReport: boolean
}

const OPTIONS: readonly Option<UpdateScope | null>[] = [
  { value: null, label: 'Selection or page' },
  ...SCOPES,
]
/** Once a page was checked as a whole. */
const CHANGED: Option<UpdateScope> = { value: 'changed', label: 'Changed since then' }

/** Finds what is off-brand in the file, and puts it on the brand. */
export function CheckScreen({ check, canReport }: CheckScreenProps): VNode {
  const state = check.state.value
  const [wanted, setWanted] = useState<UpdateScope | null>(null)
  const scope = wanted ?? (state.at === 'found' ? state.look.scope : null)
  const progress = progressOf(state)
  const busy = progress !== null
  return (
    <section class="column">
      <div class="bar">
        <Select
          label="Look in"
          value={scope}
          options={check.canFollow.value ? [...OPTIONS, CHANGED] : OPTIONS}
          disabled={busy}
          onChoose={setWanted}
        />
        <Button disabled={busy} onClick={() => void check.look(wanted)}>
          Check
        </Button>
        {canReport && state.at === 'found' && (
          <Button onClick={() => void check.report()}>Report</Button>
        )}
        {state.at === 'found' && <Button onClick={check.copy}>Copy</Button>}
      </div>
      <div class="check-body column">
        {state.at === 'start' && (
          <Empty title="Is this file on brand?">
            Finds colors that are off-brand or not linked. Nothing changes until you fix it.
          </Empty>
        )}
        {state.at === 'looking' && (
          <div class="review">
            <p class="review-hint">{countOf(state.progress.layers, 'layer')} so far…</p>
            <ul>
              {state.progress.found.map(({ value, layers }) => (
                <li key={hexOf(value)} class="review-row check-what">
                  <span class="checkbox">
                    <Swatch value={value} />
                    {hexOf(value)}
                  </span>
                  <span class="hint">{countOf(layers, 'layer')}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {state.at === 'failed' && (
          <div class="review">
            <Problem trouble={state.trouble} onRetry={() => void check.look(wanted)} />
          </div>
        )}
        {state.at === 'found' && <FoundList state={state} check={check} />}
      </div>
      {(busy || check.chosen.value.size > 0) && (
        <footer class="foot">
          {busy && <ProgressBar label="Checking" progress={progress} />}
          <div class="foot-actions">
            {busy ? (
              <Button key="cancel" leaves onClick={check.cancel}>
                Cancel
              </Button>
            ) : (
              <>
                <Button variant="primary" onClick={() => void check.fix()}>
                  Fix
                </Button>
                <span class="hint">{countOf(check.chosen.value.size, 'color')} chosen</span>
              </>
            )}
          </div>
        </footer>
      )}
    </section>
  )
}

function progressOf(state: CheckState): Progress | null {
  if (state.at === 'looking') return state.progress.pages
  return state.at === 'found' ? state.fixing : null
}

function comparisonText(comparison: Found['comparison']): string {
  if (comparison === 'over') return ''
  return comparison === 'running'
    ? 'Comparing assets…'
    : `Assets were not compared with Cliquify. ${comparison.message}`
}

interface FoundListProps extends Pick<CheckScreenProps, 'check'> {
  readonly state: Found
}

function FoundList({ state, check }: FoundListProps): VNode {
  const { look, findings, assets, colors, comparison } = state
  const told = `${scoreText(state)} ${comparisonText(comparison)}`
  return (
    <div class="review">
      {findings.length + assets.length === 0 && comparison !== 'running' ? (
        <Empty title="All on brand">{told}</Empty>
      ) : (
        <p class="review-hint">{told}</p>
      )}
      {assets.length > 0 && (
        <section>
          <h3 class="group-heading">
            Logos and assets <span class="count">{assets.length}</span>
          </h3>
          <ul>
            {assets.map((finding) => {
              const { key, kind } = finding
              const [label, fix] = ASSET_KINDS[kind]
              return (
                <li key={key} class="review-row">
                  <div class="cut" dir="auto" title={key}>
                    {key}
                  </div>
                  <FindingActions finding={finding} kind={label} check={check}>
                    {fix === '' ? null : (
                      <Button variant="plain" onClick={() => void check.mend(finding)}>
                        {fix}
                      </Button>
                    )}
                  </FindingActions>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      {KINDS.map(([kind, label]) => {
        const rows = findings.filter((each) => each.kind === kind)
        if (rows.length === 0) return null
        const ticked = rows.filter((each) => check.chosen.value.has(each)).length
        return (
          <section key={kind}>
            <h3 class="group-heading">
              <label class="checkbox">
                <input
                  type="checkbox"
                  aria-label={`All: ${label}`}
                  checked={ticked === rows.length}
                  indeterminate={ticked > 0 && ticked < rows.length}
                  onChange={({ currentTarget: { checked } }) => {
                    for (const each of rows)
                      check.choose(each, checked ? (each.nearest[0] ?? null) : null)
                  }}
                />
                {label} <span class="count">{rows.length}</span>
              </label>
            </h3>
            <ul>
              {rows.map((finding) => (
                <FindingRow key={finding.key} {...{ finding, kind: label, colors, check }} />
              ))}
            </ul>
          </section>
        )
      })}
      <LogoRules rules={look.rules} onChange={(rules) => void check.setRules(rules)} />
      {look.ignored.length > 0 && (
        <details class="review-unchanged">
          <summary class="hint">{look.ignored.length} ignored in this file</summary>
          <ul>
            {look.ignored.map((each) => (
              <li key={each.what} class="review-what">
                {each.name}
                <span class="hint cut">{each.reason}</span>
                <Button variant="plain" onClick={() => void check.ignore(each, true)}>
                  Check again
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
