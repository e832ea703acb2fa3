import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BrandAsset } from '../../../shared/brand.ts'
import { hexOf } from '../../../shared/color.ts'
import { parseCssColor } from '../../../ui/cliquify/decode/css-color.ts'
import type { Next, Page } from '../../../ui/cliquify/client.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import type { Settings, SettingsChange } from '../../cliquify/settings.ts'
import { times } from '../../deep.ts'
import { connected, patience } from './connected.ts'

const api = useCliquify({ settings: { assetCount: 12, pageSize: 5 } })
let usual: Read
beforeAll(async () => {
  usual = await readAll()
})

type Fields = Settings['fields']
type Choices<T> = { readonly [K in keyof T]: readonly T[K][] }

const ENVELOPES = [
  'bare',
  'data',
  'success-data',
  'nested-paginator',
  'api-resource',
  'raw-paginator',
  'cursor',
  'next-page-url',
] as const

/** Every choice of the stand-in: what the decoder is documented to accept. */
const FIELDS: Choices<Fields> = {
  ids: ['number', 'string'],
  name: ['name', 'title', 'label', 'file_name', 'none'],
  media: ['url', 'image', 'image_url', 'file', 'file_url', 'original_url', 'src'],
  thumbnail: ['thumbnail', 'thumbnail_url', 'thumb', 'preview', 'preview_url', 'none'],
  urls: ['absolute', 'relative', 'unescaped'],
  kind: ['mime_type', 'type', 'file_type', 'extension', 'none'],
  tags: ['objects', 'ids', 'strings'],
  folder: ['id', 'object', 'name'],
  folders: ['parent_id', 'children'],
  date: ['updated_at', 'updatedAt', 'modified_at', 'none'],
  dateFormat: ['iso', 'sql'],
  colorValue: ['hex', 'hex_code', 'value', 'color', 'code', 'rgb', 'channels'],
  colorIds: [true, false],
  colorList: ['palettes', 'objects', 'strings', 'by-name'],
  kitInsides: [true, false],
  items: ['flat', 'json-api'],
  videos: ['as-files', 'video_url'],
}
const PATHS = ['first', 'second'] as const

const oneOf = <T>(choices: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...choices)

const shape = fc.record({
  envelopes: fc.record({
    brandKits: oneOf(ENVELOPES),
    colors: oneOf(ENVELOPES),
    logos: oneOf(ENVELOPES),
    folders: oneOf(ENVELOPES),
    assets: oneOf(ENVELOPES),
    assetTags: oneOf(ENVELOPES),
    templates: oneOf(ENVELOPES),
    templateTags: oneOf(ENVELOPES),
  }),
  paths: fc.record({
    brandKits: oneOf(PATHS),
    colors: oneOf(PATHS),
    logos: oneOf(PATHS),
    assetTags: oneOf(PATHS),
  }),
  fields: fc.record({
    ids: oneOf(FIELDS.ids),
    name: oneOf(FIELDS.name),
    media: oneOf(FIELDS.media),
    thumbnail: oneOf(FIELDS.thumbnail),
    urls: oneOf(FIELDS.urls),
    kind: oneOf(FIELDS.kind),
    tags: oneOf(FIELDS.tags),
    folder: oneOf(FIELDS.folder),
    folders: oneOf(FIELDS.folders),
    date: oneOf(FIELDS.date),
    dateFormat: oneOf(FIELDS.dateFormat),
    colorValue: oneOf(FIELDS.colorValue),
    colorIds: oneOf(FIELDS.colorIds),
    colorList: oneOf(FIELDS.colorList),
    kitInsides: oneOf(FIELDS.kitInsides),
    items: oneOf(FIELDS.items),
    videos: oneOf(FIELDS.videos),
  }),
})

interface Read {
  readonly kits: readonly string[]
  readonly colors: readonly string[]
  readonly colorCount: number
  readonly logos: readonly BrandAsset[]
  readonly assets: readonly BrandAsset[]
  readonly templates: readonly BrandAsset[]
  readonly folders: readonly unknown[]
}

/** Everything that a client reads of the sample brand, to the last page. */
async function readAll(): Promise<Read> {
  const { client } = await connected(api.origin, { limits: { requestsPerMinute: 100_000 } })
  const kits = await client.brandKits(patience())
  const [kit] = kits.items
  if (kit === undefined) throw new Error('no kit')
  const colors = await client.colors(kit, patience())
  const logos = await client.logos(kit, patience())
  const folders = await client.folders(patience())
  // Else their names come after the assets.
  await Promise.all([client.assetTags(patience()), client.templateTags(patience())])
  const long = async (kind: 'assets' | 'templates'): Promise<BrandAsset[]> => {
    const items: BrandAsset[] = []
    let from: Next | null = null
    do {
      const page: Page<BrandAsset> = await client[kind](from, patience())
      expect(page.skipped).toEqual([])
      items.push(...page.items)
      from = page.next
    } while (from !== null)
    return items
  }
  expect([kits.skipped, logos.skipped, folders.skipped]).toEqual([[], [], []])
  return {
    kits: kits.items.map(({ id }) => id),
    colors: colors.items.map(({ value }) => hexOf(value)),
    colorCount: colors.items.length + colors.skipped.length,
    logos: logos.items,
    assets: await long('assets'),
    templates: await long('templates'),
    folders: folders.items,
  }
}

/** Both readings, without what this shape does not tell. */
function expectSame(
  usual: readonly BrandAsset[],
  read: readonly BrandAsset[],
  fields: Fields,
): void {
  const told = (asset: BrandAsset): BrandAsset => ({
    ...asset,
    // A missing name falls back to the file's, which is tested by itself.
    name: ['name', 'title', 'label'].includes(fields.name) ? asset.name : '',
    thumbnailUrl: fields.thumbnail === 'none' ? null : asset.thumbnailUrl,
    updatedAt: fields.date === 'none' ? null : asset.updatedAt,
    // Without names, tags and folders are but ids.
    tags: fields.name === 'none' ? [] : asset.tags,
    folderIds: fields.name === 'none' ? [] : asset.folderIds,
  })
  expect(read.map(told)).toEqual(usual.map(told))
  expect(read.every(({ name }) => name.trim() !== '')).toBe(true)
}

/** Names apart, which a shape without names does not tell. */
const bare = (folders: readonly unknown[]): unknown =>
  folders.map((folder) => ({ ...(folder as object), name: null }))

describe('every mixture of envelopes, paths and fields', () => {
  it('is read as the same brand', async () => {
    const sampled = api.brand.kits[0]?.palettes.flatMap((palette) => palette.colors) ?? []
    const hexes = sampled.flatMap(({ value }) => {
      const color = parseCssColor(value)
      return color === null ? [] : [hexOf(color)]
    })
    expect(usual.colors).toEqual(hexes)
    expect(usual.kits).toEqual(api.brand.kits.map(({ id }) => String(id)))
    expect(usual.assets).toHaveLength(12)

    const check = async (change: SettingsChange & { fields: Fields }): Promise<void> => {
      const { fields } = change
      api.reset()
      api.configure(change)
      const read = await readAll()
      expect(read.kits).toEqual(usual.kits)
      if (fields.colorList !== 'by-name') {
        // Channels are rounded to bytes, and lose what lay between.
        expect(read.colors).toHaveLength(hexes.length)
        if (!['rgb', 'channels'].includes(fields.colorValue)) expect(read.colors).toEqual(hexes)
        expect(read.colorCount).toBe(sampled.length)
      } else {
        expect(read.colorCount).toBe(new Set(sampled.map(({ name }) => name)).size)
      }
      for (const list of ['logos', 'assets', 'templates'] as const) {
        expectSame(usual[list], read[list], fields)
      }
      expect(bare(read.folders)).toEqual(bare(usual.folders))
    }
    await fc.assert(fc.asyncProperty(shape, check), {
      numRuns: times(6, 24),
      seed: 20_261_122,
      endOnFailure: true,
    })
  }, 120_000)

  it.each(
    Object.entries(FIELDS).flatMap(([field, values]) =>
      (values as readonly unknown[]).map((value) => [field, value] as const),
    ),
  )(
    'holds with %s: %j alone',
    async (field, value) => {
      api.configure({ fields: { [field]: value } })
      const read = await readAll()
      expect(read.kits).toEqual(usual.kits)
      for (const list of ['logos', 'assets', 'templates'] as const) {
        expectSame(usual[list], read[list], api.settings.fields)
      }
      expect(bare(read.folders)).toEqual(bare(usual.folders))
      expect(read.colorCount).toBeGreaterThan(15)
    },
    60_000,
  )
})
