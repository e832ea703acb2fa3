import { describe, expect, it } from 'vitest'
import {
  DEFAULT_SYNC_OPTIONS,
  type Outcome,
  type SyncedColor,
  type SyncPlan,
  type SyncReport,
} from '../../../shared/sync.ts'
import { quickText, reportText, syncedText, upToDateText } from '../../../ui/colors/sync-texts.ts'

const NOON = new Date(2026, 4, 12, 12, 0).getTime()
const at = (...parts: [number, number, number, number, number]): string =>
  new Date(...parts).toISOString()

function planOf(...outcomes: Outcome[]): SyncPlan {
  return {
    rows: outcomes.map((outcome, index) => ({
      key: String(index),
      outcome,
      before: null,
      after: null,
      reason: null,
    })),
    options: DEFAULT_SYNC_OPTIONS,
    lastSyncedAt: null,
  }
}

function report(results: SyncedColor['result'][], rest: Partial<SyncReport> = {}): SyncReport {
  return {
    rows: results.map((result, index) => ({
      key: String(index),
      name: 'Ink',
      result,
      reason: null,
    })),
    unchanged: 0,
    kept: 0,
    cancelled: false,
    ...rest,
  }
}

describe('what the footer says of the file', () => {
  it('is how many colors are synced, and since when', () => {
    const plan = planOf('unchanged', 'create', 'unchanged', 'edited')
    const today = { ...plan, lastSyncedAt: at(2026, 4, 12, 9, 5) }
    expect(syncedText(today, NOON)).toBe('2 synced · today at 09:05')
    const before = { ...plan, lastSyncedAt: at(2026, 3, 30, 18, 0) }
    expect(syncedText(before, NOON)).toBe('2 synced · 30 April 2026 at 18:00')
  })

  it.each([null, planOf('create'), { ...planOf('unchanged'), lastSyncedAt: 'never' }])(
    'is nothing where that is not known',
    (plan) => {
      expect(syncedText(plan, NOON)).toBe('')
    },
  )
})

describe('a plan without news', () => {
  it('says that everything is up to date', () => {
    expect(upToDateText(planOf('unchanged'))).toBe('Everything is up to date.')
  })

  it('names what is kept and what is skipped', () => {
    expect(upToDateText(planOf('edited', 'removed', 'removed', 'skipped'))).toBe(
      '3 kept as in Figma. 1 skipped. Everything else is up to date.',
    )
  })
})

describe('the report of a sync', () => {
  it('counts what was done, and tells how to undo it', () => {
    const done = report(['created', 'created', 'renamed', 'adopted'])
    expect(reportText(done, 'styles')).toBe('2 styles created, 1 renamed, 1 linked.')
  })

  it('names one of a kind in the singular', () => {
    expect(reportText(report(['created']), 'variables')).toBe('1 variable created.')
  })

  it('counts what was left alone', () => {
    expect(reportText(report(['updated'], { kept: 3, unchanged: 24 }), 'styles')).toBe(
      '3 kept as in Figma. 1 style updated. 24 unchanged.',
    )
  })

  it('begins with what must be seen', () => {
    expect(reportText(report(['created', 'created', 'failed']), 'styles')).toBe(
      '1 style failed, 2 created.',
    )
  })

  it('offers no undo where nothing was written', () => {
    expect(reportText(report([]), 'styles')).toBe('Nothing was changed.')
    expect(reportText(report(['failed']), 'styles')).toBe('1 style failed.')
  })

  it('says that it was stopped, and that it can go on', () => {
    expect(reportText(report(['created'], { cancelled: true }), 'styles')).toBe(
      'Stopped before the end; sync again to go on. 1 style created.',
    )
  })
})

describe('the notification of a sync without a window', () => {
  it('counts what was done', () => {
    expect(quickText(report(['created', 'updated', 'updated']))).toBe(
      '1 brand color created, 2 updated.',
    )
  })

  it('says that there was nothing to do', () => {
    expect(quickText(null)).toBe('Cliquify colors are up to date.')
    expect(quickText(report([]))).toBe('Cliquify colors are up to date.')
  })
})

describe('the report of merged copies', () => {
  const merged = { key: 'a', name: 'Ink', reason: null, result: 'merged' as const }
  const of = (...rows: SyncedColor[]): SyncReport => ({ ...report([]), rows })

  it('counts the copies and their layers', () => {
    const both = of({ ...merged, layers: 4 }, { ...merged, layers: 1 })
    expect(reportText(both, 'styles')).toBe('2 styles merged. 5 layers put on the original.')
  })

  it('tells of no layers where none used them, beside what else was done', () => {
    const updated = { ...merged, result: 'updated' as const }
    expect(reportText(of(updated, { ...merged, layers: 0 }), 'styles')).toBe(
      '1 style updated, 1 merged.',
    )
  })
})
