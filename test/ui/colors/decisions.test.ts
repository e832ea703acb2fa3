import { describe, expect, it } from 'vitest'
import type { Outcome, PlannedColor } from '../../../shared/sync.ts'
import {
  changeCount,
  decisionOf,
  needsPerson,
  NOTHING_DECIDED,
  withKeys,
} from '../../../ui/colors/decisions.ts'

const rows = (...outcomes: Outcome[]): PlannedColor[] =>
  outcomes.map((outcome) => ({ key: outcome, outcome, before: null, after: null, reason: null }))

describe('a choice for several rows', () => {
  it('is added once, and taken back', () => {
    const some = withKeys(['a', 'b'], ['b', 'c'], true)
    expect([...some].sort()).toEqual(['a', 'b', 'c'])
    expect(withKeys(some, ['a', 'c'], false)).toEqual(['b'])
  })
})

describe('the count of changes', () => {
  const plan = rows(
    'create',
    'update',
    'rename',
    'adopt',
    'edited',
    'conflict',
    'unproven',
    'removed',
    'skipped',
  )

  it('leaves out what waits for a decision', () => {
    expect(changeCount(plan, NOTHING_DECIDED)).toBe(4)
  })

  it('grows with each decision to write', () => {
    expect(
      changeCount(plan, {
        take: ['edited', 'conflict', 'unproven'],
        remove: ['removed'],
        leaveOut: [],
        merge: [],
      }),
    ).toBe(8)
  })
})

describe('a box at a row', () => {
  it('decides whether something is made, or deleted', () => {
    const outcomes = ['create', 'deleted', 'left-out', 'removed', 'update', 'edited'] as const
    expect(outcomes.map(decisionOf)).toEqual(['leaveOut', 'take', 'take', 'remove', null, null])
  })
})

describe('a person', () => {
  const synced = { lastSyncedAt: '2026-01-01T00:00:00Z' }

  it('is not needed for what Cliquify changed', () => {
    const plan = rows('create', 'update', 'rename', 'unchanged', 'skipped', 'deleted', 'left-out')
    expect(needsPerson({ ...synced, rows: plan })).toBe(false)
  })

  it.each<Outcome>(['adopt', 'edited', 'conflict', 'unproven', 'removed'])(
    'is needed to decide about %s',
    (outcome) => {
      expect(needsPerson({ ...synced, rows: rows('create', outcome) })).toBe(true)
    },
  )

  it('is needed for what is new once a branch was merged, as it may have been deleted', () => {
    const isMerged = true
    expect(needsPerson({ ...synced, isMerged, rows: rows('create') })).toBe(true)
    expect(needsPerson({ ...synced, isMerged, rows: rows('update', 'deleted') })).toBe(false)
  })

  it('is needed to decide about copies', () => {
    const [row] = rows('skipped')
    if (row === undefined) throw new Error('a row was made')
    expect(needsPerson({ ...synced, rows: [{ ...row, copyOf: { name: 'Ink' } }] })).toBe(true)
  })

  it('is needed before the first sync', () => {
    expect(needsPerson({ lastSyncedAt: null, rows: rows('create') })).toBe(true)
  })
})
