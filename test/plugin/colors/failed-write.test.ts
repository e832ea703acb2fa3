import { describe, expect, it } from 'vitest'
import { openStyles } from './open-styles.ts'
import { GREEN, red, leaf } from './samples.ts'

describe('a write that fails', () => {
  it.each([1, 2, 3, 4])(
    'as number %i of a new style leaves nothing half-made, and the rest goes on',
    async (k) => {
      const { apply, file, styles } = openStyles()
      file.failWrite(k)
      const report = await apply([red, leaf])
      expect(report.rows).toMatchObject([
        { key: 'id:1', result: 'failed', reason: { kind: 'refused' } },
        { key: 'id:2', result: 'created', reason: null },
      ])
      expect(styles().map(({ name }) => name)).toEqual(['Acme/Nature/Leaf'])
      expect((await apply([red, leaf])).rows).toMatchObject([{ result: 'created' }])
    },
  )

  it.each([1, 2, 3])('as number %i of a change leaves the style as it was', async (k) => {
    const { apply, file, styles } = openStyles()
    await apply([red])
    const before = styles()
    file.failWrite(k)
    const report = await apply([{ ...red, name: 'Leaf', value: GREEN }])
    expect(report.rows).toMatchObject([{ result: 'failed' }])
    expect(styles()).toEqual(before)
  })

  it('on the time of the sync alone does not lose the report', async () => {
    const { apply, file, plan } = openStyles()
    file.failWrite(6)
    expect((await apply([red])).rows).toMatchObject([{ result: 'created' }])
    expect((await plan(red)).lastSyncedAt).toBeNull()
  })

  it('on everything notes no time of a sync', async () => {
    const { apply, file, plan } = openStyles()
    file.failWrite(1)
    await apply([red])
    expect(file.writes()).toEqual([])
    expect((await plan(red)).lastSyncedAt).toBeNull()
  })
})
