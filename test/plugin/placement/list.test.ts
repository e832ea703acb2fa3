import { describe, expect, it } from 'vitest'
import type { Job } from '../../../shared/channel.ts'
import type { ListProgress, PlacedList, UpdateScope } from '../../../shared/update.ts'
import { followChanges } from '../../../plugin/changes.ts'
import { listPlaced } from '../../../plugin/placement/list.ts'
import { writeProvenance } from '../../../plugin/placement/provenance.ts'
import { openFile, type FileOptions } from '../../figma/file.ts'
import { letTimeFly } from '../let-time-fly.ts'
import { LOGO } from './samples.ts'

function open(options: FileOptions = {}) {
  const file = openFile(options)
  const { figma } = file
  const frame = figma.createFrame()
  const inside = figma.createRectangle()
  inside.name = 'Renamed'
  frame.appendChild(inside)
  writeProvenance(inside, LOGO)
  const outside = figma.createRectangle()
  outside.name = LOGO.name
  writeProvenance(outside, { ...LOGO, assetId: '8', kitId: null, version: null })
  return { file, figma, frame, inside, outside }
}

const idle = (): Job<ListProgress> => ({ cancelled: false, progress: () => undefined })

async function list(figma: PluginAPI, scope: UpdateScope | null = null) {
  return listPlaced(figma, followChanges(figma), scope, idle())
}

const idsOf = ({ layers }: PlacedList) => layers.map(({ nodeId }) => nodeId)

describe('the list of what was placed', () => {
  it('has all of the page when nothing is selected', async () => {
    const { figma, inside, outside } = open()
    const shared = { pageName: 'Page 1', locked: false, size: { width: 100, height: 100 } }
    expect(await list(figma)).toEqual({
      scope: 'page',
      hasSelection: false,
      inInstances: 0,
      layers: [
        { nodeId: inside.id, nodeName: 'Renamed', ...shared, provenance: LOGO },
        {
          nodeId: outside.id,
          nodeName: LOGO.name,
          ...shared,
          provenance: { ...LOGO, assetId: '8', kitId: null, version: null },
        },
      ],
    })
  })

  it('has what is selected and what is in it, each once', async () => {
    const { file, figma, frame, inside } = open()
    file.select([frame.id, inside.id])
    const selected = await list(figma, 'selection')
    expect(selected).toMatchObject({ scope: 'selection', hasSelection: true })
    expect(idsOf(selected)).toEqual([inside.id])
  })

  it('is of the selection where all of it was placed, else of the page', async () => {
    const { file, figma, frame, inside, outside } = open()
    file.select([outside.id])
    expect(await list(figma)).toMatchObject({ scope: 'selection' })
    expect(idsOf(await list(figma))).toEqual([outside.id])
    file.select([frame.id, outside.id])
    expect(await list(figma)).toMatchObject({ scope: 'page', hasSelection: true })
    expect(idsOf(await list(figma))).toEqual([inside.id, outside.id])
    expect(idsOf(await list(figma, 'page'))).toEqual([inside.id, outside.id])
  })

  it('has all pages of the document, which are opened one after the other', async () => {
    const { file, figma, inside, outside } = open()
    const page = figma.createPage()
    page.name = 'Archive'
    await page.loadAsync()
    const far = figma.createRectangle()
    page.appendChild(far)
    writeProvenance(far, LOGO)
    // In the next run the page is shut.
    const { figma: next } = file.begin({ command: 'update-assets', html: '' })
    const told: ListProgress[] = []
    const job = { cancelled: false, progress: (value: ListProgress) => told.push(value) }
    const found = await listPlaced(next, followChanges(next), 'document', job)
    expect(idsOf(found)).toEqual([inside.id, outside.id, far.id])
    expect(found.layers[2]?.pageName).toBe('Archive')
    expect(told.at(-1)).toEqual({ pages: { done: 2, total: 2 }, layers: 3 })
  })

  it('gives way and tells how far it is while there are thousands, and ends when cancelled', async () => {
    const { figma, outside } = open()
    for (let count = 0; count < 2_000; count++) outside.clone()
    letTimeFly()
    let rests = 0
    let cancelled = false
    const job = {
      get cancelled() {
        return cancelled
      },
      progress: () => {
        rests += 1
        if (rests === 10) cancelled = true
      },
    }
    const { layers } = await listPlaced(figma, followChanges(figma), 'page', job)
    expect(rests).toBeGreaterThanOrEqual(10)
    expect(layers.length).toBeGreaterThan(0)
    expect(layers.length).toBeLessThan(2_000)
  })

  it.each(['', '{', '{"kind":"font"}', '[]', JSON.stringify({ ...LOGO, url: 5 })])(
    'leaves out what is damaged: %s',
    async (text) => {
      const { figma, inside, outside } = open()
      inside.setSharedPluginData('cliquify', 'asset', text)
      expect(idsOf(await list(figma))).toEqual([outside.id])
    },
  )

  it('only counts the parts of instances, which follow their component', async () => {
    const { figma, inside, outside } = open()
    const component = figma.createComponent()
    component.appendChild(inside)
    component.createInstance()
    const found = await list(figma)
    expect(idsOf(found).sort()).toEqual([inside.id, outside.id].sort())
    expect(found.inInstances).toBe(1)
  })

  it('tells what is locked, and what is in something locked', async () => {
    const { figma, frame } = open()
    frame.locked = true
    expect((await list(figma)).layers.map(({ locked }) => locked)).toEqual([true, false])
  })

  it('leaves out what is removed while Figma has its turn', async () => {
    const { file, figma, inside, outside } = open()
    const copies = Array.from({ length: 200 }, () => inside.clone().id)
    letTimeFly()
    let removed = false
    const job = {
      cancelled: false,
      progress: () => {
        if (!removed) file.edit({ type: 'remove-node', id: copies.at(-1) ?? '' })
        removed = true
      },
    }
    const found = await listPlaced(figma, followChanges(figma), 'page', job)
    expect(idsOf(found)).toEqual([inside.id, outside.id, ...copies.slice(0, -1)])
  })

  it('writes nothing', async () => {
    const { file, figma } = open()
    file.clearWrites()
    await list(figma)
    expect(file.writes()).toEqual([])
  })
})

describe('the list of what was placed, in an editor that cannot search by plugin data', () => {
  it('has it all the same', async () => {
    const { figma, inside, outside } = open({ lacking: ['findAllWithCriteria'] })
    expect(idsOf(await list(figma, 'page')).toSorted()).toEqual([inside.id, outside.id].toSorted())
  })
})

describe('the list of what was placed in a document of which somebody deletes a page meanwhile', () => {
  it('has what is left', async () => {
    const { figma, inside, outside } = open()
    const pages = [figma.createPage(), figma.createPage()]
    const listed = list(figma, 'document')
    for (const page of pages) page.remove()
    expect(idsOf(await listed).toSorted()).toEqual([inside.id, outside.id].toSorted())
  })
})
