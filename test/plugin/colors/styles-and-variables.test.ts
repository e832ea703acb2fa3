import { describe, expect, it } from 'vitest'
import { openColors } from './open-colors.ts'
import { BLUE, brandColor, GREEN, RED, red, leaf } from './samples.ts'

describe('styles bound to variables', () => {
  it('show the variable’s color, alpha included, under one name', async () => {
    const { apply, file, styles, variables } = openColors({ target: 'both' })
    const report = await apply([red, leaf])
    expect(report.rows.map(({ result }) => result)).toEqual(['created', 'created'])
    expect(styles().map(({ name }) => name)).toEqual(variables().map(({ name }) => name))
    expect(styles()[1]?.paints).toMatchObject([{ color: { r: 0, g: 1, b: 0 }, opacity: 0.5 }])
    const [style] = await file.figma.getLocalPaintStylesAsync()
    expect(style?.boundVariables?.paints).toMatchObject([{ id: variables()[0]?.id }])
  })

  it('are not written when only the variable’s value changes', async () => {
    const { apply, file, styles, ops } = openColors({ target: 'both' })
    await apply([red])
    file.clearWrites()
    expect((await apply([{ ...red, value: BLUE }])).rows).toMatchObject([{ result: 'updated' }])
    expect(ops()).not.toContain('set paints')
    expect(styles()[0]?.paints[0]?.color).toEqual({ r: 0, g: 0, b: 1 })
  })

  it('are written nothing when nothing changed', async () => {
    const { apply, file } = openColors({ target: 'both' }, { colorProfile: 'DISPLAY_P3' })
    await apply([red, leaf])
    file.clearWrites()
    expect(await apply([red, leaf])).toMatchObject({ rows: [], unchanged: 2 })
    expect(file.writes()).toEqual([])
  })

  it('have a gradient as a style alone, and say why', async () => {
    const stops = [RED, BLUE].map((color, position) => ({ position, color }))
    const sunset = brandColor({ id: '1', gradient: { type: 'linear', angle: 90, stops } })
    const { plan, apply, styles, collections, outcomes } = openColors({ target: 'both' })
    expect((await plan([sunset])).rows).toMatchObject([
      { outcome: 'create', reason: { kind: 'no-gradient' } },
    ])
    await apply([sunset])
    expect(styles()).toMatchObject([{ paints: [{ type: 'GRADIENT_LINEAR' }] }])
    expect(collections()).toEqual([])
    expect(await outcomes([sunset])).toEqual(['unchanged'])
  })
})

describe('a color that is both a style and a variable', () => {
  it('shows what a person did to its variable alone, and gets it back when told', async () => {
    const { apply, file, plan, styles, variable, outcomes } = openColors({ target: 'both' })
    await apply([red])
    file.edit({ type: 'paint-style', id: styles()[0]?.id ?? '', color: RED })
    const known = await variable('Acme/Red')
    const [mode = ''] = Object.keys(known.valuesByMode)
    known.name = 'Mine'
    known.setValueForMode(mode, BLUE)
    expect((await plan([red])).rows).toMatchObject([
      {
        key: 'id:1',
        outcome: 'edited',
        before: { name: 'Mine', value: BLUE },
        after: { name: 'Acme/Red', value: RED },
      },
    ])
    file.clearWrites()
    expect(await apply([red])).toMatchObject({ rows: [], kept: 1 })
    expect(file.writes()).toEqual([])
    expect((await apply([red], {}, { take: ['id:1'], remove: [] })).rows).toMatchObject([
      { name: 'Acme/Red', result: 'updated' },
    ])
    expect((await variable('Acme/Red')).valuesByMode[mode]).toEqual(RED)
    const [style] = await file.figma.getLocalPaintStylesAsync()
    expect(style?.boundVariables?.paints).toMatchObject([{ id: known.id }])
    expect(await outcomes([red])).toEqual(['unchanged'])
  })

  it('keeps the name of its variable while its style is to be decided about', async () => {
    const { apply, file, styles, variables, outcomes } = openColors({ target: 'both' })
    await apply([red])
    file.edit({ type: 'paint-style', id: styles()[0]?.id ?? '', color: BLUE })
    const next = [{ ...red, name: 'Ruby' }, brandColor({ id: '9', value: GREEN })]
    expect(await outcomes(next)).toEqual(['conflict', 'create'])
    expect((await apply(next)).rows).toMatchObject([{ key: 'id:9', result: 'created' }])
    expect(variables().map(({ name }) => name)).toEqual(['Acme/Red', 'Acme/Red 2'])
  })

  it('goes on being told of where its style cannot be written', async () => {
    const { apply, file, plan, styles, variables } = openColors({ target: 'both' })
    const style = file.figma.createPaintStyle()
    style.name = 'Acme/Red'
    style.paints = []
    expect((await apply([red])).rows).toMatchObject([{ result: 'created' }])
    expect(variables()).toHaveLength(1)
    expect((await plan([red])).rows).toMatchObject([
      { outcome: 'skipped', reason: { kind: 'not-solid', item: 'style' } },
    ])
    file.clearWrites()
    expect(await apply([red])).toMatchObject({ rows: [], kept: 0 })
    expect(file.writes()).toEqual([])
    expect(styles()).toMatchObject([{ id: style.id, paints: [] }])
  })

  it('loses one of each where it left Cliquify; copies of them are asked about apart', async () => {
    const { apply, file, plan, styles, variables, variable } = openColors({ target: 'both' })
    await apply([red, leaf])
    const { figma } = file
    file.edit({ type: 'duplicate-style', id: styles()[0]?.id ?? '', name: 'Style copy' })
    const original = await variable('Acme/Red')
    const [collection] = await figma.variables.getLocalVariableCollectionsAsync()
    if (collection === undefined) throw new Error('no collection')
    const copy = figma.variables.createVariable('Variable copy', collection, 'COLOR')
    const [data = ''] = original.getSharedPluginDataKeys('cliquify')
    copy.setSharedPluginData('cliquify', data, original.getSharedPluginData('cliquify', data))

    const names = () => [...styles(), ...variables()].map(({ name }) => name)
    const gone = (await plan([leaf])).rows.filter(({ outcome }) => outcome === 'removed')
    expect(gone.map(({ before, deletes }) => [before?.name, deletes])).toEqual([
      ['Acme/Red', 'both'],
      ['Style copy', 'styles'],
      ['Variable copy', 'variables'],
    ])
    const all = names()
    expect(await apply([leaf])).toMatchObject({ rows: [], unchanged: 1, kept: 3 })
    expect(names()).toEqual(all)
    const [first, ...copies] = gone.map(({ key }) => key)
    await apply([leaf], {}, { take: [], remove: [first ?? ''] })
    expect(names()).toEqual(all.filter((name) => name !== 'Acme/Red'))
    await apply([leaf], {}, { take: [], remove: copies })
    expect(names()).toEqual(['Acme/Nature/Leaf', 'Acme/Nature/Leaf'])
  })
})
