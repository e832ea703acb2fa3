import { describe, expect, it } from 'vitest'
import type { Content } from '../../../shared/placement.ts'
import { drop, find, frameAt, open, VIEW } from './open-placement.ts'
import { LOGO, png, svg } from './samples.ts'

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
    expect(file.snapshot().pages[0]?.children).toHaveLength(3)
    file.undo()
    expect(file.snapshot().pages[0]?.children).toEqual([])
  })

  it('lie in one row in their own sizes, wider than the view as it may be', async () => {
    const { file, putAll } = open()
    const { nodeIds } = await putAll([png(500, 400, 1), png(500, 400, 2), png(500, 400, 3)])
    expect(nodeIds.map((id) => find(file, id).absoluteX)).toEqual([234, 750, 1266])
    expect(nodeIds.map((id) => find(file, id).absoluteY)).toEqual([300, 300, 300])
    expect(file.snapshot().viewport.zoom).toBe(1)
  })

  it('lie in as many rows as columns where a row would be endless', async () => {
    const { file, putAll } = open()
    const { nodeIds } = await putAll(Array.from({ length: 16 }, (_, i) => png(20, 20, i + 1)))
    expect(new Set(nodeIds.map((id) => find(file, id).absoluteY)).size).toBe(4)
    expect(new Set(nodeIds.map((id) => find(file, id).absoluteX)).size).toBe(4)
  })

  it('dropped into a frame lie in it, from the pointer on where there is room', async () => {
    const { file, figma, putAll } = open()
    const frame = frameAt(figma, 100, 100, 300, 200)
    await putAll([png(100, 80, 1), png(100, 80, 2)], drop(frame, 330, 270))
    expect(find(file, frame.id).children.map(({ x, y }) => [x, y])).toEqual([
      [84, 120],
      [200, 120],
    ])
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
      refusals: [{ index: 1, failure: { kind: 'svg-refused' } }],
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
