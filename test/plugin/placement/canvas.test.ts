import { describe, expect, it, vi } from 'vitest'
import type { CanvasSelection } from '../../../shared/placement.ts'
import { readCanvas, readTargets, watchCanvas } from '../../../plugin/placement/canvas.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { openFile } from '../../figma/file.ts'
import { LOGO } from './samples.ts'

describe('the canvas', () => {
  it('counts what can be filled and what can be replaced among the selected layers', () => {
    const file = openFile()
    const { figma } = file
    const [shape, locked] = [figma.createRectangle(), figma.createRectangle()]
    locked.locked = true
    for (const node of [shape, locked]) writeProvenance(node, LOGO)
    expect(readCanvas(figma)).toEqual({ fillable: 0, placed: 0 })
    file.select([shape.id, locked.id, figma.createText().id])
    expect(readCanvas(figma)).toEqual({ fillable: 1, placed: 1 })
  })

  it('looks at no more than the first 500 layers', () => {
    const file = openFile()
    const { figma } = file
    file.select(Array.from({ length: 600 }, () => figma.createRectangle().id))
    expect(readCanvas(figma).fillable).toBe(500)
  })

  it('gives the layers that something is meant for, with the size that covers each', async () => {
    const file = openFile()
    const { figma } = file
    const [wide, high] = [figma.createRectangle(), figma.createRectangle()]
    wide.resize(300, 10)
    high.resize(20, 200)
    writeProvenance(high, LOGO)
    file.select([wide.id, high.id])
    expect(await readTargets(figma, 'selected')).toEqual({
      nodeIds: [wide.id, high.id],
      size: { width: 300, height: 200 },
    })
    expect((await readTargets(figma, 'placed')).nodeIds).toEqual([high.id])
    expect((await readTargets(figma, { nodeId: wide.id })).nodeIds).toEqual([wide.id])
    expect((await readTargets(figma, { nodeId: figma.currentPage.id })).nodeIds).toEqual([])
  })

  it('is told once for a burst of changes, and not where the counts stay the same', async () => {
    const file = openFile()
    const { figma } = file
    const told: CanvasSelection[] = []
    watchCanvas(figma, (canvas) => told.push(canvas))
    const [one, two] = [figma.createRectangle(), figma.createRectangle()]
    file.select([one.id])
    file.select([one.id, two.id])
    await vi.waitFor(() => expect(told).toEqual([{ fillable: 2, placed: 0 }]))
    file.select([two.id, one.id])
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(told).toHaveLength(1)
  })

  it('tells that there is nothing left to fill once an undo has taken what was selected', async () => {
    const { figma } = openFile()
    const told: CanvasSelection[] = []
    watchCanvas(figma, (canvas) => told.push(canvas))
    figma.currentPage.selection = [figma.createRectangle()]
    await vi.waitFor(() => expect(told).toEqual([{ fillable: 1, placed: 0 }]))
    figma.triggerUndo()
    await vi.waitFor(() => expect(told[1]).toEqual({ fillable: 0, placed: 0 }))
  })
})
