import { describe, expect, it, vi } from 'vitest'
import { servePlacement } from '../../../plugin/placement/serve.ts'
import type { CanvasSelection, Provenance } from '../../../shared/protocol.ts'
import type { Plugin } from '../../../ui/plugin.ts'
import { openFile } from '../../figma/file.ts'
import { connectedEnds } from '../../ui/placement/border.ts'
import { LOGO, png } from './samples.ts'

const PREVIEW: Provenance = { ...LOGO, assetId: '8', version: null, url: '', incomplete: true }
const WHOLE: Provenance = { ...PREVIEW, version: '1', url: LOGO.url, name: 'Whole' }

/** A file with a shape and a placed layer, in front of which a preview waits for its file. */
async function open() {
  const file = openFile()
  const { figma } = file
  const { plugin, sandbox } = connectedEnds()
  servePlacement(figma, sandbox)
  const place = async (provenance: Provenance): Promise<string> => {
    const items = [{ content: png(60, 30), provenance, size: null }]
    const placed = await plugin.request('placement:place', { items, at: { type: 'view' } })
    return placed.outcome === 'placed' ? (placed.nodeIds[0] ?? '') : ''
  }
  const shape = figma.createEllipse()
  const ids = { shape: shape.id, placed: await place(LOGO), preview: '' }
  file.clearWrites()
  ids.preview = await place(PREVIEW)
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
    await plugin.request('placement:fill', { nodeIds, content: png(9, 9), provenance: LOGO })
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ fillable: 1, placed: 1 }))
  })
})

describe('while files are on their way', () => {
  it.each<[string, (plugin: Plugin, ids: Ids) => unknown]>([
    [
      'a fill',
      (plugin, { shape }) =>
        plugin.request('placement:fill', {
          nodeIds: [shape],
          content: png(9, 9),
          provenance: LOGO,
        }),
    ],
    [
      'a replacement',
      (plugin, { placed }) =>
        plugin.request('placement:replace', {
          nodeId: placed,
          content: png(9, 9),
          provenance: LOGO,
        }),
    ],
    ['an update that begins', (plugin) => plugin.emit('step:commit', null)],
  ])('%s leaves their placement one undo step', async (_, act) => {
    const { file, plugin, ids, names } = await open()
    const { undoSteps } = file.snapshot()
    await act(plugin, ids)
    await plugin.request('placement:complete', {
      nodeId: ids.preview,
      content: png(60, 30, 9),
      provenance: WHOLE,
    })
    expect(names()).toEqual(['Ellipse', LOGO.name, 'Whole'])
    expect(file.snapshot().undoSteps).toBe(undoSteps)
    file.undo()
    expect(names()).toEqual(['Ellipse', LOGO.name])
  })
})
