import { describe, expect, it } from 'vitest'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { drop, find, frameAt, open } from './open-placement.ts'
import { LOGO, png, svg } from './samples.ts'

describe('a click', () => {
  it('places a picture at the centre of the view in its own size, selected and marked', async () => {
    const { file, put } = open()
    const placed = await put(png(200, 100))
    const node = find(file, placed.nodeId)
    expect(placed.parentName).toBe('Page 1')
    expect(node).toMatchObject({
      type: 'RECTANGLE',
      name: 'Acme logo',
      absoluteX: 900,
      absoluteY: 450,
      width: 200,
      height: 100,
      relaunchData: { 'update-assets': '', open: '' },
    })
    expect(node.fills).toMatchObject([{ type: 'IMAGE', scaleMode: 'FILL' }])
    expect(JSON.parse(node.sharedPluginData['cliquify']?.['asset'] ?? '')).toEqual(LOGO)
    expect(file.snapshot().selection).toEqual([placed.nodeId])
    expect(file.snapshot().viewport).toEqual({ x: 1000, y: 500, zoom: 1 })
  })

  it('keeps the bytes of the picture as they are', async () => {
    const { file, put } = open()
    const content = png(20, 10)
    const { nodeId } = await put(content)
    const hash = find(file, nodeId).fills[0]?.imageHash ?? ''
    expect(file.imageBytes(hash)).toEqual(content.type === 'image' ? content.bytes : null)
  })

  it('places an SVG as vectors', async () => {
    const { file, put } = open()
    const { nodeId } = await put(svg(60, 40))
    expect(find(file, nodeId)).toMatchObject({
      type: 'FRAME',
      name: 'Acme logo',
      absoluteX: 970,
      absoluteY: 480,
      width: 60,
      height: 40,
      children: [{ type: 'VECTOR' }],
    })
  })

  it('is one undo step', async () => {
    const { file, figma, put } = open()
    figma.createRectangle()
    await put(png(20, 10))
    figma.createRectangle()
    file.undo()
    file.undo()
    expect(file.snapshot().pages[0]?.children).toHaveLength(1)
  })

  it.each([
    ['a picture', png(4000, 1000)],
    ['vectors', svg(4000, 1000)],
  ])('places %s in its own size, however little of it the view holds', async (_, content) => {
    const { file, figma, put } = open()
    for (const zoom of [1, 6.22, 0.1]) {
      figma.viewport.zoom = zoom
      const { nodeId } = await put(content)
      const node = find(file, nodeId)
      expect(node).toMatchObject({ width: 4000, height: 1000 })
      expect(Number.isInteger(node.absoluteX) && Number.isInteger(node.absoluteY)).toBe(true)
      expect(file.snapshot().viewport.zoom).toBeCloseTo(zoom)
    }
  })

  it('finds free space to the right of what is there, and scrolls to it without a zoom', async () => {
    const { file, figma, put } = open()
    frameAt(figma, 800, 300, 500, 400)
    frameAt(figma, 1310.5, 480, 200, 20)
    const hidden = frameAt(figma, 1520, 400, 500, 400)
    hidden.visible = false
    const { nodeId } = await put(png(100, 50))
    expect(find(file, nodeId)).toMatchObject({ absoluteX: 1527, absoluteY: 475 })
    expect(file.snapshot().viewport).toEqual({ x: 1577, y: 500, zoom: 1 })
  })

  it.each([
    ['a picture', png(100, 40)],
    ['vectors', svg(100, 40)],
  ])('puts %s beside the last one instead of on top', async (_, content) => {
    const { file, put } = open()
    const boxes = []
    for (let count = 0; count < 3; count++) {
      const { absoluteX, absoluteY } = find(file, (await put(content)).nodeId)
      boxes.push([absoluteX, absoluteY])
    }
    expect(boxes).toEqual([
      [950, 480],
      [1066, 480],
      [1182, 480],
    ])
  })

  it('puts what comes after a drop beside the first, from the same point on', async () => {
    const { file, figma, put } = open()
    const at = drop(figma.currentPage, 300, 200)
    if (at.type !== 'drop') throw new Error('no drop')
    const spots = [at, { ...at, type: 'after-drop' as const }, at]
    const boxes = []
    for (const spot of spots) {
      const { absoluteX, absoluteY } = find(file, (await put(png(100, 40), spot)).nodeId)
      boxes.push([absoluteX, absoluteY])
    }
    expect(boxes).toEqual([
      [250, 180],
      [366, 180],
      [250, 180],
    ])
  })

  it('scrolls to what ended up out of the view', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 5000, 5000, 300, 300)
    file.select([frame.id])
    const { nodeId } = await put(png(100, 100))
    expect(find(file, nodeId)).toMatchObject({ absoluteX: 5100, absoluteY: 5100 })
    expect(file.snapshot().viewport).toMatchObject({ x: 5150, y: 5150 })
  })
})

describe('a click with a frame selected', () => {
  it('places in its centre, no larger than the frame', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 900, 400, 200, 100)
    file.select([frame.id])
    const placed = await put(png(400, 100))
    expect(placed.parentName).toBe('Card')
    expect(find(file, frame.id).children).toMatchObject([
      { id: placed.nodeId, x: 0, y: 25, width: 200, height: 50 },
    ])
  })

  it('goes on in that frame, though what was placed is selected then', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 900, 400, 400, 100)
    file.select([frame.id])
    await put(svg(50, 50))
    await put(svg(50, 50))
    expect(find(file, frame.id).children).toMatchObject([
      { x: 175, y: 25 },
      { x: 241, y: 25 },
    ])
  })

  it('steps down and right where the frame has no room beside', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 900, 400, 100, 100)
    file.select([frame.id])
    await put(png(100, 100, 1))
    await put(png(100, 100, 2))
    expect(find(file, frame.id).children).toMatchObject([
      { x: 0, y: 0 },
      { x: 16, y: 16 },
    ])
  })

  it('appends in auto layout, which does the rest', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 900, 400, 300, 100)
    frame.layoutMode = 'HORIZONTAL'
    frame.itemSpacing = 10
    frame.appendChild(figma.createRectangle())
    file.select([frame.id])
    const { nodeId } = await put(png(50, 50))
    expect(find(file, frame.id).children).toMatchObject([{ x: 0 }, { id: nodeId, x: 110 }])
  })

  it('grows a frame that hugs, but not a fixed one', async () => {
    const { file, figma, put } = open()
    const hugging = frameAt(figma, 0, 0, 10, 10)
    hugging.layoutMode = 'VERTICAL'
    file.select([hugging.id])
    expect(find(file, (await put(png(1600, 100))).nodeId)).toMatchObject({ width: 1600 })

    const fixed = frameAt(figma, 0, 0, 120, 120)
    fixed.layoutMode = 'VERTICAL'
    fixed.counterAxisSizingMode = 'FIXED'
    fixed.resize(120, 120)
    fixed.paddingLeft = fixed.paddingRight = 10
    file.select([fixed.id])
    expect(find(file, (await put(png(1600, 100))).nodeId)).toMatchObject({ width: 100 })
  })

  it('goes into sections and components too', async () => {
    const { file, figma, put } = open()
    for (const holder of [figma.createSection(), figma.createComponent()]) {
      file.select([holder.id])
      const { nodeId } = await put(png(10, 10))
      expect(find(file, holder.id).children.map(({ id }) => id)).toEqual([nodeId])
    }
  })

  it('goes to the page where the frame is locked, and says so', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 900, 400, 200, 100)
    frame.locked = true
    file.select([frame.id])
    const obstacle = { name: 'Card', why: 'locked' }
    expect(await put(png(10, 10))).toMatchObject({ parentName: 'Page 1', obstacle })
  })

  it('goes to the view where several are selected, or what holds nothing', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 0, 0, 200, 100)
    const shape = figma.createRectangle()
    file.select([frame.id, shape.id])
    expect((await put(png(10, 10))).parentName).toBe('Page 1')
    file.select([shape.id])
    expect((await put(png(10, 10))).parentName).toBe('Page 1')
  })
})

describe('where nothing may be added', () => {
  it('goes beside a selected instance, and says so', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 900, 400, 400, 200)
    const component = figma.createComponent()
    component.name = 'Badge'
    const instance = component.createInstance()
    frame.appendChild(instance)
    file.select([instance.id])
    const placed = await put(png(10, 10))
    expect(placed.parentName).toBe('Card')
    expect(placed.obstacle).toEqual({ name: 'Badge', why: 'instance' })
  })

  it('goes around a hidden frame, and says so of several', async () => {
    const { file, figma, putAll } = open()
    const frame = frameAt(figma, 900, 400, 400, 200)
    frame.visible = false
    file.select([frame.id])
    const placed = await putAll([png(10, 10, 1), png(10, 10, 2)])
    const obstacle = { name: 'Card', why: 'hidden' }
    expect(placed).toMatchObject({ parentName: 'Page 1', obstacle })
  })

  it('still goes into a frame whose fill came from Cliquify', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 900, 400, 400, 200)
    writeProvenance(frame, { ...LOGO, fill: true })
    file.select([frame.id])
    expect((await put(png(10, 10))).parentName).toBe('Card')
  })
})
