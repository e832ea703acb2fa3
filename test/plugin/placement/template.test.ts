import { describe, expect, it } from 'vitest'
import { NO_LIBRARIES } from '../libraries/no-libraries.ts'
import { complete } from '../../../plugin/placement/complete.ts'
import { fill } from '../../../plugin/placement/fill.ts'
import { createPlaceholders } from '../../../plugin/placement/placeholders.ts'
import { replace } from '../../../plugin/placement/replace.ts'
import { readProvenance } from '../../../plugin/placement/provenance.ts'
import { editInCliquify } from '../../../plugin/placement/template.ts'
import { place } from '../../../plugin/placement/place.ts'
import { applyToLayers } from '../../../plugin/colors/apply-to-layers.ts'
import type { Provenance } from '../../../shared/placement.ts'
import type { FileOptions } from '../../figma/file.ts'
import type { HostEvent } from '../../figma/host-api.ts'
import { drop, find, open, VIEW } from './open-placement.ts'
import { png, svg } from './samples.ts'

const PAGE = 'https://app.cliquify.me/files/7001'

const STORY: Provenance = {
  kind: 'template',
  assetId: '7001',
  kitId: null,
  version: '2026-01-01T00:00:00Z',
  url: 'https://cdn.thecliquify.co/story.png',
  name: 'Story',
  link: PAGE,
}

function openTemplates(options: FileOptions = {}) {
  const opened = open(options)
  const put = async (content = png(1080, 1920), provenance = STORY, at = VIEW) => {
    const placed = await opened.send([{ content, provenance, size: null }], at)
    if (placed.outcome === 'refused') throw new Error(placed.refusals[0]?.failure.kind)
    return { nodeId: placed.nodeIds[0] ?? '', template: placed.template }
  }
  return { ...opened, put }
}

describe('a template', () => {
  it('is a frame of its exact size and name, with its picture locked inside', async () => {
    const { file, put } = openTemplates()
    const { nodeId, template } = await put()
    const frame = find(file, nodeId)
    expect(frame).toMatchObject({ type: 'FRAME', name: 'Story', width: 1080, height: 1920 })
    expect(frame.children).toMatchObject([
      { type: 'RECTANGLE', locked: true, x: 0, y: 0, width: 1080, height: 1920 },
    ])
    expect(frame.children[0]?.fills).toMatchObject([{ type: 'IMAGE' }])
    expect(template).toBe('with-page')
  })

  it('links to its page in Cliquify, as a button and in Dev Mode', async () => {
    const { file, put, figma } = openTemplates()
    const { nodeId } = await put()
    const { relaunchData, devResources } = find(file, nodeId)
    expect(Object.keys(relaunchData)).toEqual(['edit-template', 'update-assets', 'open'])
    expect(devResources).toEqual([{ name: 'Edit in Cliquify', url: PAGE }])

    const events: HostEvent[] = []
    file.onEvent((event) => events.push(event))
    const [selected] = figma.currentPage.selection
    editInCliquify(figma, selected === undefined ? null : readProvenance(selected))
    expect(events).toContainEqual({ type: 'open-external', url: PAGE })
    expect(events).toContainEqual({ type: 'closed' })
  })

  it.each([
    { options: { plan: 'starter' }, where: 'where the plan has no Dev Mode' },
    { options: { editor: 'slides' }, where: 'in Slides' },
  ] as const)('is placed all the same $where', async ({ options }) => {
    const { file, put } = openTemplates(options)
    const { nodeId } = await put()
    expect(find(file, nodeId)).toMatchObject({ name: 'Story', devResources: [] })
  })

  it.each([
    'https://evil.example/',
    'https://cliquify.me.evil.example/',
    'https://evil.example/cliquify.me',
    'javascript:alert(1)',
  ])('opens no page but Cliquify’s, whatever the file says: %s', async (link) => {
    const { file, put, figma } = openTemplates()
    const { nodeId, template } = await put(png(10, 10), { ...STORY, link })
    expect(find(file, nodeId)).toMatchObject({ devResources: [] })
    expect(template).toBe('without-page')
    const events: HostEvent[] = []
    file.onEvent((event) => events.push(event))
    editInCliquify(figma, { ...STORY, link })
    expect(events.map(({ type }) => type)).not.toContain('open-external')
  })

  it('as vectors is asked for as a picture', async () => {
    await expect(openTemplates().put(svg(10, 10))).rejects.toThrow('picture-only')
  })

  it('is updated in its picture alone: what people put on it stays', async () => {
    const { file, put, figma } = openTemplates()
    const { nodeId } = await put()
    const text = figma.createText()
    const frame = figma.currentPage.findOne(({ id }) => id === nodeId)
    if (frame?.type !== 'FRAME') throw new Error('no frame')
    frame.appendChild(text)
    const before = find(file, nodeId).children[0]?.fills[0]?.imageHash
    const next = { ...STORY, version: '2026-02-01T00:00:00Z' }
    await replace(figma, { nodeId, content: png(1080, 1920, 5), provenance: next, edits: 'keep' })
    const after = find(file, nodeId)
    expect(after.children.map(({ type, locked }) => [type, locked])).toEqual([
      ['RECTANGLE', true],
      ['TEXT', false],
    ])
    expect(after.children[0]?.fills[0]?.imageHash).not.toBe(before)
    expect(after.fills).toEqual([])
    expect(readProvenance(frame)).toEqual(next)
  })

  it('is asked about before an update where somebody took its picture away', async () => {
    const { file, put, figma } = openTemplates()
    const { nodeId } = await put()
    file.edit({ type: 'remove-node', id: find(file, nodeId).children[0]?.id ?? '' })
    const frame = figma.currentPage.findOne(({ id }) => id === nodeId)
    if (frame?.type !== 'FRAME') throw new Error('no frame')
    frame.appendChild(figma.createText())
    const wanted = { nodeId, content: png(10, 10), provenance: STORY, edits: 'keep' } as const
    await expect(replace(figma, wanted)).rejects.toMatchObject({ kind: 'edited' })
  })

  it('that shows its thumbnail first has its own size once the file is there', async () => {
    const { file, figma } = openTemplates()
    const placeholders = createPlaceholders()
    const waiting: Provenance = { ...STORY, version: null, url: '', incomplete: true }
    const items = [{ content: png(90, 161), provenance: waiting, size: null }]
    const placed = await place(figma, placeholders, { items, at: VIEW })
    const nodeId = placed.outcome === 'placed' ? (placed.nodeIds[0] ?? '') : ''
    const content = png(1080, 1920)
    const done = await complete(figma, placeholders, { nodeId, content, provenance: STORY })
    expect(done).toMatchObject({ outcome: 'completed', nodeId })
    const frame = find(file, nodeId)
    expect(frame).toMatchObject({ width: 1080, height: 1920 })
    expect(frame.children).toMatchObject([{ x: 0, y: 0, width: 1080, height: 1920, locked: true }])
  })

  it.each(['figma', 'buzz'] as const)(
    'in %s keeps the size that a person gives it while its file is on its way',
    async (editor) => {
      const { file, figma } = openTemplates({ editor })
      const placeholders = createPlaceholders()
      const waiting: Provenance = { ...STORY, version: null, url: '', incomplete: true }
      const items = [{ content: png(90, 161), provenance: waiting, size: null }]
      const placed = await place(figma, placeholders, { items, at: VIEW })
      const nodeId = placed.outcome === 'placed' ? (placed.nodeIds[0] ?? '') : ''
      const frame = await figma.getNodeByIdAsync(nodeId)
      if (frame?.type !== 'FRAME') throw new Error('no frame')
      frame.resize(77, 55)
      const content = png(1080, 1920)
      await complete(figma, placeholders, { nodeId, content, provenance: STORY })
      expect(find(file, nodeId)).toMatchObject({ width: 77, height: 55 })
    },
  )

  it('takes what is dropped on it; a click beside it lies beside it', async () => {
    const { file, put, figma } = openTemplates()
    const { nodeId } = await put(png(400, 400))
    const logo: Provenance = { ...STORY, kind: 'logo', name: 'Logo' }
    const clicked = await put(png(40, 40), logo)
    expect(find(file, figma.currentPage.id).children.map(({ id }) => id)).toContain(clicked.nodeId)
    const frame = figma.currentPage.findOne(({ id }) => id === nodeId)
    if (frame === null) throw new Error('no frame')
    const dropped = await put(png(40, 40), logo, drop(frame, 1000, 500))
    expect(find(file, nodeId).children.map(({ id }) => id)).toContain(dropped.nodeId)
  })

  it('in Buzz is an asset of its own, whatever is in focus, and takes what is placed then', async () => {
    const { file, put, figma } = openTemplates({ editor: 'buzz' })
    figma.currentPage.focusedNode = figma.buzz.createFrame()
    const { nodeId } = await put(png(1080, 1920))
    const assets = find(file, figma.currentPage.id).children
    expect(assets.map(({ id }) => id)).toContain(nodeId)
    expect(find(file, nodeId)).toMatchObject({ width: 1080, height: 1920 })
    figma.currentPage.focusedNode = null
    const logo = await put(png(40, 40), { ...STORY, kind: 'logo', name: 'Logo' })
    expect(find(file, nodeId).children.map(({ id }) => id)).toContain(logo.nodeId)
  })

  it('is not hidden behind a picture or color of its own frame', async () => {
    const { put, figma } = openTemplates()
    const { nodeId } = await put(png(400, 400))
    const filled = await fill(figma, { nodeIds: [nodeId], content: png(9, 9), provenance: STORY })
    expect(filled).toMatchObject({ filled: 0, left: { unable: 1 } })
    const use = {
      kit: { id: '1', name: 'Acme' },
      color: {
        id: '1',
        name: 'Red',
        palette: null,
        value: { r: 1, g: 0, b: 0, a: 1 },
        notation: '',
      },
      namesakes: [],
      as: 'fill',
    } as const
    const used = await applyToLayers(figma, NO_LIBRARIES, figma.currentPage.selection, use)
    expect(used).toMatchObject({ layers: 0, pictures: 1 })
  })

  it('leaves nothing behind where one of its writes fails', async () => {
    const { file, put, figma } = openTemplates()
    for (let write = 1; write <= 12; write++) {
      file.failWrite(write)
      await expect(put()).rejects.toThrow()
      expect(find(file, figma.currentPage.id).children).toEqual([])
    }
  })
})
