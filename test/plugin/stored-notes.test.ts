import { describe, expect, it } from 'vitest'
import { readLastSync, writeLastSync } from '../../plugin/colors/last-sync.ts'
import { linkText, readLink, type Link } from '../../plugin/colors/link.ts'
import { readProvenance } from '../../plugin/placement/provenance.ts'
import { readSuggestions } from '../../plugin/quick-insert/read-suggestions.ts'
import { DEFAULT_SYNC_OPTIONS, type SyncOptions } from '../../shared/sync.ts'
import { openFile } from '../figma/file.ts'
import { LOGO } from './placement/samples.ts'
import { quickItem } from './quick-insert/quick-item.ts'

const LINK: Link = {
  kitId: 'kit-1',
  color: 'id:1',
  name: 'Acme/Red',
  wanted: 'Acme/Red',
  value: { r: 1, g: 0, b: 0, a: 1 },
}
const OWN_PREFIX = (text: string): SyncOptions => ({
  ...DEFAULT_SYNC_OPTIONS,
  naming: { prefix: { type: 'own', text }, grouping: 'flat' },
})

/** Each place where a name was noted: what is read of it after it was stored. */
const PLACES: readonly (readonly [string, (name: string) => string | undefined])[] = [
  [
    'a placed layer',
    (name) => {
      const layer = openFile().figma.createRectangle()
      layer.setSharedPluginData('cliquify', 'asset', JSON.stringify({ ...LOGO, name }))
      return readProvenance(layer)?.name
    },
  ],
  ['a link', (name) => readLink(linkText({ ...LINK, name }))?.name],
  ['what a link wanted', (name) => readLink(linkText({ ...LINK, wanted: name }))?.wanted],
  [
    'the last sync',
    (name) => {
      const { root } = openFile().figma
      const note = JSON.stringify({ at: new Date(0).toISOString(), options: OWN_PREFIX(name) })
      root.setSharedPluginData('cliquify', 'synced-kit-1', note)
      const { prefix } = readLastSync(root, 'kit-1').options.naming
      return prefix.type === 'own' ? prefix.text : undefined
    },
  ],
  ['a suggestion', (name) => readSuggestions([quickItem({ name })])[0]?.name],
  [
    'its kit',
    (name) => readSuggestions([quickItem({ name: 'a', kitName: name })])[0]?.kitName ?? '',
  ],
  ['its tag', (name) => readSuggestions([quickItem({ name: 'a', tags: [name] })])[0]?.tags[0]],
]

describe.each(PLACES)('a name that %s has stored', (_, stored) => {
  it('is read as it is where it is plain', () => {
    expect(stored('Acme Größe 紅 👩‍👩‍👧')).toBe('Acme Größe 紅 👩‍👩‍👧')
  })

  it('is read without control characters and marks that turn its direction', () => {
    expect(stored('\u202egpj.\u0000ogo\u2066l\u2069\n!')).toBe('gpj. ogol !')
  })

  it('is cut where it is longer than any name', () => {
    const long = stored('x'.repeat(20_000))
    expect(long?.length).toBe(1_000)
  })
})

describe('a note that is no note of ours', () => {
  it.each([
    ['broken', '{"kind":"logo"'],
    ['an array', '[]'],
    ['nested without end', '['.repeat(30_000)],
    ['of other types', '{"kind":{},"kit":1,"color":[],"name":{},"at":{},"options":5,"value":"x"}'],
    ['huge', JSON.stringify({ ...LOGO, kit: 'k', color: 'c', wanted: 'w', x: 'x'.repeat(90_000) })],
  ])('is dropped where it is %s', (_, note) => {
    const { figma } = openFile()
    const layer = figma.createRectangle()
    layer.setSharedPluginData('cliquify', 'asset', note)
    expect(readProvenance(layer)).toBeNull()
    expect(readLink(note)).toBeNull()
    figma.root.setSharedPluginData('cliquify', 'synced-a', note)
    expect(readLastSync(figma.root, 'a')).toEqual({ at: null, options: DEFAULT_SYNC_OPTIONS })
    expect(readLastSync(figma.root, 'b')).toEqual({ at: null, options: DEFAULT_SYNC_OPTIONS })
  })

  it.each(['9999-99-99T99:99:99.999Z', `2026-01-01T${'1'.repeat(5_000)}Z`, '\u202e2026'])(
    'nor is “%s” a time of a sync',
    (at) => {
      const { root } = openFile().figma
      root.setSharedPluginData('cliquify', 'synced-a', JSON.stringify({ at }))
      writeLastSync(root, { id: 'b', name: 'B' }, new Date(1000), OWN_PREFIX('B'))
      expect(readLastSync(root, 'a').at).toBeNull()
      expect(readLastSync(root, 'c').options.naming.grouping).toBe('flat')
    },
  )
})
