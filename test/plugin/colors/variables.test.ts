import { describe, expect, it } from 'vitest'
import { aMomentLater } from '../a-moment-later.ts'
import { DEFAULT_SYNC_OPTIONS } from '../../../shared/sync.ts'
import { openColorRoom } from './color-room.ts'
import { BLUE, brandColor, GREEN, KIT, RED, syncOf } from './samples.ts'
import { idle, KEEP, openColors } from './open-colors.ts'

const red = brandColor({ id: '1' })
const leaf = brandColor({ id: '2', name: 'Leaf', palette: 'Nature', value: { ...GREEN, a: 0.5 } })
const UMBRELLA = { id: 'kit-2', name: 'Umbrella' }
const umbrellaRed = brandColor({ id: '7', value: BLUE })

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

describe('a collection of the kit’s name', () => {
  it('is used when nothing links it yet, and its variables are adopted', async () => {
    const { file, apply, collections } = openColors({ target: 'variables' })
    const made = file.figma.variables.createVariableCollection('Acme')
    const variable = file.figma.variables.createVariable('Acme/Red', made, 'COLOR')
    const report = await apply([red])
    expect(report.rows).toMatchObject([{ result: 'adopted' }])
    expect(collections()).toMatchObject([{ id: made.id, variables: [{ id: variable.id }] }])
  })

  it('is found again when a person renamed it', async () => {
    const { file, apply, outcomes, collections } = openColors({ target: 'variables' })
    await apply([red])
    const [collection] = await file.figma.variables.getLocalVariableCollectionsAsync()
    if (collection !== undefined) collection.name = 'Mine'
    expect(await outcomes([red])).toEqual(['unchanged'])
    await apply([red, leaf])
    expect(collections()).toMatchObject([{ name: 'Mine', variables: [{}, {}] }])
  })

  it('is not another kit’s', async () => {
    const { apply, collections } = openColors({ target: 'variables' })
    await apply([red])
    await apply([umbrellaRed], {}, undefined, { id: 'kit-2', name: 'Acme' }, ['kit-1'])
    expect(collections().map(({ name, variables }) => [name, variables.length])).toEqual([
      ['Acme', 1],
      ['Acme', 1],
    ])
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

describe('another target later', () => {
  const targets = ['styles', 'variables', 'both'] as const
  it.each(targets.flatMap((from) => targets.map((to) => [from, to] as const)))(
    'from %s to %s links what exists, duplicates nothing, and then has nothing to do',
    async (from, to) => {
      const { apply, file, styles, variables, outcomes } = openColors({ target: from })
      await apply([red, leaf])
      const [styleIds, variableIds] = [
        styles().map(({ id }) => id),
        variables().map(({ id }) => id),
      ]
      await apply([red, leaf], { target: to })
      await apply([red, leaf], { target: from })
      await apply([red, leaf], { target: to })
      if (styleIds.length > 0) expect(styles().map(({ id }) => id)).toEqual(styleIds)
      if (variableIds.length > 0) expect(variables().map(({ id }) => id)).toEqual(variableIds)
      expect(await outcomes([red, leaf], { target: to })).toEqual(['unchanged', 'unchanged'])
      file.clearWrites()
      await apply([red, leaf], { target: to })
      expect(file.writes()).toEqual([])
      if (to === 'both') {
        for (const style of await file.figma.getLocalPaintStylesAsync()) {
          expect(style.boundVariables?.paints).toHaveLength(1)
        }
      }
    },
  )

  it('says that a style is bound', async () => {
    const { apply, plan } = openColors({ target: 'styles' })
    await apply([red])
    expect((await plan([red], { target: 'both' })).rows).toMatchObject([
      { outcome: 'update', reason: { kind: 'binds' } },
    ])
  })

  it('binds a style that is bound to the variable of another color', async () => {
    const { apply, file, plan, variables } = openColors({ target: 'both' })
    const twin = brandColor({ id: '2', name: 'Twin' })
    await apply([red, twin])
    const [ofRed, ofTwin] = await file.figma.getLocalPaintStylesAsync()
    if (ofRed === undefined || ofTwin === undefined) throw new Error('no styles')
    ofTwin.paints = ofRed.paints
    expect((await plan([red, twin])).rows).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'update', reason: { kind: 'binds' } },
    ])
    await apply([red, twin])
    expect(ofTwin.boundVariables?.paints).toMatchObject([{ id: variables()[1]?.id }])
  })

  it('is remembered in the file for whoever syncs next', async () => {
    const { apply, room } = openColors({ target: 'both' })
    await apply([red])
    const plan = await room.plan({ kit: KIT, colors: [red] })
    expect(plan.options.target).toBe('both')
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['unchanged'])
  })
})

describe('a second kit', () => {
  it('has a collection of its own', async () => {
    const { apply, collections, outcomes } = openColors({ target: 'variables' })
    await apply([red])
    await apply([umbrellaRed], {}, undefined, UMBRELLA)
    expect(collections().map(({ name }) => name)).toEqual(['Acme', 'Umbrella'])
    expect(await outcomes([red])).toEqual(['unchanged'])
  })

  it('is a mode of the shared collection, where colors of one name are one variable', async () => {
    const { apply, collections, outcomes } = openColors({
      target: 'variables',
      collection: 'shared',
    })
    await apply([red, leaf])
    await apply([umbrellaRed], {}, undefined, UMBRELLA)
    const [collection, ...others] = collections()
    expect(others).toEqual([])
    expect(collection?.modes.map(({ name }) => name)).toEqual(['Acme', 'Umbrella'])
    const [acme = '', umbrella = ''] = collection?.modes.map(({ modeId }) => modeId) ?? []
    expect(collection?.variables).toMatchObject([
      { name: 'Red', valuesByMode: { [acme]: RED, [umbrella]: BLUE } },
      { name: 'Nature/Leaf' },
    ])
    expect(await outcomes([red, leaf])).toEqual(['unchanged', 'unchanged'])
    expect(await outcomes([umbrellaRed], {}, UMBRELLA)).toEqual(['unchanged'])
  })

  it('gets no mode where Figma refuses to note whose it is', async () => {
    const { apply, file, collections } = openColors({ target: 'variables', collection: 'shared' })
    await apply([red])
    const before = collections()
    file.failWrite(2)
    await expect(apply([umbrellaRed], {}, undefined, UMBRELLA)).rejects.toMatchObject({
      kind: 'collection',
    })
    expect(collections()).toEqual(before)
    await apply([umbrellaRed], {}, undefined, UMBRELLA)
    expect(collections()[0]?.modes.map(({ name }) => name)).toEqual(['Acme', 'Umbrella'])
  })

  it('that leaves the shared collection leaves the other kit’s variables', async () => {
    const { apply, plan, variables } = openColors({ target: 'variables', collection: 'shared' })
    await apply([red])
    await apply([umbrellaRed], {}, undefined, UMBRELLA)
    const [row] = (await plan([], {}, UMBRELLA)).rows
    await apply([], {}, { take: [], remove: [row?.key ?? ''] }, UMBRELLA)
    expect(variables()).toHaveLength(1)
    expect((await plan([], {}, UMBRELLA)).rows).toEqual([])
  })

  it('meets the plan’s limit of modes with a clear sentence and nothing written', async () => {
    const { apply, file, collections } = openColors(
      { target: 'variables', collection: 'shared' },
      { modeLimit: 1 },
    )
    await apply([red])
    file.clearWrites()
    await expect(apply([umbrellaRed], {}, undefined, UMBRELLA)).rejects.toMatchObject({
      kind: 'mode-limit',
      message: expect.stringContaining('collection of its own') as string,
    })
    expect(file.writes()).toEqual([])
    await apply([umbrellaRed], { collection: 'own' }, undefined, UMBRELLA)
    expect(collections().map(({ name }) => name)).toEqual(['Brand colors', 'Umbrella'])
  })
})

describe('a collection in which Figma takes no variable', () => {
  it('does not stay behind, and each color says so', async () => {
    const { file } = openColors({})
    const variables = new Proxy(file.figma.variables, {
      get(target, name) {
        if (name === 'createVariable') throw new Error('not implemented')
        return Reflect.get(target, name)
      },
    })
    const figma = new Proxy(file.figma, {
      get: (target, name) => (name === 'variables' ? variables : Reflect.get(target, name)),
    })
    const { rows } = await openColorRoom(figma).apply(
      {
        ...syncOf(red),
        decisions: KEEP,
        options: { ...DEFAULT_SYNC_OPTIONS, target: 'variables' },
      },
      idle(),
    )
    expect(rows.map(({ result }) => result)).toEqual(['failed'])
    expect(file.snapshot().collections).toEqual([])
  })
})
