import { describe, expect, it } from 'vitest'
import { openColors } from './open-colors.ts'
import { brandColor, GREEN, RED, red } from './samples.ts'

const green = brandColor({ id: '2', name: 'Leaf', value: GREEN })

describe('a style of the same look and another name that a person made', () => {
  it('is offered, and left alone where nobody takes it', async () => {
    const o = openColors({})
    o.file.edit({ type: 'create-style', name: 'Brand red', color: RED })
    const { rows } = await o.plan([red, green])
    expect(rows.map(({ outcome, alike }) => [outcome, alike?.name])).toEqual([
      ['create', 'Brand red'],
      ['create', undefined],
    ])
    await o.apply([red, green])
    expect(o.styles().map(({ name }) => name)).toEqual(['Brand red', 'Acme/Red', 'Acme/Leaf'])
    expect(o.styles()[0]?.sharedPluginData).toEqual({})
  })

  it('is linked and renamed where a person takes it, with what it is applied to', async () => {
    for (const target of ['styles', 'both'] as const) {
      const o = openColors({ target })
      o.file.edit({ type: 'create-style', name: 'Brand red', color: RED })
      const [made] = o.styles()
      const [row] = (await o.plan([red])).rows
      const report = await o.apply([red], {}, { take: [row?.key ?? ''], remove: [] })
      expect(report.rows.map(({ result }) => result)).toEqual(['adopted'])
      expect(o.styles().map(({ id, name }) => [id, name])).toEqual([[made?.id, 'Acme/Red']])
      expect(await o.outcomes([red])).toEqual(['unchanged'])
    }
  })

  it('is offered to one color only', async () => {
    const o = openColors({})
    o.file.edit({ type: 'create-style', name: 'Brand red', color: RED })
    const { rows } = await o.plan([red, brandColor({ id: '3', name: 'Flame' })])
    expect(rows.filter(({ alike }) => alike !== undefined)).toHaveLength(1)
  })
})

describe('a variable of the same look', () => {
  it('is offered from the kit’s own collection', async () => {
    const o = openColors({ target: 'variables' })
    await o.apply([green])
    const [collection] = await o.file.figma.variables.getLocalVariableCollectionsAsync()
    if (collection === undefined) throw new Error('no collection')
    const own = o.file.figma.variables.createVariable('mine', collection, 'COLOR')
    own.setValueForMode(collection.defaultModeId, RED)
    const row = (await o.plan([red, green])).rows.find(({ alike }) => alike?.name === 'mine')
    await o.apply([red, green], {}, { take: [row?.key ?? ''], remove: [] })
    expect(own.name).toBe('Acme/Red')
    expect(await o.outcomes([red, green])).toEqual(['unchanged', 'unchanged'])
  })
})
