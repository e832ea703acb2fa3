import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../shared/channel.ts'
import type { Content, DropPoint, PlacementItem, PlacementSpot } from '../../../shared/protocol.ts'
import { place } from '../../../plugin/placement/place.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { createPreviews } from '../../../plugin/placement/previews.ts'
import type { HostEvent, NodeSnapshot } from '../../figma/host-api.ts'
import { openFile, type FileOptions, type OpenFile } from '../../figma/file.ts'
import { LOGO, png, svg } from './samples.ts'

const VIEW: PlacementSpot = { type: 'view' }

function open(options: FileOptions = {}) {
  const file = openFile(options)
  file.setViewport({ x: 1000, y: 500, zoom: 1, width: 800, height: 600 })
  const notices: string[] = []
  file.onEvent((event: HostEvent) => {
    if (event.type === 'notify') notices.push(event.message)
  })
  const previews = createPreviews(file.figma)
  const send = (items: readonly PlacementItem[], at: PlacementSpot) =>
    place(file.figma, previews, { items, at })
  /** Several as they are. */
  const putAll = async (contents: readonly Content[], at = VIEW) => {
    const items = contents.map((content) => ({ content, provenance: LOGO, size: null }))
    const placed = await send(items, at)
    if (placed.outcome === 'refused') throw new Refused(placed.refusals[0]?.failure)
    return placed
  }
  const put = async (content: Content, at = VIEW) => {
    const { nodeIds, parentName, note } = await putAll([content], at)
    return { nodeId: nodeIds[0] ?? '', parentName, note }
  }
  return { file, figma: file.figma, put, putAll, send, notices }
}

class Refused extends Error {
  readonly code: string | undefined
  constructor(failure: Failure | undefined) {
    super(failure?.message)
    this.code = failure?.code
  }
}

function find(file: OpenFile, id: string): NodeSnapshot {
  const search = (nodes: readonly NodeSnapshot[]): NodeSnapshot | undefined => {
    for (const node of nodes) {
      const found = node.id === id ? node : search(node.children)
      if (found !== undefined) return found
    }
    return undefined
  }
  const found = search(file.snapshot().pages)
  if (found === undefined) throw new Error(`no node ${id}`)
  return found
}

function drop(node: BaseNode, x: number, y: number): PlacementSpot {
  const box = 'absoluteTransform' in node ? node.absoluteTransform : null
  const point: DropPoint = {
    nodeId: node.id,
    x: x - (box?.[0][2] ?? 0),
    y: y - (box?.[1][2] ?? 0),
    absoluteX: x,
    absoluteY: y,
  }
  return { type: 'drop', point }
}

function frameAt(figma: PluginAPI, x: number, y: number, width: number, height: number): FrameNode {
  const frame = figma.createFrame()
  frame.name = 'Card'
  frame.resize(width, height)
  frame.x = x
  frame.y = y
  return frame
}

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
  ])('scales %s down so that the view holds it', async (_, content) => {
    const { file, put } = open()
    const { nodeId } = await put(content)
    expect(find(file, nodeId)).toMatchObject({ width: 800, height: 200 })
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

  it('grows a frame that hugs, up to what the view holds, but not a fixed one', async () => {
    const { file, figma, put } = open()
    const hugging = frameAt(figma, 0, 0, 10, 10)
    hugging.layoutMode = 'VERTICAL'
    file.select([hugging.id])
    expect(find(file, (await put(png(1600, 100))).nodeId)).toMatchObject({ width: 800 })

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
    const { file, figma, put, notices } = open()
    const frame = frameAt(figma, 900, 400, 200, 100)
    frame.locked = true
    file.select([frame.id])
    expect((await put(png(10, 10))).parentName).toBe('Page 1')
    expect(notices).toEqual(['“Card” is locked, so it was placed in “Page 1” instead.'])
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

describe('a drop', () => {
  it('puts the centre under the pointer, in the frame under it', async () => {
    const { file, figma, put } = open()
    const outer = frameAt(figma, 100, 100, 600, 400)
    const inner = frameAt(figma, 0, 0, 300, 200)
    outer.appendChild(inner)
    inner.x = 50
    inner.y = 60
    const placed = await put(png(40, 20), drop(inner, 210.5, 190))
    expect(placed.parentName).toBe('Card')
    expect(find(file, inner.id).children).toMatchObject([
      { id: placed.nodeId, x: 40.5, y: 20, absoluteX: 190.5, absoluteY: 180 },
    ])
    expect(file.snapshot().selection).toEqual([placed.nodeId])
  })

  it('stays exactly there, also on top of what was placed before', async () => {
    const { file, figma, put } = open()
    await put(png(40, 20), drop(figma.currentPage, 300, 300))
    const { nodeId } = await put(png(40, 20), drop(figma.currentPage, 300, 300))
    expect(find(file, nodeId)).toMatchObject({ absoluteX: 280, absoluteY: 290 })
  })

  it('does not move the view', async () => {
    const { file, figma, put } = open()
    await put(png(40, 20), drop(figma.currentPage, 9000, 9000))
    expect(file.snapshot().viewport).toEqual({ x: 1000, y: 500, zoom: 1 })
  })

  it('on a shape goes into what holds the shape', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 100, 100, 600, 400)
    const shape = figma.createRectangle()
    frame.appendChild(shape)
    const { nodeId } = await put(png(40, 20), drop(shape, 150, 150))
    expect(find(file, frame.id).children.map(({ id }) => id)).toEqual([shape.id, nodeId])
    expect(find(file, nodeId)).toMatchObject({ absoluteX: 130, absoluteY: 140 })
  })

  it('on a group goes into the frame around the group', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 100, 100, 600, 400)
    const shape = figma.createRectangle()
    frame.appendChild(shape)
    const group = figma.group([shape], frame)
    const { nodeId } = await put(png(40, 20), drop(shape, 150, 150))
    expect(find(file, frame.id).children.map(({ id }) => id)).toEqual([group.id, nodeId])
  })

  it('on an instance goes beside it, and says so', async () => {
    const { figma, put, notices } = open()
    const component = figma.createComponent()
    component.name = 'Badge'
    const instance = component.createInstance()
    const placed = await put(png(40, 20), drop(instance, 50, 50))
    expect(placed.parentName).toBe('Page 1')
    expect(notices).toEqual(['“Badge” is an instance, so it was placed in “Page 1” instead.'])
  })

  it('on placed vectors does not go into them', async () => {
    const { file, figma, put, notices } = open()
    const first = await put(svg(200, 100), drop(figma.currentPage, 300, 300))
    const vectors = await figma.getNodeByIdAsync(first.nodeId)
    if (vectors === null) throw new Error('not placed')
    const second = await put(svg(20, 10), drop(vectors, 300, 300))
    expect(second.parentName).toBe('Page 1')
    expect(find(file, first.nodeId).children).toHaveLength(1)
    expect(notices).toEqual([])
  })

  it.each([
    [910, 0],
    [960, 1],
    [1150, 2],
  ])('at x = %i in a row goes to index %i', async (x, index) => {
    const { file, figma, put } = open()
    const row = frameAt(figma, 900, 400, 10, 10)
    row.layoutMode = 'HORIZONTAL'
    for (let count = 0; count < 2; count++) {
      const shape = figma.createRectangle()
      shape.resize(80, 80)
      row.appendChild(shape)
    }
    const { nodeId } = await put(png(40, 20), drop(row, x, 420))
    expect(find(file, row.id).children.findIndex(({ id }) => id === nodeId)).toBe(index)
  })

  it.each([
    [410, 0],
    [460, 1],
    [650, 2],
  ])('at y = %i in a column goes to index %i', async (y, index) => {
    const { file, figma, put } = open()
    const column = frameAt(figma, 900, 400, 10, 10)
    column.layoutMode = 'VERTICAL'
    for (let count = 0; count < 2; count++) {
      const shape = figma.createRectangle()
      shape.resize(80, 80)
      column.appendChild(shape)
    }
    const { nodeId } = await put(png(40, 20), drop(column, 970, y))
    const { children } = find(file, column.id)
    expect(children.findIndex(({ id }) => id === nodeId)).toBe(index)
    expect(children.map((child) => child.y)).toEqual(
      [
        [0, 20, 100],
        [0, 80, 100],
        [0, 80, 160],
      ][index],
    )
  })

  it('where a row wraps goes to the index under the pointer, in the line under it', async () => {
    for (const [x, y, index] of [
      [910, 410, 0],
      [1040, 410, 2],
      [1090, 405, 2],
      [910, 500, 2],
      [990, 500, 3],
    ] as const) {
      const { file, figma, put } = open()
      const wrapping = frameAt(figma, 900, 400, 200, 300)
      wrapping.layoutMode = 'HORIZONTAL'
      wrapping.layoutWrap = 'WRAP'
      wrapping.counterAxisAlignItems = 'CENTER'
      wrapping.resize(200, 300)
      for (const height of [80, 20, 80]) {
        const shape = figma.createRectangle()
        shape.resize(90, height)
        wrapping.appendChild(shape)
      }
      const { nodeId } = await put(png(40, 20), drop(wrapping, x, y))
      const { children } = find(file, wrapping.id)
      expect(children.findIndex(({ id }) => id === nodeId)).toBe(index)
    }
  })

  it('does not count hidden and absolute layers of a row', async () => {
    const { file, figma, put } = open()
    const row = frameAt(figma, 900, 400, 10, 10)
    row.layoutMode = 'HORIZONTAL'
    const [hidden, absolute, shown] = [1, 2, 3].map(() => figma.createRectangle())
    if (hidden === undefined || absolute === undefined || shown === undefined) throw new Error()
    for (const shape of [hidden, absolute, shown]) row.appendChild(shape)
    hidden.visible = false
    absolute.layoutPositioning = 'ABSOLUTE'
    absolute.x = 40
    const { nodeId } = await put(png(40, 20), drop(row, 910, 420))
    expect(find(file, row.id).children.map(({ id }) => id)).toEqual([
      hidden.id,
      absolute.id,
      nodeId,
      shown.id,
    ])
  })

  it('into a grid takes the free cell under the pointer, and the others the next free ones', async () => {
    const { file, figma, putAll } = open()
    const grid = frameAt(figma, 100, 100, 300, 200)
    grid.layoutMode = 'GRID'
    grid.gridColumnCount = 3
    grid.gridRowCount = 2
    grid.resize(300, 200)
    const taken = figma.createRectangle()
    grid.appendChild(taken)
    const cellsAfter = async (contents: readonly Content[], x: number, y: number) => {
      const { nodeIds } = await putAll(contents, drop(grid, x, y))
      const nodes = await Promise.all(nodeIds.map((id) => figma.getNodeByIdAsync(id)))
      return nodes.map((node) =>
        node?.type === 'RECTANGLE' ? [node.gridRowAnchorIndex, node.gridColumnAnchorIndex] : null,
      )
    }
    expect(await cellsAfter([png(40, 20, 1), png(40, 20, 2)], 350, 250)).toEqual([
      [1, 2],
      [0, 1],
    ])
    expect(await cellsAfter([png(40, 20, 3)], 110, 110)).toEqual([[0, 2]])
    expect(find(file, grid.id).children).toHaveLength(4)
  })

  it('on a mask goes into the frame around the group that it masks', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 100, 100, 600, 400)
    const [mask, masked] = [figma.createEllipse(), figma.createRectangle()]
    frame.appendChild(mask)
    frame.appendChild(masked)
    const group = figma.group([mask, masked], frame)
    for (const under of [mask, masked, group]) {
      const { nodeId } = await put(png(40, 20), drop(under, 150, 150))
      expect(find(file, nodeId)).toMatchObject({ absoluteX: 130, absoluteY: 140 })
      expect(find(file, frame.id).children.map(({ id }) => id)).toContain(nodeId)
    }
    expect(find(file, group.id).children).toHaveLength(2)
  })

  it('on a variant goes into it, and on the set of variants beside it, which is said', async () => {
    const { file, figma, put, notices } = open()
    const frame = frameAt(figma, 100, 100, 600, 400)
    const variants = [figma.createComponent(), figma.createComponent()]
    for (const variant of variants) frame.appendChild(variant)
    const set = figma.combineAsVariants(variants, frame)
    set.name = 'Badge'
    const [first] = variants
    if (first === undefined) throw new Error('no variant')
    const inside = await put(png(40, 20), drop(first, 150, 150))
    expect(find(file, first.id).children).toMatchObject([{ id: inside.nodeId, x: 30, y: 40 }])
    expect(notices).toEqual([])
    const beside = await put(png(40, 20), drop(set, 150, 150))
    expect(find(file, frame.id).children.map(({ id }) => id)).toEqual([set.id, beside.nodeId])
    expect(notices).toEqual(['“Badge” holds only variants, so it was placed in “Card” instead.'])
  })

  it('into a section goes to the point of it', async () => {
    const { file, figma, put } = open()
    const section = figma.createSection()
    section.resizeWithoutConstraints(600, 400)
    section.x = 100
    section.y = 50
    const { nodeId } = await put(png(40, 20), drop(section, 150, 150))
    expect(find(file, section.id).children).toMatchObject([{ id: nodeId, x: 30, y: 90 }])
  })

  it('into a turned frame lies straight in it, its centre under the pointer', async () => {
    for (const content of [png(40, 20), svg(40, 20)]) {
      const { file, figma, put } = open()
      const frame = frameAt(figma, 500, 500, 300, 200)
      frame.rotation = 90
      // Turned against the clock about its upper left corner, it reaches up and to the right.
      const placed = await put(content, drop(frame, 560, 400))
      expect(placed.parentName).toBe('Card')
      const [child] = find(file, frame.id).children
      expect(child).toMatchObject({ id: placed.nodeId, width: 40, height: 20, rotation: 0 })
      expect(child?.x).toBeCloseTo(80)
      expect(child?.y).toBeCloseTo(50)
      expect(child?.absoluteX).toBeCloseTo(550)
      expect(child?.absoluteY).toBeCloseTo(380)
    }
  })

  it('into a turned row goes to the index under the pointer', async () => {
    const { file, figma, put } = open()
    const row = frameAt(figma, 500, 500, 10, 10)
    row.layoutMode = 'HORIZONTAL'
    const [first, second] = [figma.createRectangle(), figma.createRectangle()]
    row.appendChild(first)
    row.appendChild(second)
    row.rotation = 90
    const { nodeId } = await put(png(40, 20), drop(row, 510, 420))
    expect(find(file, row.id).children.map(({ id }) => id)).toEqual([first.id, nodeId, second.id])
  })

  it('on what is gone by then goes to the page, at the same place', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 100, 100, 600, 400)
    const at = drop(frame, 200, 200)
    file.edit({ type: 'remove-node', id: frame.id })
    const placed = await put(png(40, 20), at)
    expect(placed.parentName).toBe('Page 1')
    expect(find(file, placed.nodeId)).toMatchObject({ absoluteX: 180, absoluteY: 190 })
  })

  it('goes to its own page, though another one is current by then', async () => {
    const { file, figma, put } = open()
    const at = drop(figma.currentPage, 200, 200)
    const other = figma.createPage()
    await figma.setCurrentPageAsync(other)
    const placed = await put(png(40, 20), { ...at })
    expect(placed.parentName).toBe('Page 1')
    expect(file.snapshot().pages[0]?.children.map(({ id }) => id)).toEqual([placed.nodeId])
  })
})

describe('several', () => {
  const three = [png(100, 50, 1), svg(60, 40), png(80, 50, 3)]

  it('lie side by side around the centre of the view, none on another, all selected', async () => {
    const { file, putAll } = open()
    const { nodeIds } = await putAll(three)
    const boxes = nodeIds.map((id) => find(file, id))
    expect(boxes.map(({ absoluteX, absoluteY }) => [absoluteX, absoluteY])).toEqual([
      [864, 475],
      [980, 475],
      [1056, 475],
    ])
    expect(file.snapshot().selection).toEqual(nodeIds)
    expect(file.snapshot().pages[0]?.children.map(({ id }) => id)).toEqual(nodeIds)
  })

  it('are one undo step', async () => {
    const { file, putAll } = open()
    await putAll(three)
    file.undo()
    expect(file.snapshot().pages[0]?.children).toEqual([])
  })

  it('wrap into rows where the view is not wide enough, and the view shows all of them', async () => {
    const { file, putAll } = open()
    const { nodeIds } = await putAll([png(500, 400, 1), png(500, 400, 2), png(500, 400, 3)])
    expect(nodeIds.map((id) => find(file, id).absoluteX)).toEqual([750, 750, 750])
    expect(nodeIds.map((id) => find(file, id).absoluteY)).toEqual([-116, 300, 716])
    expect(file.snapshot().viewport.zoom).toBeLessThan(1)
  })

  it('fit into the selected frame, and go on there beside the ones before', async () => {
    const { file, figma, putAll } = open()
    const frame = frameAt(figma, 900, 400, 400, 120)
    file.select([frame.id])
    await putAll([png(300, 300, 1), png(300, 300, 2), png(300, 300, 3)])
    for (const { x, y, width, height } of find(file, frame.id).children) {
      expect(x >= 0 && y >= 0 && x + width <= 400 && y + height <= 120).toBe(true)
    }
    // The three are selected now; their frame is where the next one goes.
    await putAll([png(10, 10, 4)])
    expect(find(file, frame.id).children).toHaveLength(4)
  })

  it('keep their order in auto layout, from the index under the pointer', async () => {
    const { file, figma, putAll } = open()
    const row = frameAt(figma, 900, 400, 10, 10)
    row.layoutMode = 'HORIZONTAL'
    const [before, after] = [figma.createRectangle(), figma.createRectangle()]
    row.appendChild(before)
    row.appendChild(after)
    const { nodeIds } = await putAll(three, drop(row, 1010, 420))
    expect(find(file, row.id).children.map(({ id }) => id)).toEqual([
      before.id,
      ...nodeIds,
      after.id,
    ])
  })

  it('of which Figma refuses some: which ones, why, and nothing is left of the others', async () => {
    const { file, send } = open()
    const contents: Content[] = [png(20, 20), { type: 'vector', svg: '<svg' }, svg(10, 10)]
    const items = contents.map((content) => ({ content, provenance: LOGO, size: null }))
    expect(await send(items, VIEW)).toMatchObject({
      outcome: 'refused',
      refusals: [{ index: 1, failure: { code: 'svg-refused' } }],
    })
    expect(file.snapshot().pages[0]?.children).toEqual([])
  })

  it('at a later write that fails: nothing half-made stays, whichever it is', async () => {
    const complete = open()
    await complete.putAll(three)
    const writes = complete.file.writes().length
    expect(writes).toBeGreaterThan(20)
    for (let k = 1; k <= writes; k++) {
      const { file, putAll } = open()
      file.failWrite(k)
      await expect(putAll(three)).rejects.toBeInstanceOf(Error)
      expect(file.snapshot().pages[0]?.children).toEqual([])
      expect(file.snapshot().selection).toEqual([])
    }
  })
})

describe('where nothing may be added', () => {
  it('goes beside a selected instance, and says so', async () => {
    const { file, figma, put, notices } = open()
    const frame = frameAt(figma, 900, 400, 400, 200)
    const component = figma.createComponent()
    component.name = 'Badge'
    const instance = component.createInstance()
    frame.appendChild(instance)
    file.select([instance.id])
    const placed = await put(png(10, 10))
    expect(placed.parentName).toBe('Card')
    expect(placed.note).toBe('“Badge” is an instance, so it was placed in “Card” instead.')
    expect(notices).toEqual([placed.note])
  })

  it('goes around a hidden frame, and says so of several', async () => {
    const { file, figma, putAll } = open()
    const frame = frameAt(figma, 900, 400, 400, 200)
    frame.visible = false
    file.select([frame.id])
    const { note } = await putAll([png(10, 10, 1), png(10, 10, 2)])
    expect(note).toBe('“Card” is hidden, so they were placed in “Page 1” instead.')
  })

  it('still goes into a frame whose fill came from Cliquify', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 900, 400, 400, 200)
    writeProvenance(frame, { ...LOGO, fill: true })
    file.select([frame.id])
    expect((await put(png(10, 10))).parentName).toBe('Card')
  })
})

describe('what Figma refuses', () => {
  it.each([
    ['too large', png(5000, 10), 'larger than 4096 px'],
    ['no picture', { type: 'image', bytes: new Uint8Array([1, 2]), width: 1, height: 1 }, 'PNG'],
    ['without a size', { ...png(10, 10), width: 0 } as Content, 'no size'],
  ] as const)('a picture that is %s: plain words and no write', async (_, content, words) => {
    const { file, put } = open()
    await expect(put(content)).rejects.toMatchObject({
      code: 'image-refused',
      message: expect.stringContaining(words) as string,
    })
    expect(file.writes()).toEqual([])
  })

  it('a broken SVG: a code for the raster fallback and no write', async () => {
    const { file, put } = open()
    await expect(put({ type: 'vector', svg: '<svg' })).rejects.toMatchObject({
      code: 'svg-refused',
    })
    expect(file.writes()).toEqual([])
  })

  it.each([png(4000, 1000), svg(4000, 1000)])(
    'a later write: nothing half-made stays, whichever it is',
    async (content) => {
      const complete = open()
      await complete.put(content)
      const writes = complete.file.writes().length
      for (let k = 2; k <= writes; k++) {
        const { file, put } = open()
        file.failWrite(k)
        await expect(put(content)).rejects.toBeInstanceOf(Error)
        expect(file.snapshot().pages[0]?.children).toEqual([])
        expect(file.snapshot().selection).toEqual([])
      }
    },
  )
})

describe('the other editors', () => {
  it('in Slides a click goes to the middle of the slide in focus, a drop into the one under it', async () => {
    const { file, figma, put } = open({ editor: 'slides' })
    const [first, second] = [figma.createSlide(), figma.createSlide()]
    second.x = 2000
    figma.currentPage.focusedSlide = second
    const clicked = await put(png(200, 100))
    expect(find(file, second.id).children).toMatchObject([
      { id: clicked.nodeId, x: 860, y: 490, width: 200, height: 100 },
    ])
    file.select([])
    const dropped = await put(png(200, 100), drop(first, 300, 300))
    expect(find(file, first.id).children).toMatchObject([{ id: dropped.nodeId, x: 200, y: 250 }])
  })

  it('in Buzz a click goes to the middle of the asset in the middle of the view', async () => {
    const { file, figma, put } = open({ editor: 'buzz' })
    frameAt(figma, 0, 0, 400, 400)
    const shown = frameAt(figma, 800, 300, 400, 400)
    const { nodeId } = await put(png(200, 100))
    expect(find(file, shown.id).children).toMatchObject([{ id: nodeId, x: 100, y: 150 }])
  })

  it.each(['figjam', 'slides', 'buzz'] as const)(
    'take pictures and vectors: %s',
    async (editor) => {
      const { file, put } = open({ editor })
      for (const content of [png(10, 10), svg(10, 10)]) {
        expect(find(file, (await put(content)).nodeId).name).toBe('Acme logo')
      }
    },
  )
})
