import { describe, expect, it } from 'vitest'
import { readProvenance } from '../../../plugin/placement/provenance.ts'
import { boxOf, NEXT, openPlaced, replaceBy } from './open-placed.ts'
import { LOGO, png, svg } from './samples.ts'

const BOX = { x: 30, y: 40, width: 120, height: 80 }

describe('an update in place', () => {
  it.each([
    ['picture by picture', png(60, 40, 1), png(90, 90, 2)],
    ['vectors by vectors', svg(60, 40), svg(90, 90)],
    ['vectors by a picture', svg(60, 40), png(90, 90)],
    ['a picture by vectors', png(60, 40), svg(90, 90)],
  ])('of %s keeps box, place and constraints, and marks the new version', async (_, old, next) => {
    const { frame, update, now } = await openPlaced(old)
    await update(next)
    expect(frame.children).toHaveLength(2)
    expect(boxOf(now())).toEqual(BOX)
    expect(now().constraints).toEqual({ horizontal: 'MAX', vertical: 'SCALE' })
    expect(readProvenance(now())).toEqual(NEXT)
    expect(now().getRelaunchData()).toEqual({ 'update-assets': '', open: '' })
    expect(now().name).toBe('Acme logo 2026')
  })

  it('keeps the layer itself, except where a picture becomes vectors', async () => {
    for (const [old, next] of [
      [png(60, 40), png(60, 40, 9)],
      [svg(60, 40), svg(60, 40, '#00f')],
      [svg(60, 40), png(60, 40)],
    ] as const) {
      const { node, update, now } = await openPlaced(old)
      await update(next)
      expect(now().id).toBe(node.id)
    }
  })

  it('of a picture swaps only the image, with its crop and what lies over it', async () => {
    const { node, update, now } = await openPlaced(png(60, 40, 1))
    const [image] = node.fills as readonly Paint[]
    if (image?.type !== 'IMAGE') throw new Error('no image')
    const crop: Transform = [
      [0.5, 0, 0.1],
      [0, 0.5, 0.2],
    ]
    const veil: Paint = { type: 'SOLID', color: { r: 0, g: 0, b: 0 }, opacity: 0.2 }
    node.fills = [{ ...image, scaleMode: 'CROP', imageTransform: crop, opacity: 0.9 }, veil]
    const before = node.fills
    await update(png(60, 40, 2))
    const after = now().fills as readonly Paint[]
    const [shown] = after
    if (shown?.type !== 'IMAGE') throw new Error('no image')
    expect(shown.imageHash).not.toBe(image.imageHash)
    expect([{ ...shown, imageHash: image.imageHash }, after[1]]).toEqual(before)
  })

  it('of vectors shows only the new ones, fitted undistorted into the middle', async () => {
    const { update, now } = await openPlaced(svg(60, 40))
    await update(svg(10, 10, '#00f'))
    const node = now()
    if (node.type !== 'FRAME') throw new Error('no frame')
    expect(node.children.map(boxOf)).toEqual([{ x: 20, y: 0, width: 80, height: 80 }])
  })

  it('of vectors by a picture leaves no vectors, and back again no picture', async () => {
    const { update, now } = await openPlaced(svg(60, 40))
    await update(png(60, 40))
    expect(now()).toMatchObject({ children: [], fills: [{ type: 'IMAGE', scaleMode: 'FIT' }] })
    await update(svg(60, 40))
    expect(now()).toMatchObject({ children: [{ type: 'VECTOR' }], fills: [] })
  })

  it('keeps all that the layer was given by hand also where it is another one', async () => {
    const given = {
      rotation: 30,
      opacity: 0.5,
      blendMode: 'MULTIPLY',
      effects: [{ type: 'LAYER_BLUR', blurType: 'NORMAL', radius: 3, visible: true }],
      exportSettings: [{ format: 'PNG' }],
      visible: false,
      x: 30,
      y: 40,
    } as const
    const { node, update, now } = await openPlaced(png(60, 40))
    Object.assign(node, given)
    await update(svg(60, 40))
    expect(now().id).not.toBe(node.id)
    const { rotation, opacity, blendMode, effects, exportSettings, visible, x, y } = now()
    const carried = { rotation, opacity, blendMode, effects, exportSettings, visible, x, y }
    expect(carried).toEqual(given)
  })

  it('keeps what auto layout was told of the layer also where it is another one', async () => {
    const ways = [
      { layoutPositioning: 'ABSOLUTE' },
      { layoutGrow: 1 },
      { layoutAlign: 'STRETCH' },
    ] as const
    for (const way of ways) {
      const { frame, node, update, now } = await openPlaced(png(60, 40))
      frame.layoutMode = 'HORIZONTAL'
      frame.resize(400, 400)
      Object.assign(node, way)
      const before = boxOf(node)
      await update(svg(60, 40))
      expect(now().id).not.toBe(node.id)
      expect(now()).toMatchObject(way)
      expect(boxOf(now())).toEqual(before)
    }
  })

  it('keeps a name that someone gave by hand', async () => {
    const { node, update, now } = await openPlaced(svg(60, 40))
    node.name = 'Header mark'
    await update(svg(60, 40))
    expect(now().name).toBe('Header mark')
  })

  it('lets the selection follow where the layer is another one', async () => {
    const { file, node, update, now } = await openPlaced(png(60, 40))
    file.select([node.id])
    await update(svg(60, 40))
    expect(now().id).not.toBe(node.id)
    expect(file.snapshot().selection).toEqual([now().id])
  })

  it('keeps the cells of a grid also where the layer is another one', async () => {
    const { frame, node, update, now } = await openPlaced(png(60, 40))
    frame.layoutMode = 'GRID'
    frame.gridColumnCount = 2
    frame.gridRowCount = 2
    const [, rest] = frame.children
    if (node.type !== 'RECTANGLE' || rest?.type !== 'RECTANGLE') throw new Error('not placed')
    node.setGridChildPosition(1, 1)
    rest.setGridChildPosition(0, 0)
    node.setGridChildPosition(1, 0)
    node.gridColumnSpan = 2
    node.gridChildHorizontalAlign = 'CENTER'
    rest.gridColumnSpan = 2
    await update(svg(60, 40))
    expect(now().id).not.toBe(node.id)
    expect(now()).toMatchObject({
      gridRowAnchorIndex: 1,
      gridColumnAnchorIndex: 0,
      gridRowSpan: 1,
      gridColumnSpan: 2,
      gridChildHorizontalAlign: 'CENTER',
    })
    expect(frame.gridRowCount).toBe(2)
  })

  it('leaves nothing behind on the page', async () => {
    const { figma, frame, update } = await openPlaced(svg(60, 40))
    await update(svg(90, 90))
    expect(figma.currentPage.children.map(({ id }) => id)).toEqual([frame.id])
  })
})

describe('an update that cannot be', () => {
  it('of a layer that is gone writes nothing', async () => {
    const { file, figma, node } = await openPlaced(png(60, 40))
    file.edit({ type: 'remove-node', id: node.id })
    file.clearWrites()
    await expect(replaceBy(figma, node.id, png(60, 40))).rejects.toMatchObject({ kind: 'gone' })
    expect(file.writes()).toEqual([])
  })

  it('inside an instance writes nothing and names the component', async () => {
    const { file, figma, node } = await openPlaced(png(60, 40))
    const component = figma.createComponent()
    component.appendChild(node)
    const part = component.createInstance().children[0]
    file.clearWrites()
    await expect(replaceBy(figma, part?.id ?? '', png(60, 40))).rejects.toMatchObject({
      kind: 'in-instance',
      message: expect.stringContaining('main component') as string,
    })
    expect(file.writes()).toEqual([])
  })

  it.each([
    ['image-refused', png(5000, 10)],
    ['svg-refused', { type: 'vector', svg: 'no' } as const],
  ])('for its content writes nothing: %s', async (kind, content) => {
    const { file, update, now } = await openPlaced(png(60, 40))
    file.clearWrites()
    await expect(update(content)).rejects.toMatchObject({ kind })
    expect(file.writes()).toEqual([])
    expect(readProvenance(now())).toEqual(LOGO)
  })
})

/** What the layer is, as far as an update may change it. */
function stateOf(node: SceneNode) {
  return {
    type: node.type,
    name: node.name,
    box: boxOf(node),
    fills: 'fills' in node ? node.fills : [],
    children: 'children' in node ? node.children.map((child) => [child.type, boxOf(child)]) : [],
    provenance: node.getSharedPluginData('cliquify', 'asset'),
    relaunch: node.getRelaunchData(),
  }
}

describe.each([
  ['picture by picture', png(60, 40, 1), png(90, 90, 2)],
  ['vectors by vectors', svg(60, 40), svg(90, 90, '#00f')],
  ['vectors by a picture', svg(60, 40), png(90, 90)],
  ['a picture by vectors', png(60, 40), svg(90, 90)],
])('an update of %s that fails', (_, old, next) => {
  it('at any write leaves the layer just as it was, and nothing else behind', async () => {
    const counted = await openPlaced(old)
    counted.file.clearWrites()
    await counted.update(next)
    const writes = counted.file.writes().length
    const after = stateOf(counted.now())
    expect(writes).toBeGreaterThan(3)
    for (let k = 1; k <= writes; k++) {
      const { file, figma, frame, node, update, now } = await openPlaced(old)
      const before = stateOf(node)
      file.failWrite(k)
      const failed = await update(next).then(
        () => false,
        () => true,
      )
      expect(failed, `write ${String(k)}`).toBe(true)
      expect(now().id).toBe(node.id)
      expect(stateOf(now()), `write ${String(k)}`).toEqual(before)
      expect(frame.children).toHaveLength(2)
      expect(figma.currentPage.children.map(({ id }) => id)).toEqual([frame.id])
      await update(next)
      expect(stateOf(now())).toEqual(after)
      file.dispose()
    }
  })
})
