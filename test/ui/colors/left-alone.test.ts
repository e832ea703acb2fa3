import { describe, expect, it } from 'vitest'
import type { Decisions, Outcome, PlannedColor, Reason, SyncReport } from '../../../shared/sync.ts'
import { isEmpty, summaryOf } from '../../../ui/colors/left-alone.ts'

const row = (outcome: Outcome, reason: Reason | null = null): PlannedColor => ({
  key: outcome,
  outcome,
  before: { name: `Kit/${outcome}`, value: null },
  after: null,
  reason,
})
const REPORT: SyncReport = { rows: [], unchanged: 0, kept: 0, cancelled: false }

describe('the summary of a sync', () => {
  it('names what was skipped, with its reason', () => {
    const { skipped } = summaryOf(REPORT, [row('skipped', { kind: 'no-gradient' })], none())
    const reason = 'A variable cannot hold a gradient. Sync as styles.'
    expect(skipped).toEqual([{ name: 'skipped', reason }])
  })

  it('leaves what was kept to the status, which counts it', () => {
    const rows = [row('edited'), row('conflict'), row('unproven'), row('removed')]
    expect(isEmpty(summaryOf(REPORT, rows, none()))).toBe(true)
  })

  it('does not name what was decided otherwise', () => {
    const { skipped } = summaryOf(REPORT, [row('skipped')], { ...none(), take: ['skipped'] })
    expect(skipped).toEqual([])
  })

  it('names what failed, and what to do where no reason is known', () => {
    const failed = { key: 'a', name: 'Ink', result: 'failed' as const, reason: null }
    const done = { key: 'b', name: 'Fog', result: 'created' as const, reason: null }
    expect(summaryOf({ ...REPORT, rows: [failed, done] }, [], none()).failed).toEqual([
      { name: 'Ink', reason: 'Sync again to retry.' },
    ])
  })

  it('is empty where all went well', () => {
    expect(isEmpty(summaryOf(REPORT, [row('create'), row('unchanged')], none()))).toBe(true)
    expect(isEmpty(summaryOf(REPORT, [row('skipped')], none()))).toBe(false)
  })
})

function none(): Decisions {
  return { take: [], remove: [], leaveOut: [], merge: [] }
}
