import { describe, expect, it } from 'vitest'
import { openColorRoom } from './color-room.ts'
import { letTimeFly } from '../let-time-fly.ts'
import { meanwhile } from './meanwhile.ts'
import { idle, KEEP, openColors } from './open-colors.ts'
import { BLUE, brandColor, KIT, RED, red } from './samples.ts'

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
    letTimeFly()
    const job = meanwhile(() =>
      setTimeout(() => file.edit({ type: 'use-style', id: late.id, styleId: copy.id }), 0),
    )
    expect((await room.merge({ kit: KIT, copies: [key] }, job)).rows).toMatchObject([
      { result: 'failed', reason: { kind: 'not-merged' } },
    ])
    expect(styles()).toHaveLength(2)
    expect(late.fillStyleId).toBe(copy.id)
    expect(layers.map(({ fillStyleId }) => fillStyleId)).toEqual(layers.map(() => original?.id))
  })

  it('are merged with the sync, beside what else it writes, in one undo step', async () => {
    const { room, file, styles, copy, layer, original, key } = await withCopy()
    file.figma.commitUndo()
    const steps = file.snapshot().undoSteps
    const colors = [{ ...red, value: BLUE }, brandColor({ id: '2', name: 'New' })]
    const report = await room.apply(
      { kit: KIT, colors, decisions: { ...KEEP, merge: [key] } },
      idle(),
    )
    expect(report.rows.map(({ name, result }) => [name, result])).toEqual([
      ['Acme/Red', 'updated'],
      ['Acme/New', 'created'],
      ['Acme/Red copy', 'merged'],
    ])
    expect(styles().map(({ name }) => name)).toEqual(['Acme/Red', 'Acme/New'])
    expect(layer.fillStyleId).toBe(original?.id)
    expect(file.snapshot().undoSteps).toBe(steps + 1)
    file.undo()
    expect(styles().map(({ id }) => id)).toContain(copy.id)
    expect(layer.fillStyleId).toBe(copy.id)
  })

  it('stay, and the sync is noted all the same, where the pages cannot be loaded', async () => {
    const { file, room, styles, key } = await withCopy()
    const figma = new Proxy(file.figma, {
      get: (target, name) =>
        name === 'loadAllPagesAsync'
          ? () => Promise.reject(new Error('offline'))
          : (Reflect.get(target, name) as unknown),
    })
    const colors = [red, brandColor({ id: '2', name: 'New' })]
    const decisions = { ...KEEP, merge: [key] }
    const report = await openColorRoom(figma).apply({ kit: KIT, colors, decisions }, idle())
    expect(report.rows).toMatchObject([
      { name: 'Acme/New', result: 'created' },
      { key, name: 'Acme/Red copy', result: 'failed', reason: { kind: 'not-merged' } },
    ])
    expect(styles()).toHaveLength(3)
    const [created] = (await file.figma.getLocalPaintStylesAsync()).filter(
      ({ name }) => name === 'Acme/New',
    )
    created?.remove()
    const plan = await room.plan({ kit: KIT, colors })
    expect(plan.rows[1]?.outcome).toBe('deleted')
  })

  it('stay where nobody has ticked them', async () => {
    const { apply, styles } = await withCopy()
    await apply([{ ...red, value: BLUE }])
    expect(styles()).toHaveLength(2)
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
    copy.setValueForMode(collection.defaultModeId, RED)
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

  it('are merged in a part of a text', async () => {
    const { room, file, bound, original, key } = await withCopy()
    const { figma } = file
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const text = figma.createText()
    text.characters = 'Brand colors'
    text.setRangeFills(0, 5, [bound])
    expect(text.fills).toBe(figma.mixed)
    const report = await room.merge({ kit: KIT, copies: [key] }, idle())
    expect(report.rows).toMatchObject([{ result: 'merged', layers: 2 }])
    expect(shown(text.getRangeFills(0, 5))).toEqual([original.id])
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
        { result: 'failed', reason: { kind: 'not-merged' } },
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
    expect(written).toContain(part.id)
    expect(written).not.toContain(inner.id)
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

  /** With another copy, alone in a collection of its own. */
  async function withTwin() {
    const opened = await withCopy()
    const { variables } = opened.file.figma
    const second = variables.createVariableCollection('Acme copy')
    const mark = JSON.stringify({ shared: false, modes: { [KIT.id]: second.defaultModeId } })
    second.setSharedPluginData('cliquify', 'collection', mark)
    const twin = variables.createVariable('Acme/Red', second, 'COLOR')
    const [data = ''] = opened.original.getSharedPluginDataKeys('cliquify')
    const link = opened.original.getSharedPluginData('cliquify', data)
    twin.setSharedPluginData('cliquify', data, link)
    return { ...opened, copies: [opened.key, `variable:${twin.id}`] }
  }

  it('take their collection along where it held nothing else', async () => {
    const { room, file, collections, copies } = await withTwin()
    const [home] = await file.figma.variables.getLocalVariableCollectionsAsync()
    expect((await room.merge({ kit: KIT, copies }, idle())).rows).toMatchObject([
      { result: 'merged' },
      { result: 'merged' },
    ])
    expect(collections().map(({ id }) => id)).toEqual([home?.id])
  })

  it('are told as merged where their empty collection cannot be deleted', async () => {
    const { room, file, copies } = await withTwin()
    file.clearWrites()
    await room.merge({ kit: KIT, copies }, idle())
    const last = file.writes().length
    file.undo()
    file.failWrite(last)
    expect((await room.merge({ kit: KIT, copies }, idle())).rows).toMatchObject([
      { result: 'merged' },
      { result: 'merged' },
    ])
  })

  it.each([1, 2, 3, 4])('stay when write %i of what uses them failed', async (k) => {
    const { room, file, variables, key } = await withCopy()
    file.failWrite(k)
    expect((await room.merge({ kit: KIT, copies: [key] }, idle())).rows).toMatchObject([
      { result: 'failed', reason: { kind: 'not-merged' } },
    ])
    expect(variables()).toHaveLength(3)
    const again = await room.merge({ kit: KIT, copies: [key] }, idle())
    expect(again.rows).toMatchObject([{ result: 'merged' }])
    expect(variables()).toHaveLength(2)
  })
})
