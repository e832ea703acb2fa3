import { describe, expect, it } from 'vitest'
import type { Outcome, PlannedColor } from '../../../shared/sync.ts'
import { canApply, groupRows, hasNews } from '../../../ui/colors/review-groups.ts'

const rows = (...outcomes: Outcome[]): PlannedColor[] =>
  outcomes.map((outcome, index) => ({
    key: `${outcome}-${index}`,
    outcome,
    before: null,
    after: null,
    reason: null,
  }))

describe('the groups of a review', () => {
  it('begin with what a person is to decide, whatever the order of the plan', () => {
    const groups = groupRows(
      rows(
        ...(['skipped', 'removed', 'unproven', 'conflict', 'edited'] as const),
        ...(['adopt', 'rename', 'update', 'create'] as const),
      ),
    )
    expect(groups.map(({ label }) => label)).toEqual([
      'Conflict',
      'Link in doubt',
      'Edited in Figma',
      'Removed in Cliquify',
      'New',
      'Changed',
      'Renamed',
      'Linked',
      'Skipped',
    ])
  })

  it('keep the order of the plan within a group', () => {
    const groups = groupRows(rows('create', 'update', 'create'))
    expect(groups.map((group) => group.rows.map(({ key }) => key))).toEqual([
      ['create-0', 'create-2'],
      ['update-1'],
    ])
  })

  it('hold the copies of synced styles apart from what cannot be synced', () => {
    const [first, second] = rows('skipped', 'skipped')
    if (first === undefined || second === undefined) throw new Error('two rows were made')
    const groups = groupRows([first, { ...second, copyOf: { name: 'Kit/Ink' } }])
    expect(groups.map(({ label, rows: [row] }) => [label, row?.key])).toEqual([
      ['Copies', 'skipped-1'],
      ['Skipped', 'skipped-0'],
    ])
  })

  it('leave out what is unchanged', () => {
    expect(groupRows(rows('unchanged', 'unchanged'))).toEqual([])
  })
})

describe('what a plan asks for', () => {
  it.each<Outcome>(['create', 'update', 'rename', 'adopt', 'conflict', 'unproven'])(
    'is news from Cliquify with %s',
    (outcome) => expect(hasNews(rows('unchanged', outcome))).toBe(true),
  )

  it.each<Outcome>(['unchanged', 'edited', 'removed', 'skipped'])(
    'is no news from Cliquify with %s',
    (outcome) => expect(hasNews(rows(outcome))).toBe(false),
  )

  it('can be applied where a person may decide, but not where all is skipped', () => {
    expect(canApply(rows('unchanged', 'edited'))).toBe(true)
    expect(canApply(rows('removed'))).toBe(true)
    expect(canApply(rows('unchanged', 'skipped'))).toBe(false)
  })
})
