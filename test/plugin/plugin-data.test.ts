import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { place } from '../../plugin/placement/place.ts'
import { fill } from '../../plugin/placement/fill.ts'
import { toPublish } from '../../plugin/libraries/publishing.ts'
import { openStyleNotes } from '../../plugin/libraries/style-notes.ts'
import { openStorage } from '../../plugin/storage.ts'
import { createPlaceholders } from '../../plugin/placement/placeholders.ts'
import type { PlacementItem, PlacementSpot } from '../../shared/placement.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../shared/sync.ts'
import type { NodeSnapshot } from '../figma/host-api.ts'
import { openFile } from '../figma/file.ts'
import { openColorRoom } from './colors/color-room.ts'
import { BLUE, brandColor, KIT, RED } from './colors/samples.ts'
import { LOGO, png, svg } from './placement/samples.ts'

const DOC = readFileSync(new URL('../../docs/plugin-data.md', import.meta.url), 'utf8')
const JOB = { cancelled: false, progress: () => undefined }
const AS_COMPONENT: PlacementSpot = { type: 'view', asComponents: true }

/** All that the plugin notes: a shared collection with a gradient, left out, and each way of placing. */
async function writtenNotes(): Promise<readonly Readonly<Record<string, string>>[]> {
  const file = openFile()
  const stop = (position: number, color: typeof RED) => ({ position, color })
  const gradient = {
    ...{ type: 'radial' as const, angle: 0, center: { x: 0.5, y: 0.5 }, radii: { x: 1, y: 0.5 } },
    stops: [stop(0, RED), stop(1, BLUE)],
  }
  const colors = [
    brandColor({ id: '1' }),
    brandColor({ id: '2', name: 'Dusk', gradient }),
    brandColor({ id: '3', name: 'Sky' }),
  ]
  const options: SyncOptions = { ...DEFAULT_SYNC_OPTIONS, target: 'both', collection: 'shared' }
  const decisions = { take: [], remove: [], leaveOut: ['id:3'], merge: [] }
  await openColorRoom(file.figma).apply({ kit: KIT, colors, options, decisions }, JOB)
  file.publish()
  const notes = openStyleNotes(openStorage(file.figma))
  await toPublish(file.figma, notes, KIT, options, 0)

  const template = { ...LOGO, kind: 'template' as const, link: 'https://app.cliquify.me/files/7' }
  const waiting = { ...LOGO, assetId: '8', version: null, incomplete: true as const }
  const placed: readonly (readonly [PlacementItem, PlacementSpot])[] = [
    [{ content: svg(40, 20), provenance: LOGO, size: null }, AS_COMPONENT],
    [{ content: png(40, 20), provenance: template, size: null }, { type: 'view' }],
    [{ content: png(40, 20), provenance: waiting, size: null }, { type: 'view' }],
  ]
  for (const [item, at] of placed) {
    await place(file.figma, createPlaceholders(), { items: [item], at })
  }
  const { id } = file.figma.createRectangle()
  await fill(file.figma, { nodeIds: [id], content: png(40, 20), provenance: LOGO })

  const { pages, paintStyles, collections, sharedPluginData } = file.snapshot()
  const nodes = (list: readonly NodeSnapshot[]): readonly NodeSnapshot[] =>
    list.flatMap((node) => [node, ...nodes(node.children)])
  return [
    { sharedPluginData },
    ...nodes(pages),
    ...paintStyles,
    ...collections,
    ...collections.flatMap(({ variables }) => variables),
  ].map((bearer) => bearer.sharedPluginData['cliquify'] ?? {})
}

function fieldsOf(text: string): readonly string[] {
  return text.startsWith('{') ? Object.keys(JSON.parse(text) as object) : []
}

describe('docs/plugin-data.md', () => {
  it('names each key that the plugin notes in a file, and each field', async () => {
    const notes = await writtenNotes()
    const keys = new Set(notes.flatMap(Object.keys))
    const generic = [...keys].map((key) => key.replace(KIT.id, 'KIT')).sort()
    expect(generic).toEqual([
      'asset',
      'collection',
      'color',
      'color-KIT',
      'components',
      'made-KIT',
      'picture',
      'published-KIT',
      'synced-KIT',
    ])
    const fields = notes.flatMap((note) =>
      Object.entries(note).flatMap(([key, text]) => (key === 'components' ? [] : fieldsOf(text))),
    )
    expect(new Set(fields)).toContain('gradient')
    for (const name of new Set([...generic, ...fields])) expect(DOC).toContain(`\`${name}\``)
  })
})
