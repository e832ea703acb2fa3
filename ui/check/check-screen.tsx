import type { VNode } from 'preact'
import { hexOf } from '../../shared/color.ts'
import type { Progress } from '../../shared/progress.ts'
import type { UpdateScope } from '../../shared/update.ts'
import { Button } from '../kit/button.tsx'
import { Checkbox } from '../kit/checkbox.tsx'
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
import { isSure, KINDS, type Finding } from './findings.ts'
import { LogoRulesForm } from './logo-rules-form.tsx'
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
  const again = (): void => void check.look(check.scope.value)
  const progress = progressOf(state)
  const busy = progress !== null
  return (
    <section class="column">
      <div class="bar">
        <Select
          label="Look in"
          value={check.scope.value}
          options={check.canFollow.value ? [...OPTIONS, CHANGED] : OPTIONS}
          disabled={busy}
          onChoose={(chosen) => (check.scope.value = chosen)}
        />
        <Button disabled={busy} onClick={again}>
          Check
        </Button>
        {canReport && state.at === 'found' && (
          <Button onClick={() => void check.report()}>Report</Button>
        )}
        {state.at === 'found' && <Button onClick={check.copy}>Copy</Button>}
      </div>
      <div class="tab-body column">
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
            <Problem trouble={state.trouble} onRetry={again} />
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
  const { scope, linked } = look
  const where = [...OPTIONS, CHANGED].find(({ value }) => value === scope)
  const told = (
    <p class="review-hint">
      {where?.label} · {scoreText(state)} {comparisonText(comparison)}
    </p>
  )
  /** What `Fix` would do is in sight, before what is worse but for a person to decide. */
  const groups = (areSure: boolean): readonly VNode[] =>
    KINDS.flatMap(([kind, label]) => {
      const rows = findings.filter((each) => each.kind === kind)
      if (rows.length === 0 || isSure(kind) !== areSure) return []
      return <Group key={kind} {...{ label, rows, colors, check }} />
    })
  return (
    <div class="review">
      {findings.length + assets.length > 0 || comparison === 'running' ? (
        told
      ) : (
        <Empty title={linked > 0 && colors.length > 0 ? 'All on brand' : 'No colors to judge'}>
          {told}
          {(scope === 'selection' || scope === 'changed') && (
            <Button onClick={() => void check.look('page')}>Check this page</Button>
          )}
        </Empty>
      )}
      {groups(true)}
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
      {groups(false)}
      <LogoRulesForm rules={look.rules} onChange={(rules) => void check.setRules(rules)} />
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

interface GroupProps extends Pick<CheckScreenProps, 'check'>, Pick<Found, 'colors'> {
  readonly label: string
  readonly rows: readonly Finding[]
}

/** Colors of one kind. */
function Group({ label, rows, colors, check }: GroupProps): VNode {
  const fixable = rows.filter(({ nearest }) => nearest.length > 0)
  const ticked = rows.filter((each) => check.chosen.value.has(each)).length
  return (
    <section>
      <h3 class="group-heading">
        <Checkbox
          label={`All: ${label}`}
          checked={ticked > 0 && ticked === fixable.length}
          indeterminate={ticked > 0 && ticked < fixable.length}
          disabled={fixable.length === 0}
          onChange={(checked) => {
            for (const each of fixable)
              check.choose(each, checked ? (each.nearest[0] ?? null) : null)
          }}
        >
          {label} <span class="count">{rows.length}</span>
        </Checkbox>
      </h3>
      <ul>
        {rows.map((finding) => (
          <FindingRow key={finding.key} {...{ finding, kind: label, colors, check }} />
        ))}
      </ul>
    </section>
  )
}
