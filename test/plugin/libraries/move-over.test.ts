import { describe, expect, it } from 'vitest'
import type { SyncTarget } from '../../../shared/sync.ts'
import { meanwhile } from '../colors/meanwhile.ts'
import { BLUE, brandColor, GREEN, RED } from '../colors/samples.ts'
import { openTeam, type TeamFile } from './team.ts'

const red = brandColor({ id: '1', name: 'Red', palette: 'Core', value: RED })
const leaf = brandColor({ id: '2', name: 'Leaf', palette: 'Core', value: GREEN })
const COLORS = [red, leaf]

/** A file that has copies of its own, and uses them; the library has been published since. */
async function openUser(published: SyncTarget, own: SyncTarget) {
  const team = openTeam()
  const library = team.open('Brand library')
  await library.sync(COLORS, { target: published })
  const design = team.open('Landing page', [library.file.publish()])
  await design.sync(COLORS, { target: own })
  const { figma } = design.file
  const shapes = [red, leaf, red].map(() => figma.createRectangle())
  figma.currentPage.name = 'Home'
  return { design, figma, shapes }
}

/** Puts a color of the file's own on a shape. */
async function useOwn({ file }: TeamFile, node: RectangleNode, name: string): Promise<void> {
  const { figma } = file
  const style = (await figma.getLocalPaintStylesAsync()).find((each) => each.name.endsWith(name))
  if (style !== undefined) return node.setFillStyleIdAsync(style.id)
  node.fills = [await boundTo(file, name)]
}

async function boundTo({ figma }: TeamFile['file'], name: string): Promise<SolidPaint> {
  const all = await figma.variables.getLocalVariablesAsync('COLOR')
  const variable = all.find((each) => each.name.endsWith(name))
  if (variable === undefined) throw new Error(`no variable ${name}`)
  const paint = figma.util.solidPaint('#000000')
  return figma.variables.setBoundVariableForPaint(paint, 'color', variable)
}

/** Whether what a layer shows is a library's, by its style or variable. */
async function isFromLibrary({ file }: TeamFile, node: RectangleNode): Promise<boolean> {
  const { figma } = file
  if (node.fillStyleId !== '') {
    return (await figma.getStyleByIdAsync(String(node.fillStyleId)))?.remote === true
  }
  return isRemote(file, node.fills)
}

async function isRemote({ figma }: TeamFile['file'], paints: unknown): Promise<boolean> {
  const [paint] = paints as readonly SolidPaint[]
  const id = paint?.boundVariables?.color?.id ?? ''
  return (await figma.variables.getVariableByIdAsync(id))?.remote === true
}

describe.each([
  ['styles', 'styles'],
  ['variables', 'variables'],
  ['both', 'both'],
  ['variables', 'styles'],
] as const)('moving a file to a library of %s from %s of its own', (published, own) => {
  it('counts first, writes then, in one undo step, and finds nothing to do after that', async () => {
    const { design, figma, shapes } = await openUser(published, own)
    for (const [index, node] of shapes.entries()) {
      await useOwn(design, node, index === 1 ? 'Leaf' : 'Red')
    }
    figma.commitUndo()
    design.file.clearWrites()
    const expected = [
      { color: 0, page: 'Home', layers: 2 },
      { color: 1, page: 'Home', layers: 1 },
    ]
    const counted = await design.move(COLORS, 'count')
    expect(counted.moved).toEqual(expected)
    expect(design.file.writes()).toEqual([])
    const steps = design.file.snapshot().undoSteps
    const report = await design.move(COLORS, 'move')
    expect(report.moved).toEqual(expected)
    for (const node of shapes) expect(await isFromLibrary(design, node)).toBe(true)
    expect(design.file.snapshot().undoSteps).toBe(steps + 1)
    design.file.clearWrites()
    expect((await design.move(COLORS, 'move')).moved).toEqual([])
    expect(design.file.writes()).toEqual([])
    design.file.undo()
    for (const node of shapes) expect(await isFromLibrary(design, node)).toBe(false)
  })

  it('deletes what nothing uses any more only where that is asked for', async () => {
    const { design, shapes } = await openUser(published, own)
    const [node] = shapes
    if (node === undefined) throw new Error('no shape')
    await useOwn(design, node, 'Red')
    const { unused } = await design.move(COLORS, 'move')
    expect(unused).toBe(own === 'both' ? 4 : 2)
    await design.move(COLORS, 'remove')
    const { paintStyles, collections } = design.file.snapshot()
    expect(paintStyles.filter(({ remote }) => !remote)).toEqual([])
    const local = collections.filter(({ remote }) => !remote)
    expect(local.flatMap(({ variables }) => variables)).toEqual([])
    expect(await isFromLibrary(design, node)).toBe(true)
  })
})

describe('moving to a library', () => {
  it('takes a color for unused once an instance has followed its component', async () => {
    const { design, figma } = await openUser('styles', 'styles')
    const component = figma.createComponent()
    const shape = figma.createRectangle()
    component.appendChild(shape)
    await useOwn(design, shape, 'Red')
    component.createInstance()
    expect(await design.move(COLORS, 'count')).toMatchObject({ unused: 2 })
    expect(await design.move(COLORS, 'move')).toMatchObject({ unused: 2 })
    await design.move(COLORS, 'remove')
    const names = (await figma.getLocalPaintStylesAsync()).map(({ name }) => name)
    expect(names.filter((name) => /Red|Leaf/.test(name))).toEqual([])
  })

  it('reaches parts of texts, gradients, strokes, shadows and aliases', async () => {
    const { design, figma, shapes } = await openUser('variables', 'variables')
    const bound = await boundTo(design.file, 'Red')
    const own = bound.boundVariables?.color
    if (own === undefined) throw new Error('not bound')
    await figma.loadFontAsync({ family: 'Inter', style: 'Regular' })
    const text = figma.createText()
    text.characters = 'Brand colors'
    text.setRangeFills(0, 5, [bound])
    const [shape] = shapes
    if (shape === undefined) throw new Error('no shape')
    shape.strokes = [{ ...bound, opacity: 0.5, blendMode: 'MULTIPLY', visible: false }]
    const stop = (position: number) => ({
      ...{ position, color: BLUE, boundVariables: { color: own } },
    })
    const [, other] = shapes
    if (other === undefined) throw new Error('no shape')
    other.fills = [
      {
        type: 'GRADIENT_LINEAR',
        gradientTransform: [
          [1, 0, 0],
          [0, 1, 0],
        ],
        gradientStops: [stop(0), { position: 1, color: BLUE }],
      },
    ]
    other.effects = [
      {
        ...{ type: 'DROP_SHADOW', color: RED, offset: { x: 0, y: 4 }, radius: 8, visible: true },
        ...{ blendMode: 'NORMAL', boundVariables: { color: own } },
      },
      { type: 'LAYER_BLUR', blurType: 'NORMAL', radius: 2, visible: true },
    ]
    const alias = figma.variables.createVariable(
      'Button',
      figma.variables.createVariableCollection('Theme'),
      'COLOR',
    )
    const [mode = ''] = Object.keys(alias.valuesByMode)
    alias.setValueForMode(mode, own)
    const { moved } = await design.move(COLORS, 'remove')
    expect(moved).toEqual([{ color: 0, page: 'Home', layers: 3 }])
    const isRemoteId = async (id = ''): Promise<boolean> =>
      (await figma.variables.getVariableByIdAsync(id))?.remote === true
    const [gradient] = other.fills as readonly GradientPaint[]
    expect(await isRemoteId(gradient?.gradientStops[0]?.boundVariables?.color?.id)).toBe(true)
    const [shadow, blur] = other.effects as readonly DropShadowEffect[]
    expect(await isRemoteId(shadow?.boundVariables?.color?.id)).toBe(true)
    expect(shadow).toMatchObject({ radius: 8, offset: { x: 0, y: 4 } })
    expect(blur).toMatchObject({ type: 'LAYER_BLUR', radius: 2 })
    expect(await isRemote(design.file, text.getRangeFills(0, 5))).toBe(true)
    expect(await isRemote(design.file, shape.strokes)).toBe(true)
    expect(shape.strokes).toMatchObject([{ opacity: 0.5, blendMode: 'MULTIPLY', visible: false }])
    const { id } = alias.valuesByMode[mode] as VariableAlias
    expect((await figma.variables.getVariableByIdAsync(id))?.remote).toBe(true)
    expect(await figma.variables.getLocalVariablesAsync('COLOR')).toHaveLength(1)
  })

  it('leaves locked layers, lists them, and keeps what they use', async () => {
    for (const target of ['styles', 'variables'] as const) {
      const { design, shapes } = await openUser(target, target)
      for (const node of shapes) await useOwn(design, node, 'Red')
      const [first] = shapes
      if (first === undefined) throw new Error('no shape')
      first.locked = true
      const report = await design.move(COLORS, 'remove')
      expect(report).toMatchObject({
        locked: [{ id: first.id, name: first.name, page: 'Home' }],
        moved: [{ color: 0, layers: 2 }],
      })
      expect(await isFromLibrary(design, first)).toBe(false)
      expect(report.unused).toBe(1)
    }
  })

  it('binds plain colors that equal one of the brand where that is wanted', async () => {
    const { design, figma, shapes } = await openUser('variables', 'variables')
    const [first, second] = shapes
    if (first === undefined || second === undefined) throw new Error('no shapes')
    first.fills = [{ ...figma.util.solidPaint('#ff0000'), opacity: 0.5 }]
    second.fills = [figma.util.solidPaint('#fe0101')]
    expect((await design.move(COLORS, 'move')).moved).toEqual([])
    const report = await design.move(COLORS, 'move', { plain: true })
    expect(report).toMatchObject({ moved: [{ color: 0, page: 'Home', layers: 1 }] })
    expect(await isFromLibrary(design, first)).toBe(true)
    expect(first.fills).toMatchObject([{ opacity: 0.5 }])
  })

  it('is left whole by a cancel, and gone on with by the next run', async () => {
    const { design, shapes } = await openUser('styles', 'styles')
    for (const node of shapes) await useOwn(design, node, 'Red')
    let left = 2
    const job = {
      get cancelled() {
        return --left < 0
      },
      progress: () => undefined,
    }
    expect((await design.move(COLORS, 'move', { job })).cancelled).toBe(true)
    expect((await design.move(COLORS, 'move')).cancelled).toBe(false)
    for (const node of shapes) expect(await isFromLibrary(design, node)).toBe(true)
  })

  it('loses no more than a style that somebody deletes meanwhile', async () => {
    const { design, figma, shapes } = await openUser('styles', 'styles')
    const [first, second] = shapes
    if (first === undefined || second === undefined) throw new Error('no shapes')
    await useOwn(design, first, 'Red')
    await useOwn(design, second, 'Leaf')
    const [one, other] = await figma.getLocalPaintStylesAsync()
    for (const victim of [other, one]) {
      const job = meanwhile(() => victim?.remove())
      const report = await design.move(COLORS, 'move', { job })
      expect(report).toMatchObject({ cancelled: false })
    }
    expect(await isFromLibrary(design, first)).toBe(true)
  })

  it('writes nothing where the library cannot be reached', async () => {
    const { design, shapes } = await openUser('variables', 'variables')
    for (const node of shapes) await useOwn(design, node, 'Red')
    design.file.clearWrites()
    for (let k = 1; k <= 3; k++) {
      const fresh = design
      fresh.file.failLibraryRequests(k)
      await expect(fresh.move(COLORS, 'move')).rejects.toMatchObject({ kind: 'library' })
      expect(design.file.writes()).toEqual([])
      design.file.failLibraryRequests(Infinity)
      break
    }
    expect((await design.move(COLORS, 'move')).moved).toHaveLength(1)
  })

  it('leaves a style that a person has made a gradient, where the library has a variable', async () => {
    const { design, figma, shapes } = await openUser('variables', 'styles')
    const [first] = shapes
    if (first === undefined) throw new Error('no shape')
    await useOwn(design, first, 'Red')
    const style = await figma.getStyleByIdAsync(String(first.fillStyleId))
    if (style?.type !== 'PAINT') throw new Error('no style')
    style.paints = [
      {
        type: 'GRADIENT_LINEAR',
        gradientTransform: [
          [1, 0, 0],
          [0, 1, 0],
        ],
        gradientStops: [
          { position: 0, color: RED },
          { position: 1, color: BLUE },
        ],
      },
    ]
    expect((await design.move(COLORS, 'remove')).moved).toEqual([])
    expect(first.fillStyleId).toBe(style.id)
  })

  it('leaves what the library lacks', async () => {
    const { design, shapes } = await openUser('variables', 'variables')
    const blue = brandColor({ id: '3', name: 'Blue', palette: 'Core', value: BLUE })
    await design.sync([...COLORS, blue], { target: 'variables' })
    const [first] = shapes
    if (first === undefined) throw new Error('no shape')
    await useOwn(design, first, 'Blue')
    expect((await design.move([...COLORS, blue], 'remove')).moved).toEqual([])
    expect(await isFromLibrary(design, first)).toBe(false)
  })
})
