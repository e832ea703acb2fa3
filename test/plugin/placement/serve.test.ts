import { describe, expect, it, vi } from 'vitest'
import { followChanges } from '../../../plugin/changes.ts'
import { servePlacement } from '../../../plugin/placement/serve.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import type { CanvasSelection, Provenance } from '../../../shared/placement.ts'
import type { Plugin } from '../../../ui/plugin.ts'
import { openFile } from '../../figma/file.ts'
import { connectedEnds } from '../../ui/placement/border.ts'
import { LOGO, png } from './samples.ts'

const PLACEHOLDER: Provenance = { ...LOGO, assetId: '8', version: null, url: '', incomplete: true }
const WHOLE: Provenance = { ...PLACEHOLDER, version: '1', url: LOGO.url, name: 'Whole' }

/** A file with a shape and a placed layer, in front of which a placeholder waits for its file. */
async function open() {
  const file = openFile()
  const { figma } = file
  const { plugin, sandbox } = connectedEnds()
  servePlacement(figma, sandbox, createWriteQueue(figma), followChanges(figma))
  const place = async (provenance: Provenance): Promise<string> => {
    const items = [{ content: png(60, 30), provenance, size: null }]
    const placed = await plugin.request('placement:place', { items, at: { type: 'view' } })
    return placed.outcome === 'placed' ? (placed.nodeIds[0] ?? '') : ''
  }
  const shape = figma.createEllipse()
  const ids = { shape: shape.id, placed: await place(LOGO), placeholder: '' }
  file.clearWrites()
  ids.placeholder = await place(PLACEHOLDER)
  const names = () => figma.currentPage.children.map(({ name }) => name)
  return { file, plugin, ids, names }
}

type Ids = Awaited<ReturnType<typeof open>>['ids']

describe('a fill', () => {
  it('tells the window that the selected layer can be replaced now', async () => {
    const { file, plugin, ids } = await open()
    const heard: CanvasSelection[] = []
    file.select([ids.shape])
    plugin.on('canvas', (canvas) => heard.push(canvas))
    await vi.waitFor(() => expect(heard).toEqual([{ fillable: 1, placed: 0 }]))
    const nodeIds = [ids.shape]
    await plugin.request('placement:fill', {
      nodeIds,
      batch: 1,
      content: png(9, 9),
      provenance: LOGO,
    })
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ fillable: 1, placed: 1 }))
  })
})

describe('while files are on their way', () => {
  it.each<[string, (plugin: Plugin, ids: Ids) => unknown]>([
    [
      'a fill',
      async (plugin, { shape }) => {
        await plugin.request('placement:fill', {
          nodeIds: [shape],
          content: png(9, 9),
          provenance: LOGO,
          batch: 1,
        })
        await plugin.request('placement:end-batch', 1)
      },
    ],
    [
      'a replacement',
      async (plugin, { placed }) => {
        await plugin.request('placement:replace', {
          nodeId: placed,
          content: png(9, 9),
          provenance: LOGO,
          edits: 'overwrite',
          batch: 1,
        })
        await plugin.request('placement:end-batch', 1)
      },
    ],
  ])('%s is an undo step of its own, mixed with no part of their placement', async (_, act) => {
    const { file, plugin, ids, names } = await open()
    const before = file.snapshot().pages
    await act(plugin, ids)
    const acted = file.snapshot().pages
    await plugin.request('placement:complete', {
      nodeId: ids.placeholder,
      content: png(60, 30, 9),
      provenance: WHOLE,
    })
    expect(names()).toEqual(['Ellipse', LOGO.name, 'Whole'])
    file.undo()
    expect(file.snapshot().pages).toEqual(acted)
    file.undo()
    expect(file.snapshot().pages).toEqual(before)
    file.undo()
    expect(names()).toEqual(['Ellipse', LOGO.name])
  })
})
