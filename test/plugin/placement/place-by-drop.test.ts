import { describe, expect, it } from 'vitest'
import type { Content } from '../../../shared/placement.ts'
import { drop, find, frameAt, open } from './open-placement.ts'
import { png, svg } from './samples.ts'

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
      { id: placed.nodeId, x: 41, y: 20, absoluteX: 191, absoluteY: 180 },
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
    const { figma, put } = open()
    const component = figma.createComponent()
    component.name = 'Badge'
    const instance = component.createInstance()
    const placed = await put(png(40, 20), drop(instance, 50, 50))
    expect(placed.parentName).toBe('Page 1')
    expect(placed.obstacle).toEqual({ name: 'Badge', why: 'instance' })
  })

  it('on placed vectors does not go into them', async () => {
    const { file, figma, put } = open()
    const first = await put(svg(200, 100), drop(figma.currentPage, 300, 300))
    const vectors = await figma.getNodeByIdAsync(first.nodeId)
    if (vectors === null) throw new Error('not placed')
    const second = await put(svg(20, 10), drop(vectors, 300, 300))
    expect(second.parentName).toBe('Page 1')
    expect(find(file, first.nodeId).children).toHaveLength(1)
    expect(second.obstacle).toBeNull()
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
    const { file, figma, put } = open()
    const frame = frameAt(figma, 100, 100, 600, 400)
    const variants = [figma.createComponent(), figma.createComponent()]
    for (const variant of variants) frame.appendChild(variant)
    const set = figma.combineAsVariants(variants, frame)
    set.name = 'Badge'
    const [first] = variants
    if (first === undefined) throw new Error('no variant')
    const inside = await put(png(40, 20), drop(first, 150, 150))
    expect(find(file, first.id).children).toMatchObject([{ id: inside.nodeId, x: 30, y: 40 }])
    expect(inside.obstacle).toBeNull()
    const beside = await put(png(40, 20), drop(set, 150, 150))
    expect(find(file, frame.id).children.map(({ id }) => id)).toEqual([set.id, beside.nodeId])
    expect(beside).toMatchObject({
      parentName: 'Card',
      obstacle: { name: 'Badge', why: 'variants' },
    })
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
