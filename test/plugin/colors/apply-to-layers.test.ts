import { describe, expect, it } from 'vitest'
import { srgbToDisplayP3 } from '../../../shared/color.ts'
import { LEFT_ALONE, openLayers } from './open-layers.ts'
import { BLUE, brandColor, GREEN, RED } from './samples.ts'

const leaf = brandColor({ id: '2', name: 'Leaf', value: { ...GREEN, a: 0.5 } })

describe('a color without a style', () => {
  it('becomes the only fill of each selected layer, its alpha the opacity, one write a layer', async () => {
    const { figma, apply, select, layer, ops } = openLayers()
    const [one = '', other = ''] = select(figma.createRectangle(), figma.createText())
    expect(await apply(leaf)).toEqual({ ...LEFT_ALONE, layers: 2 })
    for (const id of [one, other]) {
      expect(layer(id).fills).toMatchObject([
        { type: 'SOLID', color: { r: 0, g: 1, b: 0 }, opacity: 0.5 },
      ])
    }
    expect(ops()).toEqual([
      ['set fills', one],
      ['set fills', other],
    ])
  })

  it('becomes the stroke instead, and leaves the fill', async () => {
    const { figma, apply, select, layer, ops } = openLayers()
    const shape = figma.createRectangle()
    shape.fills = [figma.util.solidPaint('#0000FF')]
    const [id = ''] = select(shape)
    await apply(leaf, 'stroke')
    expect(layer(id).strokes).toMatchObject([{ color: { r: 0, g: 1, b: 0 }, opacity: 0.5 }])
    expect(layer(id).fills).toMatchObject([{ color: { r: 0, g: 0, b: 1 } }])
    expect(ops()).toEqual([['set strokes', id]])
  })

  it('looks the same in a Display P3 document', async () => {
    const { figma, apply, select, layer } = openLayers({ colorProfile: 'DISPLAY_P3' })
    const [id = ''] = select(figma.createRectangle())
    await apply(brandColor({ id: '1', value: RED }))
    const [paint] = layer(id).fills
    const { r, g, b } = srgbToDisplayP3(RED)
    expect(paint?.color?.r).toBeCloseTo(r, 5)
    expect(paint?.color?.g).toBeCloseTo(g, 5)
    expect(paint?.color?.b).toBeCloseTo(b, 5)
  })

  it('goes onto instances and what is in them', async () => {
    const { figma, apply, select, layer } = openLayers()
    const component = figma.createComponent()
    component.appendChild(figma.createRectangle())
    const instance = component.createInstance()
    const [inner] = instance.children
    if (inner === undefined) throw new Error('empty instance')
    const ids = select(instance, inner)
    expect(await apply(leaf)).toMatchObject({ layers: 2 })
    for (const id of ids) expect(layer(id).fills).toMatchObject([{ color: { g: 1 } }])
  })

  it('becomes a gradient paint where it is a gradient', async () => {
    const { figma, apply, select, layer } = openLayers()
    const stops = [
      { position: 0, color: RED },
      { position: 1, color: BLUE },
    ]
    const [id = ''] = select(figma.createRectangle())
    await apply({ ...leaf, gradient: { type: 'linear', angle: 90, stops } })
    expect(layer(id).fills).toMatchObject([{ type: 'GRADIENT_LINEAR' }])
  })
})

describe('a selection that cannot take it', () => {
  it('is left without a write or an undo step where nothing is selected', async () => {
    const { file, apply, select, ops } = openLayers()
    select()
    const before = file.snapshot().undoSteps
    expect(await apply(leaf)).toEqual(LEFT_ALONE)
    expect(ops()).toEqual([])
    expect(file.snapshot().undoSteps).toBe(before)
  })

  it('is left where it is locked, or in something that is', async () => {
    const { figma, apply, select, ops } = openLayers()
    const shape = figma.createRectangle()
    shape.locked = true
    const frame = figma.createFrame()
    const inner = figma.createRectangle()
    frame.appendChild(inner)
    frame.locked = true
    select(shape, inner)
    expect(await apply(leaf)).toEqual({ ...LEFT_ALONE, locked: 2 })
    expect(ops()).toEqual([])
  })

  it('is counted beside what could', async () => {
    const { figma, apply, select } = openLayers()
    const group = figma.group([figma.createRectangle()], figma.currentPage)
    const locked = figma.createRectangle()
    locked.locked = true
    select(group, locked, figma.createRectangle())
    expect(await apply(leaf)).toEqual({ ...LEFT_ALONE, layers: 1, locked: 1, unable: 1 })
  })
})

describe('applying', () => {
  it('is one undo step', async () => {
    const { file, figma, apply, select, layer } = openLayers()
    const ids = select(figma.createRectangle(), figma.createRectangle())
    const before = ids.map((id) => layer(id).fills)
    await apply(leaf)
    figma.createRectangle()
    file.undo()
    expect(ids.map((id) => layer(id).fills[0]?.color?.g)).toEqual([1, 1])
    file.undo()
    expect(ids.map((id) => layer(id).fills)).toEqual(before)
  })

  it('goes on where Figma refuses one layer', async () => {
    const { file, figma, apply, select } = openLayers()
    select(figma.createRectangle(), figma.createRectangle())
    file.failWrite(1)
    expect(await apply(leaf)).toMatchObject({ layers: 1, unable: 1 })
  })

  it('fails in plain words where Figma refuses all', async () => {
    const { file, figma, apply, select } = openLayers()
    select(figma.createRectangle())
    file.failWrite(1)
    await expect(apply(leaf)).rejects.toMatchObject({
      kind: 'use-failed',
      message: expect.stringContaining('“Leaf”') as string,
    })
  })
})

describe.each(['figjam', 'slides', 'buzz'] as const)('in %s', (editor) => {
  it('a color is applied as a paint, also where a style is linked to it', async () => {
    const { file, figma, apply, sync, select, layer } = openLayers()
    await sync(leaf)
    const [id = ''] = select(figma.createRectangle())
    file.setEditor(editor)
    expect(await apply(leaf)).toEqual({ ...LEFT_ALONE, layers: 1 })
    await apply(leaf, 'stroke')
    expect(layer(id)).toMatchObject({
      fillStyleId: '',
      fills: [{ color: { r: 0, g: 1, b: 0 }, opacity: 0.5 }],
      strokes: [{ color: { r: 0, g: 1, b: 0 }, opacity: 0.5 }],
    })
  })
})
