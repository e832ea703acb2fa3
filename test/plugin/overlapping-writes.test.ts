import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CancelSignal } from '../../shared/channel.ts'
import { fromJson, toJson } from '../../shared/json.ts'
import type { Provenance } from '../../shared/placement.ts'
import { BLUE, brandColor, KIT, many, syncOf } from './colors/samples.ts'
import { letTimeFly } from './let-time-fly.ts'
import { LOGO, png } from './placement/samples.ts'
import { run } from './sandbox.ts'

const some = many.slice(0, 40)
const NOTHING = { take: [], remove: [], leaveOut: [], merge: [] }
const THUMBNAIL: Provenance = { ...LOGO, version: null, url: '', incomplete: true }

afterEach(async () => {
  // What the canvas has is told a moment after the last selection.
  await new Promise((resolve) => setTimeout(resolve, 80))
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The sandbox, with what a window does to it; nothing is waited for. */
async function open() {
  const { file, ui } = await run()
  letTimeFly()
  let isSyncing = (): void => undefined
  /** That the sync which was begun last has written some of its colors. */
  let syncing = Promise.resolve()
  const sync = async (colors = some, signal?: CancelSignal) => {
    syncing = new Promise((resolve) => (isSyncing = resolve))
    const report = await ui.request(
      'colors:apply',
      toJson({ ...syncOf(...colors), decisions: NOTHING }),
      { onProgress: isSyncing, ...(signal === undefined ? {} : { signal }) },
    )
    return fromJson(report)
  }
  const place = async (provenance = LOGO, signal?: CancelSignal): Promise<string> => {
    const items = [{ content: png(20, 10), provenance, size: null }]
    const placed = await ui.request(
      'placement:place',
      { items, at: { type: 'view' } },
      signal === undefined ? {} : { signal },
    )
    return placed.outcome === 'placed' ? (placed.nodeIds[0] ?? '') : ''
  }
  const complete = (nodeId: string) =>
    ui.request('placement:complete', { nodeId, content: png(20, 10, 9), provenance: LOGO })
  const replace = (nodeId: string, batch = 1) =>
    ui.request('placement:replace', {
      ...{ nodeId, batch, content: png(20, 10, 5), edits: 'keep' },
      provenance: { ...LOGO, name: 'New' },
    })
  const fill = (nodeId: string, batch: number) => {
    const nodeIds = [nodeId]
    return ui.request('placement:fill', { nodeIds, batch, content: png(9, 9), provenance: LOGO })
  }
  const endBatch = (batch = 1) => ui.request('placement:end-batch', batch)
  const counts = () => {
    const { paintStyles, pages } = file.snapshot()
    return [paintStyles.length, pages[0]?.children.length ?? 0] as const
  }
  const names = () => file.figma.currentPage.children.map(({ name }) => name)
  /** What is there after each undo, until all is undone. */
  const undoAll = <T>(look: () => T): readonly T[] => {
    const seen: T[] = []
    while (file.snapshot().undoSteps > 0) {
      file.undo()
      seen.push(look())
    }
    return seen
  }
  return {
    ...{ file, ui, sync, place, complete, replace, fill, endBatch, counts, names, undoAll },
    begun: () => syncing,
  }
}

describe('what is written while a sync runs', () => {
  it('of 200 colors is a step of its own: undo takes back all of one, then all of the other', async () => {
    const { sync, begun, place, counts, undoAll } = await open()
    const syncing = sync(many)
    await begun()
    await Promise.all([syncing, place()])
    expect(counts()).toEqual([200, 1])
    expect(undoAll(counts)).toEqual([
      [200, 0],
      [0, 0],
    ])
  })

  it('is waited for by an undo, which takes back all of it', async () => {
    const { ui, sync, begun, counts } = await open()
    const syncing = sync(many)
    await begun()
    await Promise.all([syncing, ui.request('undo', null)])
    expect(counts()).toEqual([0, 0])
  })

  it('comes after it in the order in which it was asked for', async () => {
    const { file, ui, sync, begun, place, replace, fill, endBatch, names, undoAll } = await open()
    const old = await place()
    const shape = file.figma.createEllipse()
    file.select([shape.id])
    const syncing = sync()
    await begun()
    const color = brandColor({ id: '1', value: BLUE })
    await Promise.all([
      syncing,
      replace(old).then(() => endBatch()),
      place(),
      fill(shape.id, 2).then(() => endBatch(2)),
      ui.request('colors:use', { kit: KIT, color, namesakes: [], as: 'stroke' }),
    ])
    expect(names()).toEqual(['New', 'Ellipse', LOGO.name])
    const { fills, strokes } = shape
    expect([fills, strokes]).toMatchObject([[{ type: 'IMAGE' }], [{ type: 'SOLID' }]])
    const steps = undoAll(() => [
      ...(shape.removed ? [] : [shape.strokes.length, (shape.fills as Paint[])[0]?.type]),
      ...names(),
    ])
    expect(steps).toEqual([
      [0, 'IMAGE', 'New', 'Ellipse', LOGO.name],
      [0, 'SOLID', 'New', 'Ellipse', LOGO.name],
      [0, 'SOLID', 'New', 'Ellipse'],
      [0, 'SOLID', LOGO.name, 'Ellipse'],
      // The sync, which touches no layer.
      [0, 'SOLID', LOGO.name, 'Ellipse'],
      [LOGO.name],
      [],
    ])
  })

  it('waits, but what only reads does not', async () => {
    const { ui, sync, begun, place } = await open()
    const log: string[] = []
    const syncing = sync().then(() => log.push('sync'))
    await begun()
    const placing = place().then(() => log.push('place'))
    await Promise.all([
      ...[syncing, placing],
      ui.request('placement:list', 'page').then(() => log.push('read')),
      ui.request('placement:targets', 'selected').then(() => log.push('read')),
      ui.request('colors:last', KIT).then(() => log.push('read')),
    ])
    expect(log).toEqual(['read', 'read', 'read', 'sync', 'place'])
  })

  it('and was cancelled before its turn is not written at all', async () => {
    const { file, sync, begun, place, counts, undoAll } = await open()
    const syncing = sync()
    await begun()
    const controller = new AbortController()
    const placing = place(LOGO, controller.signal)
    const other = sync([brandColor({ id: 'other', name: 'Other' })], controller.signal)
    controller.abort()
    await expect(placing).rejects.toMatchObject({ kind: 'cancelled' })
    expect(await other).toMatchObject({ rows: [], cancelled: true })
    expect((await syncing).cancelled).toBe(false)
    expect(counts()).toEqual([40, 0])
    expect(file.snapshot().undoSteps).toBe(1)
    expect(undoAll(counts)).toEqual([[0, 0]])
  })

  it('is written when the sync is cancelled, whose part is a step of its own', async () => {
    const { sync, begun, place, counts, undoAll } = await open()
    const controller = new AbortController()
    const syncing = sync(some, controller.signal)
    await begun()
    const placing = place()
    controller.abort()
    const report = await syncing
    await placing
    expect(report.cancelled).toBe(true)
    const [styles] = counts()
    expect(styles).toBe(report.rows.length)
    expect(styles).toBeLessThan(40)
    expect(undoAll(counts)).toEqual([
      [styles, 0],
      [0, 0],
    ])
  })
})

describe('one that fails', () => {
  it('does not keep the next from being written', async () => {
    const { file, place, sync, counts, undoAll } = await open()
    file.failWrite(2)
    const failing = place()
    const syncing = sync(many.slice(0, 3))
    await expect(failing).rejects.toMatchObject({ kind: 'place-failed' })
    await syncing
    expect(counts()).toEqual([3, 0])
    file.undo()
    expect(counts()).toEqual([0, 0])
    expect(undoAll(counts).every(([styles]) => styles === 0)).toBe(true)
  })
})

describe('a merge of copies', () => {
  it('is not mixed with what is placed meanwhile', async () => {
    const { file, ui, sync, place, counts, undoAll } = await open()
    const { figma } = file
    const color = brandColor({ id: '1' })
    await sync([color])
    const [original] = await figma.getLocalPaintStylesAsync()
    const copy = figma.createPaintStyle()
    copy.name = 'Copy'
    const data = original?.getSharedPluginData('cliquify', 'color') ?? ''
    copy.setSharedPluginData('cliquify', 'color', data)
    const layers = Array.from({ length: 120 }, () => figma.createRectangle())
    for (const layer of layers) await layer.setFillStyleIdAsync(copy.id)
    figma.commitUndo()
    const decisions = { ...NOTHING, merge: [`style:${copy.id}`] }
    const merging = ui.request('colors:apply', toJson({ ...syncOf(color), decisions }))
    const mergedLayers = () =>
      layers.filter((layer) => !layer.removed && layer.fillStyleId === original?.id).length
    const look = () => [...counts(), mergedLayers()]
    await Promise.all([merging, place()])
    expect(look()).toEqual([1, 121, 120])
    expect(undoAll(look).slice(0, 2)).toEqual([
      [1, 120, 120],
      [2, 120, 0],
    ])
  })
})

describe('an update of several layers', () => {
  it('is one step, with which a sync that begins between its layers is not mixed', async () => {
    const { sync, place, replace, endBatch, counts, names, undoAll } = await open()
    const [one, other] = [await place(), await place()]
    await replace(one)
    const syncing = sync()
    await replace(other)
    expect(counts()).toEqual([0, 2])
    await endBatch()
    await syncing
    const look = () => [counts()[0], ...names()]
    expect(look()).toEqual([40, 'New', 'New'])
    expect(undoAll(look)).toEqual([
      [0, 'New', 'New'],
      [0, LOGO.name, LOGO.name],
      [0, LOGO.name],
      [0],
    ])
  })

  it('that waits for a sync is one step after it', async () => {
    const { sync, begun, place, replace, endBatch, counts, names, undoAll } = await open()
    const [one, other] = [await place(), await place()]
    const syncing = sync()
    await begun()
    await replace(one)
    await replace(other)
    await endBatch()
    await syncing
    const look = () => [counts()[0], ...names()]
    expect(undoAll(look).slice(0, 2)).toEqual([
      [40, LOGO.name, LOGO.name],
      [0, LOGO.name, LOGO.name],
    ])
  })

  it('that was cancelled while it waited writes nothing, and lets the next be written', async () => {
    const { ui, file, sync, begun, place, endBatch, names } = await open()
    const nodeId = await place()
    const syncing = sync()
    await begun()
    const controller = new AbortController()
    const content = png(20, 10, 5)
    const replacing = ui.request(
      'placement:replace',
      { nodeId, content, edits: 'keep', batch: 1, provenance: { ...LOGO, name: 'New' } },
      { signal: controller.signal },
    )
    controller.abort()
    await expect(replacing).rejects.toMatchObject({ kind: 'cancelled' })
    await endBatch()
    await syncing
    expect(names()).toEqual([LOGO.name])
    await place()
    expect(names()).toHaveLength(2)
    expect(file.snapshot().undoSteps).toBe(3)
  })
})

describe('while files are on their way', () => {
  it('placements and their completions are one step, however they overlap', async () => {
    const { place, complete, names, undoAll } = await open()
    const one = await place(THUMBNAIL)
    const other = await place(THUMBNAIL)
    await complete(one)
    await complete(other)
    expect(names()).toHaveLength(2)
    expect(undoAll(names)).toEqual([[]])
  })

  it('a sync is a step of its own, and so is the completion that comes after it', async () => {
    const { file, sync, place, complete, counts } = await open()
    const id = await place(THUMBNAIL)
    await sync()
    await complete(id)
    const isWhole = (): boolean =>
      !markOf(file.snapshot().pages[0]?.children[0]).includes('incomplete')
    expect([...counts(), isWhole()]).toEqual([40, 1, true])
    file.undo()
    expect([...counts(), isWhole()]).toEqual([40, 1, false])
    file.undo()
    expect(counts()).toEqual([0, 1])
    file.undo()
    expect(counts()).toEqual([0, 0])
  })

  it('one that is given up does not cut a sync in two', async () => {
    const { ui, sync, begun, place, counts, undoAll } = await open()
    const nodeId = await place(THUMBNAIL)
    const syncing = sync()
    await begun()
    ui.emit('placement:given-up', { nodeId })
    await syncing
    expect(undoAll(counts)).toEqual([
      [0, 1],
      [0, 0],
    ])
  })
})

function markOf(
  node: { readonly sharedPluginData: Record<string, Record<string, string>> } | undefined,
) {
  return node?.sharedPluginData['cliquify']?.['asset'] ?? ''
}
