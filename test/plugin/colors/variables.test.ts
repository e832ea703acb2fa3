import { describe, expect, it } from 'vitest'
import { aMomentLater } from '../a-moment-later.ts'
import { openColors } from './open-colors.ts'
import { BLUE, brandColor, GREEN, RED, red, leaf } from './samples.ts'

describe('a first sync to variables', () => {
  it('makes one collection with a color variable for each color, complete', async () => {
    const { apply, collections, styles } = openColors({ target: 'variables' })
    const report = await apply([red, leaf])
    expect(report.rows.map(({ result }) => result)).toEqual(['created', 'created'])
    expect(styles()).toEqual([])
    const [collection, ...others] = collections()
    expect(others).toEqual([])
    expect(collection?.name).toBe('Acme')
    const mode = collection?.modes[0]?.modeId ?? ''
    expect(collection?.variables).toMatchObject([
      {
        name: 'Acme/Red',
        resolvedType: 'COLOR',
        valuesByMode: { [mode]: RED },
        scopes: ['ALL_FILLS', 'STROKE_COLOR', 'EFFECT_COLOR'],
        codeSyntax: { WEB: 'var(--acme-red)' },
        description: '',
      },
      {
        name: 'Acme/Nature/Leaf',
        valuesByMode: { [mode]: { ...GREEN, a: 0.5 } },
        codeSyntax: { WEB: 'var(--acme-nature-leaf)' },
      },
    ])
  })

  it('leaves no empty collection where Figma refuses to note whose it is', async () => {
    const { apply, file, collections } = openColors({ target: 'variables' })
    file.failWrite(2)
    await expect(apply([red])).rejects.toMatchObject({ kind: 'collection' })
    expect(collections()).toEqual([])
  })

  it('is one undo step', async () => {
    const { apply, file, collections } = openColors({ target: 'variables' })
    file.figma.createRectangle()
    await apply([red])
    file.undo()
    expect(collections()).toEqual([])
    expect(file.snapshot().pages[0]?.children).toHaveLength(1)
  })

  it('replaces what Figma refuses in a name, and keeps the original in the description', async () => {
    const { apply, variables, outcomes } = openColors({ target: 'variables' })
    const odd = brandColor({ id: '1', name: 'Blue 1.5 {new}' })
    await apply([odd])
    expect(variables()).toMatchObject([
      { name: 'Acme/Blue 1-5 -new-', description: 'Named “Acme/Blue 1.5 {new}” in Cliquify.' },
    ])
    expect(await outcomes([odd])).toEqual(['unchanged'])
  })

  it('gives numbers to names that only differed in what Figma refuses', async () => {
    const { apply, variables } = openColors({ target: 'variables' })
    await apply([brandColor({ id: '1', name: 'a.b' }), brandColor({ id: '2', name: 'a-b' })])
    expect(
      variables()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Acme/a-b', 'Acme/a-b 2'])
  })

  it('skips a gradient and says why', async () => {
    const gradient = {
      type: 'linear' as const,
      angle: 90,
      stops: [
        { position: 0, color: RED },
        { position: 1, color: BLUE },
      ],
    }
    const { plan, apply, collections } = openColors({ target: 'variables' })
    const sunset = brandColor({ id: '1', gradient })
    expect((await plan([sunset])).rows).toMatchObject([
      { outcome: 'skipped', reason: { kind: 'no-gradient' } },
    ])
    await apply([sunset])
    expect(collections()).toEqual([])
  })
})

describe('a second sync to variables', () => {
  it.each(['SRGB', 'DISPLAY_P3'] as const)(
    'writes nothing when nothing changed, in a document of profile %s',
    async (colorProfile) => {
      const { apply, file } = openColors({ target: 'variables' }, { colorProfile })
      const odd = brandColor({
        id: '3',
        name: 'Odd',
        value: { r: 0.123, g: 1 / 3, b: 0.9, a: 0.87 },
      })
      await apply([red, leaf, odd])
      file.clearWrites()
      expect(await apply([red, leaf, odd])).toMatchObject({ rows: [], unchanged: 3 })
      expect(file.writes()).toEqual([])
    },
  )

  it('writes the value alone when only that changed', async () => {
    const { apply, file, ops } = openColors({ target: 'variables' })
    await apply([red, leaf])
    file.clearWrites()
    await aMomentLater()
    await apply([{ ...red, value: BLUE }, leaf])
    expect(ops()).toEqual([
      'setValueForMode',
      'setPluginData',
      'setSharedPluginData',
      'setSharedPluginData',
    ])
  })

  it('renames in place, with its code syntax, but keeps a person’s own code syntax', async () => {
    const { apply, variables, variable } = openColors({ target: 'variables' })
    await apply([red, leaf])
    const ids = variables().map(({ id }) => id)
    ;(await variable('Acme/Nature/Leaf')).setVariableCodeSyntax('WEB', '$leaf')
    await apply([
      { ...red, name: 'Ruby' },
      { ...leaf, name: 'Frond' },
    ])
    expect(variables()).toMatchObject([
      { id: ids[0], name: 'Acme/Ruby', codeSyntax: { WEB: 'var(--acme-ruby)' } },
      { id: ids[1], name: 'Acme/Nature/Frond', codeSyntax: { WEB: '$leaf' } },
    ])
  })

  it('gives variables whose names read alike in code different code syntax', async () => {
    const { apply, variables } = openColors({ target: 'variables' })
    const codes = () => variables().map(({ codeSyntax }) => codeSyntax['WEB'])
    const [space, dash] = ['Night sky', 'Night-sky'].map((name) => brandColor({ id: name, name }))
    await apply([
      red,
      ...(space === undefined ? [] : [space]),
      ...(dash === undefined ? [] : [dash]),
    ])
    expect(codes()).toEqual(['var(--acme-red)', 'var(--acme-night-sky)', 'var(--acme-night-sky-2)'])
    await apply([{ ...red, name: 'Night_sky' }, ...(space === undefined ? [] : [space])])
    expect(codes()[0]).toBe('var(--acme-night_sky)')
  })

  it('does not bring back a code syntax that a person took away, and adds none on adoption', async () => {
    const { apply, file, variables, variable } = openColors({ target: 'variables' })
    await apply([red])
    ;(await variable('Acme/Red')).removeVariableCodeSyntax('WEB')
    const [collection] = await file.figma.variables.getLocalVariableCollectionsAsync()
    if (collection === undefined) throw new Error('no collection')
    const own = file.figma.variables.createVariable('Acme/Nature/Leaf', collection, 'COLOR')
    await apply([{ ...red, name: 'Ruby', value: GREEN }, leaf])
    expect(variables()).toMatchObject([
      { name: 'Acme/Ruby', codeSyntax: {} },
      { id: own.id, name: 'Acme/Nature/Leaf', codeSyntax: {} },
    ])
  })

  it.each([1, 2, 3, 4, 5])('leaves a variable as it was where write %i fails', async (k) => {
    const { apply, file, variables } = openColors({ target: 'variables' })
    const odd = brandColor({ id: '3', name: '1.5' })
    await apply([odd])
    const before = variables()
    file.failWrite(k)
    const report = await apply([{ ...odd, name: '2.5', value: BLUE }])
    expect(report.rows).toMatchObject([{ result: 'failed' }])
    expect(variables()).toEqual(before)
  })

  it('swaps the names of variables in place, though no two may share one', async () => {
    const { apply, variables, outcomes } = openColors({ target: 'variables' })
    const three = ['A', 'B', 'C'].map((name, i) => brandColor({ id: String(i), name }))
    await apply(three)
    const ids = variables().map(({ id }) => id)
    const turned = ['B', 'C', 'A'].map((name, i) => brandColor({ id: String(i), name }))
    const report = await apply(turned)
    expect(report.rows.map(({ result }) => result)).toEqual(['renamed', 'renamed', 'renamed'])
    expect(variables()).toMatchObject([
      { id: ids[0], name: 'Acme/B' },
      { id: ids[1], name: 'Acme/C' },
      { id: ids[2], name: 'Acme/A' },
    ])
    expect(await outcomes(turned)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })

  it('keeps what a person changed, and takes Cliquify’s side only when told', async () => {
    const { apply, file, variable, outcomes, collections } = openColors({ target: 'variables' })
    await apply([red])
    const mode = collections()[0]?.modes[0]?.modeId ?? ''
    ;(await variable('Acme/Red')).setValueForMode(mode, BLUE)
    expect(await outcomes([red])).toEqual(['edited'])
    expect(await outcomes([{ ...red, value: GREEN }])).toEqual(['conflict'])
    file.clearWrites()
    expect(await apply([red])).toMatchObject({ rows: [], kept: 1 })
    expect(file.writes()).toEqual([])
    await apply([red], {}, { take: ['id:1'], remove: [] })
    expect((await variable('Acme/Red')).valuesByMode[mode]).toEqual(RED)
  })

  it('takes its own description away when the name is legal again, but never a person’s', async () => {
    const { apply, variables, variable } = openColors({ target: 'variables' })
    const odd = brandColor({ id: '3', name: '1.5' })
    await apply([odd, leaf])
    ;(await variable('Acme/Nature/Leaf')).description = 'For success'
    await apply([
      { ...odd, name: '15' },
      { ...leaf, name: 'Leaf 1.5' },
    ])
    expect(variables()).toMatchObject([
      { name: 'Acme/15', description: '' },
      { name: 'Acme/Nature/Leaf 1-5', description: 'For success' },
    ])
  })

  it('deletes what left Cliquify only when that is ticked', async () => {
    const { apply, plan, variables } = openColors({ target: 'variables' })
    await apply([red, leaf])
    const key = (await plan([leaf])).rows.find(({ outcome }) => outcome === 'removed')?.key ?? ''
    await apply([leaf])
    expect(variables()).toHaveLength(2)
    await apply([leaf], {}, { take: [], remove: [key] })
    expect(variables().map(({ name }) => name)).toEqual(['Acme/Nature/Leaf'])
  })

  it('does not stop at a name that something else has: a number tells them apart', async () => {
    const { apply, plan, file, variables } = openColors({ target: 'variables' })
    await apply([red])
    const [collection] = await file.figma.variables.getLocalVariableCollectionsAsync()
    if (collection !== undefined)
      file.figma.variables.createVariable('Acme/Gap', collection, 'FLOAT')
    const colors = [red, brandColor({ id: '5', name: 'Gap' }), leaf]
    expect((await plan(colors)).rows[1]).toMatchObject({
      outcome: 'create',
      reason: { kind: 'numbered', name: 'Acme/Gap' },
    })
    const report = await apply(colors)
    expect(report.rows).toMatchObject([
      { result: 'created', name: 'Acme/Gap 2' },
      { result: 'created', name: 'Acme/Nature/Leaf' },
    ])
    expect(variables()).toHaveLength(4)
  })
})
