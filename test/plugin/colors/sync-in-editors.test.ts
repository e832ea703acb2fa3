import { describe, expect, it } from 'vitest'
import { openStyles } from './open-styles.ts'
import { BLUE, RED, red, leaf } from './samples.ts'

describe('an editor without styles', () => {
  it.each(['figjam', 'slides', 'buzz'] as const)('is told in plain words: %s', async (editor) => {
    const { plan, apply, file } = openStyles({ editor })
    await expect(plan(red)).rejects.toMatchObject({ kind: 'wrong-editor' })
    await expect(apply([red])).rejects.toMatchObject({ kind: 'wrong-editor' })
    expect(file.writes()).toEqual([])
  })
})

describe('an editor that keeps no plugin data', () => {
  const SHARED = ['getSharedPluginData', 'setSharedPluginData']

  it.each([
    ['shared', SHARED],
    ['any', [...SHARED, 'getPluginData', 'setPluginData']],
  ])('has colors synced by their names, without %s data', async (_, lacking) => {
    const { apply, plan, styles, idOf } = openStyles({ lacking })
    const report = await apply([red, leaf])
    expect(report.rows.map(({ result }) => result)).toEqual(['created', 'created'])
    const made = styles()
    expect(made.map(({ name }) => name)).toEqual(['Acme/Red', 'Acme/Nature/Leaf'])
    expect((await plan(red, leaf)).rows.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ])
    const blue = { ...red, value: BLUE }
    expect((await plan(blue, leaf)).rows[0]).toMatchObject({
      outcome: 'update',
      before: { value: RED },
      after: { value: BLUE },
    })
    expect((await apply([blue, leaf])).rows.map(({ result }) => result)).toEqual(['updated'])
    expect(styles()).toEqual([{ ...made[0], value: BLUE }, made[1]])
    const crimson = { ...blue, name: 'Crimson' }
    expect((await apply([crimson, leaf])).rows.map(({ result }) => result)).toEqual(['created'])
    expect(idOf('Acme/Red')).toBe(made[0]?.id)
  })
})
