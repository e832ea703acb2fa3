import { describe, expect, it } from 'vitest'
import { followChanges } from '../../../plugin/changes.ts'
import { complete } from '../../../plugin/placement/complete.ts'
import { listPlaced } from '../../../plugin/placement/list.ts'
import { createPlaceholders } from '../../../plugin/placement/placeholders.ts'
import { place } from '../../../plugin/placement/place.ts'
import { replace } from '../../../plugin/placement/replace.ts'
import type { Content, PlacementSpot, Provenance } from '../../../shared/placement.ts'
import { frameAt, find, open, VIEW } from './open-placement.ts'
import { LOGO, png, svg } from './samples.ts'

const AS_COMPONENT: PlacementSpot = { type: 'view', asComponents: true }

const WAITING: Provenance = {
  ...LOGO,
  version: null,
  url: '',
  name: 'Acme logo (preview)',
  incomplete: true,
}

describe('a logo that is placed as a component', () => {
  it.each([
    ['vectors', svg(40, 20)],
    ['a picture', png(40, 20)],
  ])('is one, with %s, and an instance from then on', async (_, content) => {
    const { file, put } = open()
    const main = find(file, (await put(content, AS_COMPONENT)).nodeId)
    expect(main).toMatchObject({ type: 'COMPONENT', name: 'Acme logo', width: 40, height: 20 })
    for (const at of [AS_COMPONENT, VIEW]) {
      const again = find(file, (await put(content, at)).nodeId)
      expect(again).toMatchObject({ type: 'INSTANCE', name: 'Acme logo', width: 40, height: 20 })
      expect(again.fills).toEqual(main.fills)
    }
  })

  it('is found again on another page, and in another run', async () => {
    const { file, figma, put } = open()
    await put(svg(40, 20), AS_COMPONENT)
    await figma.setCurrentPageAsync(figma.createPage())
    expect(find(file, (await put(svg(40, 20))).nodeId).type).toBe('INSTANCE')
    const next = file.begin({ command: 'open', html: '' }).figma
    const items = [{ content: svg(40, 20), provenance: LOGO, size: null }]
    const placed = await place(next, createPlaceholders(), { items, at: VIEW })
    const [id = ''] = placed.outcome === 'placed' ? placed.nodeIds : []
    expect(find(file, id).type).toBe('INSTANCE')
  })

  it('updated once updates all of its instances', async () => {
    const { file, figma, put } = open()
    const main = await put(svg(40, 20, '#f00'), AS_COMPONENT)
    const instances = [await put(svg(40, 20)), await put(svg(40, 20))]
    const next = { ...LOGO, version: '2026-02-01T00:00:00Z' }
    const content = svg(40, 20, '#00f')
    await replace(figma, { nodeId: main.nodeId, content, provenance: next, edits: 'keep' })
    const blue = { color: { r: 0, g: 0, b: 1 } }
    for (const { nodeId } of [main, ...instances]) {
      expect(find(file, nodeId).children).toMatchObject([{ fills: [blue] }])
    }
    const listed = await listPlaced(figma, followChanges(figma), 'page', {
      cancelled: false,
      progress: () => undefined,
    })
    expect(listed.layers.map(({ nodeId }) => nodeId)).toEqual([main.nodeId])
    expect(listed.inInstances).toBe(2)
  })

  it('that was deleted is vectors again', async () => {
    const { file, put } = open()
    const main = await put(svg(40, 20), AS_COMPONENT)
    file.edit({ type: 'remove-node', id: main.nodeId })
    expect(find(file, (await put(svg(40, 20))).nodeId).type).toBe('FRAME')
  })

  it('is never somebody’s own component, whatever the file says', async () => {
    const { file, figma, put } = open()
    const own = figma.createComponent()
    const value = JSON.stringify({ [`${LOGO.kitId ?? ''}/${LOGO.assetId}`]: own.id })
    figma.root.setSharedPluginData('cliquify', 'components', value)
    expect(find(file, (await put(svg(40, 20))).nodeId).type).toBe('FRAME')
  })

  it('is shrunk into a selected frame with all that is in it, instances too', async () => {
    const { file, figma, put } = open()
    const frame = frameAt(figma, 0, 0, 20, 20)
    for (const type of ['COMPONENT', 'INSTANCE']) {
      file.select([frame.id])
      const { nodeId } = await put(svg(40, 20), AS_COMPONENT)
      const node = find(file, nodeId)
      expect(node).toMatchObject({ type, width: 20, height: 10 })
      expect(node.children).toMatchObject([{ width: 20, height: 10 }])
    }
  })

  it('lies beside others that were placed, as everything does', async () => {
    const { file, put } = open()
    const ids = [await put(svg(40, 20), AS_COMPONENT), await put(svg(40, 20)), await put(png(9, 9))]
    const [first, second, third] = ids.map(({ nodeId }) => find(file, nodeId))
    expect(second?.x).toBeGreaterThanOrEqual((first?.x ?? 0) + 40)
    expect(third?.x).toBeGreaterThanOrEqual((second?.x ?? 0) + 40)
  })

  it.each(['a component', 'FigJam', 'Slides'])('is none inside %s', async (where) => {
    const editor = { FigJam: 'figjam', Slides: 'slides' } as const
    const { file, figma, put } = open(
      where === 'FigJam' || where === 'Slides' ? { editor: editor[where] } : {},
    )
    if (where === 'a component') file.select([figma.createComponent().id])
    expect(find(file, (await put(svg(4, 2), AS_COMPONENT)).nodeId).type).toBe('FRAME')
  })

  it('shows its thumbnail first, and its instances follow once the file is there', async () => {
    const { file, figma } = open()
    const placeholders = createPlaceholders()
    const put = async (at: PlacementSpot, content: Content, provenance: Provenance) => {
      const items = [{ content, provenance, size: { width: 40, height: 20 } }]
      const placed = await place(figma, placeholders, { items, at })
      return placed.outcome === 'placed' ? (placed.nodeIds[0] ?? '') : ''
    }
    const main = await put(AS_COMPONENT, png(8, 4), WAITING)
    expect(find(file, main)).toMatchObject({ type: 'COMPONENT', width: 40, height: 20 })
    const instance = await put(VIEW, png(8, 4), WAITING)
    for (const nodeId of [main, instance]) {
      const content = svg(40, 20)
      const done = await complete(figma, placeholders, { nodeId, content, provenance: LOGO })
      expect(done).toEqual({ outcome: 'completed', nodeId, parentName: 'Page 1' })
      expect(find(file, nodeId)).toMatchObject({ fills: [], width: 40, height: 20 })
      expect(find(file, nodeId).children).toHaveLength(1)
    }
    expect(find(file, main).name).toBe('Acme logo')
  })

  it('leaves nothing behind where one of its writes fails', async () => {
    const { file, figma, put } = open()
    for (let write = 1; write <= 10; write++) {
      file.failWrite(write)
      await expect(put(svg(40, 20), AS_COMPONENT)).rejects.toThrow()
      expect(find(file, figma.currentPage.id).children).toEqual([])
    }
  })
})
