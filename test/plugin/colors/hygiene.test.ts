import { describe, expect, it } from 'vitest'
import type { Job } from '../../../shared/channel.ts'
import { openColorRoom } from './color-room.ts'
import { DEFAULT_SYNC_OPTIONS, type Progress } from '../../../shared/protocol.ts'
import { openFile } from '../../figma/file.ts'
import { idle, KEEP, openColors } from './open-colors.ts'
import { BLUE, brandColor, GREEN, KIT, RED } from './samples.ts'

const red = brandColor({ id: '1' })
const many = Array.from({ length: 200 }, (_, i) =>
  brandColor({ id: String(i), name: `Color ${String(i)}` }),
)

/** Does something once, the first time that the sync gives way. */
function meanwhile(act: () => void): Job<Progress> {
  let done = false
  return {
    cancelled: false,
    progress() {
      if (!done) act()
      done = true
    },
  }
}

describe('another person in the same file', () => {
  it('who deletes styles during the sync is told of each, and the rest goes on', async () => {
    const { file, room, apply, styles } = openColors({})
    await apply(many)
    const gone = styles().slice(-2)
    const changed = many.map((color) => ({ ...color, value: BLUE }))
    const report = await room.apply(
      { kit: KIT, colors: changed, decisions: KEEP },
      meanwhile(() => gone.forEach(({ id }) => file.edit({ type: 'remove-style', id }))),
    )
    const failed = report.rows.filter(({ result }) => result === 'failed')
    expect(failed.map(({ name }) => name)).toEqual(gone.map(({ name }) => name))
    expect(failed[0]?.reason).toContain('deleted')
    expect(report.rows).toHaveLength(200)
    await apply(changed)
    expect(styles()).toHaveLength(200)
  })

  it('who changes a style during the sync keeps it, and is told', async () => {
    const { file, room, apply, styles, outcomes } = openColors({})
    await apply(many)
    const id = styles()[199]?.id ?? ''
    const changed = many.map((color) => ({ ...color, value: BLUE }))
    const report = await room.apply(
      { kit: KIT, colors: changed, decisions: KEEP },
      meanwhile(() => file.edit({ type: 'paint-style', id, color: GREEN })),
    )
    expect(report.rows.filter(({ result }) => result === 'failed')).toMatchObject([
      { reason: expect.stringContaining('Someone changed it') as string },
    ])
    expect(styles()[199]?.paints[0]?.color).toEqual({ r: 0, g: 1, b: 0 })
    expect((await outcomes(changed))[199]).toBe('conflict')
  })

  it('who changes a variable whose name another one takes keeps it, and the rest goes on', async () => {
    const { room, apply, variable } = openColors({ target: 'variables' })
    await apply(many)
    const named = (id: string, name: string) => brandColor({ id, name, value: BLUE })
    const filler = many.slice(0, 198).map((color) => ({ ...color, value: BLUE }))
    const turned = [...filler, named('198', 'Color 199'), named('199', 'Color 198')]
    const taken = await variable('Acme/Color 199')
    const [mode = ''] = Object.keys(taken.valuesByMode)
    const options = { ...DEFAULT_SYNC_OPTIONS, target: 'variables' as const }
    const { rows } = await room.apply(
      { kit: KIT, colors: turned, decisions: KEEP, options },
      meanwhile(() => taken.setValueForMode(mode, GREEN)),
    )
    expect(rows).toHaveLength(200)
    expect(rows.filter(({ result }) => result === 'failed').map(({ key }) => key)).toEqual([
      'id:199',
    ])
    expect(taken.valuesByMode[mode]).toEqual(GREEN)
  })

  it.each(['variables', 'both'] as const)(
    'who changes, renames or deletes variables during a sync to %s has it kept, and is told',
    async (target) => {
      const { file, room, apply, variables } = openColors({ target })
      await apply(many)
      const all = await file.figma.variables.getLocalVariablesAsync('COLOR')
      const [painted, renamed, gone] = all.slice(-3)
      if (painted === undefined || renamed === undefined || gone === undefined) {
        throw new Error('too few variables')
      }
      const [mode = ''] = Object.keys(painted.valuesByMode)
      const names = [painted, renamed, gone].map(({ name }) => name)
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      const colors = many.map((color) => ({ ...color, value: BLUE }))
      const report = await room.apply(
        { kit: KIT, colors, decisions: KEEP, options },
        meanwhile(() => {
          painted.setValueForMode(mode, GREEN)
          renamed.name = 'Mine'
          gone.remove()
        }),
      )
      const failed = report.rows.filter(({ result }) => result === 'failed')
      expect(failed.map(({ name }) => name)).toEqual(names)
      expect(failed.map(({ reason }) => reason)).toEqual([
        expect.stringContaining('Someone changed it'),
        expect.stringContaining('Someone changed it'),
        expect.stringContaining('deleted'),
      ])
      expect(report.rows).toHaveLength(200)
      expect(painted.valuesByMode[mode]).toEqual(GREEN)
      expect(renamed).toMatchObject({ name: 'Mine', valuesByMode: { [mode]: RED } })
      await apply(colors)
      expect(variables()).toHaveLength(200)
    },
  )
})

describe('two clients that sync the same file at once', () => {
  it.each([1, 60, 200])('end with one style for each of %i colors', async (count) => {
    const file = openFile()
    const colors = many.slice(0, count)
    const sync = { kit: KIT, colors, decisions: KEEP }
    await Promise.all([
      openColorRoom(file.figma).apply(sync, idle()),
      openColorRoom(file.figma).apply(sync, idle()),
    ])
    const { paintStyles } = file.snapshot()
    expect(new Set(paintStyles.map(({ name }) => name)).size).toBe(count)
    expect(paintStyles).toHaveLength(count)
    file.clearWrites()
    await openColorRoom(file.figma).apply(sync, idle())
    expect(file.writes()).toEqual([])
  })

  it.each([
    ['variables', 1],
    ['variables', 200],
    ['both', 1],
    ['both', 200],
  ] as const)(
    'into %s end with one for each of %i colors, or merge what is reported',
    async (target, count) => {
      const file = openFile()
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      const sync = { kit: KIT, colors: many.slice(0, count), decisions: KEEP, options }
      await Promise.all([
        openColorRoom(file.figma).apply(sync, idle()),
        openColorRoom(file.figma).apply(sync, idle()),
      ])
      const room = openColorRoom(file.figma)
      // Who is done before the other one cannot see what that one still makes.
      const { rows } = await room.plan(sync)
      const twice = rows.filter(({ copyOf }) => copyOf !== undefined).map(({ key }) => key)
      const made = file.snapshot().collections.flatMap(({ variables }) => variables)
      expect(made).toHaveLength(count + twice.length)
      await room.merge({ kit: KIT, copies: twice }, idle())
      const { collections, paintStyles } = file.snapshot()
      expect(collections.map(({ variables }) => variables.length)).toEqual([count])
      expect(paintStyles).toHaveLength(target === 'both' ? count : 0)
      const ids = collections.flatMap(({ variables }) => variables.map(({ id }) => id))
      for (const style of await file.figma.getLocalPaintStylesAsync()) {
        expect(ids).toContain(style.boundVariables?.paints?.[0]?.id)
      }
      file.clearWrites()
      const report = await openColorRoom(file.figma).apply(sync, idle())
      expect(report).toMatchObject({ rows: [], unchanged: count })
      expect(file.writes()).toEqual([])
    },
  )

  it.each(['variables', 'both'] as const)(
    'into %s end with one of a color, and the second is told to sync again',
    async (target) => {
      const file = openFile()
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      const sync = { kit: KIT, colors: [red], decisions: KEEP, options }
      const reports = await Promise.all([
        openColorRoom(file.figma).apply(sync, idle()),
        openColorRoom(file.figma).apply(sync, idle()),
      ])
      const failed = reports.flatMap(({ rows }) => rows.flatMap(({ reason }) => reason ?? []))
      expect(failed).toEqual([expect.stringContaining('Sync again')])
      const { collections, paintStyles } = file.snapshot()
      expect(collections.map(({ variables }) => variables.length)).toEqual([1])
      expect(paintStyles).toHaveLength(target === 'both' ? 1 : 0)
      for (const style of await file.figma.getLocalPaintStylesAsync()) {
        expect(style.boundVariables?.paints?.[0]?.id).toBe(collections[0]?.variables[0]?.id)
      }
    },
  )

  it.each(['variables', 'both'] as const)(
    'into %s, of which one sees late what the other made, take that back',
    async (target) => {
      const { file, apply, collections, variables, styles, outcomes } = openColors({ target })
      await apply([red])
      const [first] = variables()
      const { figma } = file
      // As over a slow network: neither to plan nor to begin is the other's collection there yet.
      const late = [[], []]
      const list = () => late.pop() ?? figma.variables.getLocalVariableCollectionsAsync()
      const slow = Object.create(figma, {
        variables: {
          value: Object.create(figma.variables, {
            getLocalVariableCollectionsAsync: { value: () => Promise.resolve(list()) },
          }) as VariablesAPI,
        },
      }) as PluginAPI
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      await openColorRoom(slow).apply({ kit: KIT, colors: [red], decisions: KEEP, options }, idle())
      expect(file.writes().map(({ op }) => op)).toContain('remove')
      expect(collections()).toHaveLength(1)
      expect(variables().map(({ id }) => id)).toEqual([first?.id])
      expect(styles()).toHaveLength(target === 'both' ? 1 : 0)
      for (const style of await figma.getLocalPaintStylesAsync()) {
        expect(style.boundVariables?.paints?.[0]?.id).toBe(first?.id)
      }
      expect(await outcomes([red])).toEqual(['unchanged'])
    },
  )

  it.each(['styles', 'variables', 'both'] as const)(
    'into %s, one begun during the other, end with one for each color',
    async (target) => {
      const file = openFile()
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      const sync = { kit: KIT, colors: many, decisions: KEEP, options }
      let second: Promise<unknown> = Promise.resolve()
      const late = meanwhile(() => {
        second = openColorRoom(file.figma).apply(sync, idle())
      })
      await openColorRoom(file.figma).apply(sync, late)
      await second
      const room = openColorRoom(file.figma)
      const { rows } = await room.plan(sync)
      const twice = rows.filter(({ copyOf }) => copyOf !== undefined).map(({ key }) => key)
      await room.merge({ kit: KIT, copies: twice }, idle())
      file.clearWrites()
      expect(await room.apply(sync, idle())).toMatchObject({ rows: [], unchanged: 200 })
      expect(file.writes()).toEqual([])
      const { collections, paintStyles } = file.snapshot()
      expect(paintStyles).toHaveLength(target === 'variables' ? 0 : 200)
      expect(collections.map(({ variables }) => variables.length)).toEqual(
        target === 'styles' ? [] : [200],
      )
    },
  )
})

describe('copies of a synced style', () => {
  async function withCopy() {
    const opened = openColors({})
    const { file, apply } = opened
    await apply([red])
    const [original] = await file.figma.getLocalPaintStylesAsync()
    const copy = file.figma.createPaintStyle()
    copy.name = 'Acme/Red copy'
    copy.paints = original?.paints ?? []
    const data = original?.getSharedPluginData('cliquify', 'color') ?? ''
    copy.setSharedPluginData('cliquify', 'color', data)
    const layer = file.figma.createRectangle()
    await layer.setFillStyleIdAsync(copy.id)
    await layer.setStrokeStyleIdAsync(copy.id)
    return { ...opened, original, copy, layer, key: `style:${copy.id}` }
  }

  it('are reported with the name of the original', async () => {
    const { plan, key } = await withCopy()
    expect((await plan([red])).rows).toMatchObject([
      { outcome: 'unchanged' },
      { key, outcome: 'skipped', copyOf: { name: 'Acme/Red' } },
    ])
  })

  it('are merged on request without losing the layers’ bindings, in one undo step', async () => {
    const { room, file, styles, layer, original, key } = await withCopy()
    file.figma.commitUndo()
    const report = await room.merge({ kit: KIT, copies: [key] }, idle())
    expect(report).toEqual({
      rows: [{ key, name: 'Acme/Red copy', layers: 1, result: 'merged', reason: null }],
      cancelled: false,
    })
    expect(styles().map(({ id }) => id)).toEqual([original?.id])
    expect(layer.fillStyleId).toBe(original?.id)
    expect(layer.strokeStyleId).toBe(original?.id)
    file.undo()
    expect(styles()).toHaveLength(2)
  })

  it('stay when a layer could not be changed', async () => {
    const { room, file, styles, key } = await withCopy()
    file.failWrite(2)
    expect((await room.merge({ kit: KIT, copies: [key] }, idle())).rows).toMatchObject([
      { result: 'failed' },
    ])
    expect(styles()).toHaveLength(2)
    await room.merge({ kit: KIT, copies: [key] }, idle())
    expect(styles()).toHaveLength(1)
  })

  it('stay when another person puts a layer on one during the merge', async () => {
    const { room, file, styles, copy, original, key } = await withCopy()
    const layers = Array.from({ length: 60 }, () => file.figma.createRectangle())
    for (const each of layers) await each.setFillStyleIdAsync(copy.id)
    const late = file.figma.createRectangle()
    const job = meanwhile(() =>
      setTimeout(() => file.edit({ type: 'use-style', id: late.id, styleId: copy.id }), 0),
    )
    expect((await room.merge({ kit: KIT, copies: [key] }, job)).rows).toMatchObject([
      { result: 'failed', reason: expect.stringContaining('kept') as string },
    ])
    expect(styles()).toHaveLength(2)
    expect(late.fillStyleId).toBe(copy.id)
    expect(layers.map(({ fillStyleId }) => fillStyleId)).toEqual(layers.map(() => original?.id))
  })

  it('are merged on pages that were never opened, too', async () => {
    const { room, file, styles, copy, original, key } = await withCopy()
    const page = file.figma.createPage()
    const elsewhere = file.figma.createRectangle()
    page.appendChild(elsewhere)
    await elsewhere.setFillStyleIdAsync(copy.id)
    file.begin({ command: 'open', html: '' })
    await openColorRoom(file.figma).merge({ kit: KIT, copies: [key] }, idle())
    await expect(room.merge({ kit: KIT, copies: [key] }, idle())).rejects.toThrow()
    expect(styles()).toHaveLength(1)
    expect(file.snapshot().pages[1]?.children[0]?.fillStyleId).toBe(original?.id)
  })

  it('are never made of an original', async () => {
    const { room, styles, original } = await withCopy()
    await room.merge({ kit: KIT, copies: [`style:${original?.id ?? ''}`] }, idle())
    expect(styles()).toHaveLength(2)
  })
})

describe('copies of a synced variable', () => {
  async function withCopy() {
    const opened = openColors({ target: 'variables' })
    const { file, apply, variable } = opened
    const { figma } = file
    await apply([red])
    const original = await variable('Acme/Red')
    const [collection] = await figma.variables.getLocalVariableCollectionsAsync()
    if (collection === undefined) throw new Error('no collection')
    const copy = figma.variables.createVariable('Acme/Red copy', collection, 'COLOR')
    const [key = ''] = original.getSharedPluginDataKeys('cliquify')
    copy.setSharedPluginData('cliquify', key, original.getSharedPluginData('cliquify', key))
    const paint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 } } as const
    const bound = figma.variables.setBoundVariableForPaint(paint, 'color', copy)
    const layer = figma.createRectangle()
    layer.fills = [bound]
    layer.strokes = [bound]
    const style = figma.createPaintStyle()
    style.paints = [bound]
    const alias = figma.variables.createVariable('Button', collection, 'COLOR')
    const { defaultModeId } = collection
    alias.setValueForMode(defaultModeId, figma.variables.createVariableAlias(copy))
    const value = () => alias.valuesByMode[defaultModeId]
    return { ...opened, original, layer, style, bound, value, key: `variable:${copy.id}` }
  }

  /** The ids of the variables that paints show. */
  function shown(paints: readonly Paint[] | symbol): readonly unknown[] {
    if (typeof paints === 'symbol') return []
    return paints.map((paint) => paint.type === 'SOLID' && paint.boundVariables?.color?.id)
  }

  it('are reported with the name of the original', async () => {
    const { plan, key } = await withCopy()
    expect((await plan([red])).rows).toMatchObject([
      { outcome: 'unchanged' },
      { key, outcome: 'skipped', copyOf: { name: 'Acme/Red' } },
    ])
  })

  it('are merged without losing what is bound to them, in one undo step', async () => {
    const { room, file, variables, original, layer, style, value, key } = await withCopy()
    file.figma.commitUndo()
    const report = await room.merge({ kit: KIT, copies: [key] }, idle())
    expect(report).toEqual({
      rows: [{ key, name: 'Acme/Red copy', layers: 1, result: 'merged', reason: null }],
      cancelled: false,
    })
    expect(variables().map(({ name }) => name)).toEqual(['Acme/Red', 'Button'])
    for (const paints of [layer.fills, layer.strokes, style.paints]) {
      expect(shown(paints)).toEqual([original.id])
    }
    expect(value()).toEqual({ type: 'VARIABLE_ALIAS', id: original.id })
    file.undo()
    expect(variables()).toHaveLength(3)
  })

  it.each(['a part of a vector', 'the ground of a page'])(
    'stay when %s shows one, with a reason',
    async (where) => {
      const { room, file, variables, bound, key } = await withCopy()
      const { figma } = file
      if (where === 'the ground of a page') figma.currentPage.backgrounds = [bound]
      else {
        const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0H9V9Z"/></svg>'
        const [vector] = figma.createNodeFromSvg(svg).children
        if (vector?.type !== 'VECTOR') throw new Error('no vector')
        const region = { windingRule: 'NONZERO', loops: [[0]] } as const
        const regions = [
          { ...region, fills: [bound] },
          { ...region, fills: [] },
        ]
        await vector.setVectorNetworkAsync({ vertices: [], segments: [], regions })
        expect(vector.fills).toBe(figma.mixed)
      }
      const before = variables().length
      expect((await room.merge({ kit: KIT, copies: [key] }, idle())).rows).toMatchObject([
        { result: 'failed', reason: expect.stringContaining('kept') as string },
      ])
      expect(variables()).toHaveLength(before)
    },
  )

  it('are merged on pages that were never opened, too', async () => {
    const { file, variables, bound, original, key } = await withCopy()
    const page = file.figma.createPage()
    const elsewhere = file.figma.createRectangle()
    page.appendChild(elsewhere)
    elsewhere.fills = [bound]
    file.begin({ command: 'open', html: '' })
    const report = await openColorRoom(file.figma).merge({ kit: KIT, copies: [key] }, idle())
    expect(report.rows).toMatchObject([{ result: 'merged', layers: 2 }])
    expect(variables()).toHaveLength(2)
    const [there] = file.figma.root.children[1]?.children ?? []
    expect(there?.type === 'RECTANGLE' && shown(there.fills)).toEqual([original.id])
  })

  it('are merged in components before their instances, which follow them', async () => {
    const { room, file, bound, original, key } = await withCopy()
    const { figma } = file
    const component = figma.createComponent()
    component.appendChild(figma.createRectangle())
    const [part] = component.children
    if (part?.type !== 'RECTANGLE') throw new Error('no part')
    part.fills = [bound]
    const instance = component.createInstance()
    figma.currentPage.insertChild(0, instance)
    const [inner] = instance.children
    if (inner?.type !== 'RECTANGLE') throw new Error('empty instance')
    file.clearWrites()
    await room.merge({ kit: KIT, copies: [key] }, idle())
    const written = file.writes().flatMap(({ op, target }) => (op === 'set fills' ? target : []))
    expect(written.indexOf(part.id)).toBeGreaterThanOrEqual(0)
    expect(written.indexOf(part.id)).toBeLessThan(written.indexOf(inner.id))
    for (const { fills } of [part, inner]) expect(shown(fills)).toEqual([original.id])
  })

  it('are merged where a style gives them to a layer, which keeps its style', async () => {
    const { room, file, style, original, key } = await withCopy()
    const styled = file.figma.createRectangle()
    await styled.setFillStyleIdAsync(style.id)
    file.clearWrites()
    file.failWrite(1)
    await room.merge({ kit: KIT, copies: [key] }, idle())
    expect(styled.fillStyleId).toBe(style.id)
    await room.merge({ kit: KIT, copies: [key] }, idle())
    expect(styled.fillStyleId).toBe(style.id)
    expect(shown(styled.fills)).toEqual([original.id])
    expect(file.writes().map(({ target }) => target)).not.toContain(styled.id)
  })

  it('are merged in the stops of a gradient', async () => {
    const { room, file, variables, bound, original, key } = await withCopy()
    const id = bound.boundVariables?.color?.id ?? ''
    const color: VariableAlias = { type: 'VARIABLE_ALIAS', id }
    const stop = { position: 0, color: RED, boundVariables: { color } }
    const layer = file.figma.createRectangle()
    layer.fills = [
      {
        type: 'GRADIENT_LINEAR',
        gradientTransform: [
          [1, 0, 0],
          [0, 1, 0],
        ],
        gradientStops: [stop, { position: 1, color: BLUE }],
      },
    ]
    await room.merge({ kit: KIT, copies: [key] }, idle())
    expect(variables()).toHaveLength(2)
    expect(layer.fills).toMatchObject([
      { gradientStops: [{ boundVariables: { color: { id: original.id } } }, { color: BLUE }] },
    ])
  })

  it('take their collection along where it held nothing else', async () => {
    const { room, file, collections, original, key } = await withCopy()
    const { variables } = file.figma
    const [home] = await variables.getLocalVariableCollectionsAsync()
    const second = variables.createVariableCollection('Acme copy')
    const mark = JSON.stringify({ shared: false, modes: { [KIT.id]: second.defaultModeId } })
    second.setSharedPluginData('cliquify', 'collection', mark)
    const twin = variables.createVariable('Acme/Red', second, 'COLOR')
    const [data = ''] = original.getSharedPluginDataKeys('cliquify')
    twin.setSharedPluginData('cliquify', data, original.getSharedPluginData('cliquify', data))
    const copies = [key, `variable:${twin.id}`]
    expect((await room.merge({ kit: KIT, copies }, idle())).rows).toMatchObject([
      { result: 'merged' },
      { result: 'merged' },
    ])
    expect(collections().map(({ id }) => id)).toEqual([home?.id])
  })

  it.each([1, 2, 3, 4])('stay when write %i of what uses them failed', async (k) => {
    const { room, file, variables, key } = await withCopy()
    file.failWrite(k)
    expect((await room.merge({ kit: KIT, copies: [key] }, idle())).rows).toMatchObject([
      { result: 'failed', reason: expect.stringContaining('kept') as string },
    ])
    expect(variables()).toHaveLength(3)
    const again = await room.merge({ kit: KIT, copies: [key] }, idle())
    expect(again.rows).toMatchObject([{ result: 'merged' }])
    expect(variables()).toHaveLength(2)
  })
})

describe('a collection that is full', () => {
  it('takes what fits, and each color that does not is told why', async () => {
    const { file, apply, variables } = openColors({ target: 'variables' })
    await apply([red])
    const [collection] = await file.figma.variables.getLocalVariableCollectionsAsync()
    if (collection === undefined) throw new Error('no collection')
    for (let i = 0; i < 4998; i++) {
      file.figma.variables.createVariable(`Other ${String(i)}`, collection, 'FLOAT')
    }
    const report = await apply([red, ...many.slice(2, 5)])
    expect(report).toMatchObject({ unchanged: 1 })
    expect(report.rows.map(({ result }) => result)).toEqual(['created', 'failed', 'failed'])
    expect(report.rows[1]?.reason).toContain('5,000 variables')
    expect(variables()).toHaveLength(5000)
  })
})

describe('a named version', () => {
  it('is saved before the first write when asked for, and not when nothing is written', async () => {
    const { room, ops, file } = openColors({})
    const sync = { kit: KIT, colors: [red], decisions: KEEP, saveVersion: true }
    await room.apply(sync, idle())
    expect(ops()[0]).toBe('saveVersionHistoryAsync')
    file.clearWrites()
    await room.apply(sync, idle())
    expect(ops()).toEqual([])
  })

  it('that cannot be saved stops the sync before it writes', async () => {
    const { room, file, styles } = openColors({})
    file.failWrite(1)
    const sync = { kit: KIT, colors: [red], decisions: KEEP, saveVersion: true }
    await expect(room.apply(sync, idle())).rejects.toMatchObject({ code: 'version' })
    expect(styles()).toEqual([])
  })
})

describe('names', () => {
  const leaf = brandColor({ id: '2', name: 'Leaf', palette: 'Nature', value: GREEN })
  it.each([
    ['the kit’s name', { type: 'kit' }, 'palette', ['Acme/Red', 'Acme/Nature/Leaf']],
    ['nothing', { type: 'none' }, 'palette', ['Red', 'Nature/Leaf']],
    [
      'a text',
      { type: 'own', text: 'Brand / 2026' },
      'flat',
      ['Brand/2026/Red', 'Brand/2026/Leaf'],
    ],
  ] as const)(
    'begin with %s, in place when that is changed',
    async (_, prefix, grouping, names) => {
      for (const target of ['styles', 'variables', 'both'] as const) {
        const { apply, styles, variables, outcomes } = openColors({ target })
        await apply([red, leaf])
        const ids = [...styles(), ...variables()].map(({ id }) => id)
        const naming = { prefix, grouping }
        await apply([red, leaf], { naming })
        expect([...styles(), ...variables()].map(({ id }) => id)).toEqual(ids)
        for (const items of [styles(), variables()]) {
          if (items.length > 0) expect(items.map(({ name }) => name)).toEqual(names)
        }
        expect(await outcomes([red, leaf], { naming })).toEqual(['unchanged', 'unchanged'])
      }
    },
  )
})

describe('a synced style that a person made no single color of', () => {
  const solid = { type: 'SOLID', color: { r: 1, g: 0, b: 0 } } as const
  it.each<[string, readonly Paint[]]>([
    ['two paints', [solid, solid]],
    ['no paint', []],
    ['a hidden paint', [{ ...solid, visible: false }]],
    ['a blended paint', [{ ...solid, blendMode: 'MULTIPLY' }]],
  ])('by %s is kept as edited', async (_, paints) => {
    const { apply, file, outcomes } = openColors({})
    await apply([red])
    const [style] = await file.figma.getLocalPaintStylesAsync()
    if (style !== undefined) style.paints = paints
    expect(await outcomes([red])).toEqual(['edited'])
  })
})

describe('a gradient', () => {
  const stops = [RED, { ...BLUE, a: 0.25 }].map((color, position) => ({ position, color }))
  it.each([
    ['linear', 0],
    ['linear', 90],
    ['linear', 137],
    ['radial', 0],
  ] as const)(
    '%s at %i degrees becomes a paint style and then is unchanged',
    async (type, angle) => {
      const gradient = { type, angle, stops }
      const sunset = brandColor({ id: '1', gradient })
      const { apply, styles, file, plan } = openColors({}, { colorProfile: 'DISPLAY_P3' })
      await apply([sunset])
      expect(styles()[0]?.paints).toMatchObject([
        {
          type: type === 'linear' ? 'GRADIENT_LINEAR' : 'GRADIENT_RADIAL',
          gradientStops: [{}, {}],
        },
      ])
      file.clearWrites()
      await apply([sunset])
      expect(file.writes()).toEqual([])
      const turned = brandColor({
        id: '1',
        gradient: {
          ...gradient,
          stops: [...stops].reverse().map((stop, i) => ({ ...stop, position: i })),
        },
      })
      expect((await plan([turned])).rows).toMatchObject([{ outcome: 'update' }])
      expect((await plan([red])).rows).toMatchObject([{ outcome: 'update' }])
      await apply([red])
      expect(styles()[0]?.paints).toMatchObject([{ type: 'SOLID' }])
    },
  )

  it('that a person made transparent as a whole is kept', async () => {
    const sunset = brandColor({ id: '1', gradient: { type: 'linear', angle: 90, stops } })
    const { apply, file, outcomes } = openColors({})
    await apply([sunset])
    const [style] = await file.figma.getLocalPaintStylesAsync()
    const [paint] = style?.paints ?? []
    if (style === undefined || paint === undefined) throw new Error('no style')
    style.paints = [{ ...paint, opacity: 0.5 }]
    expect(await outcomes([sunset])).toEqual(['edited'])
  })

  it.each([
    ['another color', GREEN],
    ['its own first color', RED],
  ])('that a person made %s alone is kept', async (_, color) => {
    const sunset = brandColor({ id: '1', gradient: { type: 'linear', angle: 90, stops } })
    const { apply, styles, file, outcomes } = openColors({})
    await apply([sunset])
    file.edit({ type: 'paint-style', id: styles()[0]?.id ?? '', color })
    expect(await outcomes([sunset])).toEqual(['edited'])
  })
})
