import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../shared/color.ts'
import { parseCssColor } from '../../../ui/cliquify/decode/css-color.ts'
import type { BrandAsset, BrandKit } from '../../../shared/brand.ts'
import type { Client, Next, Page } from '../../../ui/cliquify/client.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import type { SettingsChange } from '../../cliquify/settings.ts'
import { connected, failureOf, patience } from './connected.ts'

const api = useCliquify()

const gets = (): readonly string[] =>
  api.requests.filter(({ method }) => method === 'GET').map(({ path }) => path)

async function firstKit(client: Client): Promise<BrandKit> {
  const [kit] = (await client.brandKits(patience())).items
  if (kit === undefined) throw new Error('no kit')
  return kit
}

/** What the sample's first kit must come out as, whatever the shape. */
function expectedHexes(): readonly string[] {
  const colors = api.brand.kits[0]?.palettes.flatMap((palette) => palette.colors) ?? []
  return colors.flatMap(({ value }) => {
    const color = parseCssColor(value)
    return color === null ? [] : [hexOf(color)]
  })
}

const PAGED = [
  'nested-paginator',
  'api-resource',
  'raw-paginator',
  'cursor',
  'next-page-url',
] as const
const ENVELOPES = ['bare', 'data', 'success-data', ...PAGED] as const

describe('lists in any envelope', () => {
  it.each(ENVELOPES)('reads them all as %s, pages included', async (envelope) => {
    const all = {
      brandKits: envelope,
      colors: envelope,
      logos: envelope,
      folders: envelope,
      assets: envelope,
      templates: envelope,
    }
    api.configure({ envelopes: all, pageSize: 3, assetCount: 20, fields: { colorList: 'objects' } })
    const { client } = await connected(api.origin)
    const kits = await client.brandKits(patience())
    expect(kits.items.map(({ name }) => name)).toEqual(api.brand.kits.map(({ name }) => name))
    const kit = await firstKit(client)
    const colors = await client.colors(kit, patience())
    expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes())
    const logos = await client.logos(kit, patience())
    expect(logos.items.map(({ id }) => id)).toEqual(
      api.brand.kits[0]?.logos.map(({ id }) => String(id)),
    )
    const folders = await client.folders(patience())
    expect(folders.items).toHaveLength(api.brand.folders.length)
    const ids: string[] = []
    let from: Next | null = null
    do {
      const page: Page<BrandAsset> = await client.assets(from, patience())
      ids.push(...page.items.map(({ id }) => id))
      from = page.next
    } while (from !== null)
    expect(ids).toEqual(api.brand.assets.map(({ id }) => String(id)))
  })

  it('loads assets a page at a time', async () => {
    api.configure({ pageSize: 5, assetCount: 20 })
    const { client } = await connected(api.origin)
    api.forgetRequests()
    const page = await client.assets(null, patience())
    expect(page.items).toHaveLength(5)
    expect(page.next).not.toBeNull()
    expect(gets()).toEqual(['/api/assets'])
  })

  it.each(['object', 'data-object'] as const)('takes one kit that stands as %s', async (shape) => {
    api.configure({ envelopes: { brandKits: shape } })
    const { client } = await connected(api.origin)
    const kits = await client.brandKits(patience())
    expect(kits.items.map(({ name }) => name)).toEqual([api.brand.kits[0]?.name])
  })

  it('stops a paginator that loops, with a sentence that says so', async () => {
    api.configure({ envelopes: { colors: 'looping', assets: 'looping' } })
    const { client } = await connected(api.origin)
    const failure = await failureOf(client.colors(await firstKit(client), patience()))
    expect(failure.kind).toBe('unexpected-reply')
    expect(failure.message).toContain('lead nowhere')
    const page = await client.assets(null, patience())
    expect(page.items.length).toBeGreaterThan(0)
    expect((await failureOf(client.assets(page.next, patience()))).message).toContain(
      'lead nowhere',
    )
  })

  it('reads a page again without taking it for a circle', async () => {
    api.configure({ pageSize: 5, assetCount: 20 })
    const { client } = await connected(api.origin)
    const first = await client.assets(null, patience())
    const second = await client.assets(first.next, patience())
    expect(await client.assets(first.next, patience())).toEqual(second)
    expect(await client.assets(null, patience())).toEqual(first)
    const third = await client.assets(second.next, patience())
    expect(third.items[0]?.id).toBe(String(api.brand.assets[10]?.id))
  })

  it.each(['https://elsewhere.example/collect', '/oauth/revoke', '/api/assets?', 'http://[broken'])(
    'does not follow a next page to %s, which names none',
    async (next) => {
      const body = { data: [{ id: 1, name: 'One' }], next_page_url: next }
      api.addFault({ path: '/api/assets', times: 1, effect: { type: 'status', status: 200, body } })
      const { client } = await connected(api.origin)
      const page = await client.assets(null, patience())
      expect(page.items).toHaveLength(1)
      api.forgetRequests()
      expect((await failureOf(client.assets(page.next, patience()))).kind).toBe('unexpected-reply')
      expect(gets()).toEqual([])
    },
  )
})

/** The ids of all assets, and the queries with which they were asked for. */
async function readAssets(client: Client): Promise<{ ids: string[]; queries: string[] }> {
  api.forgetRequests()
  const ids: string[] = []
  let from: Next | null = null
  do {
    const page: Page<BrandAsset> = await client.assets(from, patience())
    ids.push(...page.items.map(({ id }) => id))
    from = page.next
  } while (from !== null)
  const asked = api.requests.filter(
    ({ path, method }) => path === '/api/assets' && method === 'GET',
  )
  return { ids, queries: asked.map(({ query }) => decodeURIComponent(query)) }
}

const allIds = (): readonly string[] => api.brand.assets.map(({ id }) => String(id))

describe('the size of pages', () => {
  it('is asked for, and put back where links leave it out', async () => {
    api.configure({ perPage: 'honoured', assetCount: 250, pageSize: 15 })
    const { client } = await connected(api.origin)
    const { ids, queries } = await readAssets(client)
    expect(ids).toEqual(allIds())
    expect(queries).toEqual(['per_page=100', 'page=2&per_page=100', 'page=3&per_page=100'])
  })

  it('is asked for with every list', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    await client.colors(kit, patience())
    await client.logos(kit, patience())
    await client.assets(null, patience())
    await client.templates(null, patience())
    await client.folders(patience())
    await client.assetTags(patience())
    await client.templateTags(patience())
    const lists = api.requests.filter(({ path }) => path.startsWith('/api/'))
    expect(lists.map(({ query }) => query)).toEqual(lists.map(() => 'per_page=100'))
    expect(lists).toHaveLength(8)
  })

  it('is what the server makes of it where that is another', async () => {
    api.configure({ assetCount: 40, pageSize: 15 })
    const { client } = await connected(api.origin)
    const { ids, queries } = await readAssets(client)
    expect(ids).toEqual(allIds())
    expect(queries).toEqual(['per_page=100', 'page=2&per_page=15', 'page=3&per_page=15'])
  })

  it('leaves nothing out where it is ignored at first and heard later', async () => {
    api.configure({ assetCount: 60, pageSize: 15, envelopes: { assets: 'next-page-url' } })
    const { client } = await connected(api.origin)
    const first = await client.assets(null, patience())
    api.configure({ perPage: 'honoured' })
    const second = await client.assets(first.next, patience())
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(ids).toEqual(allIds().slice(0, 30))
  })

  it('in a link counts more', async () => {
    api.configure({ perPage: 'honoured', assetCount: 250, pageLinks: 'with-query' })
    const { client } = await connected(api.origin)
    const { ids, queries } = await readAssets(client)
    expect(ids).toEqual(allIds())
    expect(queries[1]).toBe('per_page=100&page=2')
  })

  it('is no longer asked for where the server refuses it', async () => {
    api.configure({ perPage: 'refused', assetCount: 40, pageSize: 15 })
    const { client } = await connected(api.origin)
    const { ids, queries } = await readAssets(client)
    expect(ids).toEqual(allIds())
    expect(queries).toEqual(['per_page=100', '', 'page=2', 'page=3'])
    expect((await readAssets(client)).queries).toEqual(['', 'page=2', 'page=3'])
    const kit = await firstKit(client)
    expect((await client.colors(kit, patience())).items.length).toBeGreaterThan(0)
    expect((await client.logos(kit, patience())).items.length).toBeGreaterThan(0)
  })

  it.each([
    [400, { message: 'Unknown parameter: per_page' }],
    [400, { message: 'Bad Request' }],
    [422, ''],
    [400, { message: 'Unknown query parameter.' }],
    [422, { errors: { query: ['Unexpected parameter.'] } }],
    [422, { per_page: ['The per page field must not be greater than 50.'] }],
    [200, { success: false, code: 422, message: 'perPage is not allowed' }],
  ])('is refused by a %i %j', async (status, body) => {
    api.addFault({ path: '/api/folders', times: 1, effect: { type: 'status', status, body } })
    const { client } = await connected(api.origin)
    expect((await client.folders(patience())).items).toHaveLength(api.brand.folders.length)
  })

  it('is not the reason for every refusal', async () => {
    const body = { message: 'The page field is wrong.', errors: { page: ['wrong'] } }
    api.addFault({ path: '/api/folders', effect: { type: 'status', status: 422, body } })
    const { client } = await connected(api.origin)
    api.forgetRequests()
    expect((await failureOf(client.folders(patience()))).message).toContain('“page”')
    expect(gets()).toEqual(['/api/folders'])
  })

  it('does not hide that pages go round in circles', async () => {
    api.configure({ envelopes: { assets: 'looping' }, pageSize: 15 })
    const { client } = await connected(api.origin)
    const page = await client.assets(null, patience())
    api.forgetRequests()
    expect((await failureOf(client.assets(page.next, patience()))).message).toContain(
      'lead nowhere',
    )
    expect(gets()).toEqual([])
  })

  it('lets those who ask at the same time share one request', async () => {
    api.configure({ perPage: 'honoured', assetCount: 250 })
    const { client } = await connected(api.origin)
    const { next } = await client.assets(null, patience())
    api.forgetRequests()
    await Promise.all([1, 2, 3].map(() => client.assets(next, patience())))
    expect(gets()).toEqual(['/api/assets'])
  })
})

describe('links behind a gateway', () => {
  it.each(['nested-paginator', 'api-resource', 'raw-paginator', 'next-page-url'] as const)(
    'lead through every page of a list as %s, on its own host and path',
    async (envelope) => {
      const envelopes = { assets: envelope, colors: envelope, logos: envelope }
      const fields = { colorList: 'objects' } as const
      api.configure({ pageLinks: 'foreign', envelopes, fields, pageSize: 5, assetCount: 20 })
      const { client } = await connected(api.origin)
      expect((await readAssets(client)).ids).toEqual(allIds())
      const kit = await firstKit(client)
      api.forgetRequests()
      const colors = await client.colors(kit, patience())
      expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes())
      expect(new Set(gets())).toEqual(new Set([`/api/brand-kits/${kit.id}/colors`]))
    },
  )
})

describe('a brand kit that is gone', () => {
  it.each(['colors', 'logos'] as const)(
    'has its %s told as gone, and no other path is tried',
    async (list) => {
      const { client } = await connected(api.origin)
      const kit = await firstKit(client)
      api.edit({ type: 'remove-kit', kitId: Number(kit.id) })
      api.forgetRequests()
      const failure = await failureOf(client[list](kit, patience()))
      expect([failure.kind, failure.action]).toEqual(['deleted', 'retry'])
      expect(failure.message).toMatch(/^This brand kit is no longer in Cliquify\. .*Retry/)
      expect(gets()).toEqual([`/api/brand-kits/${kit.id}/${list}`])
      expect(client.known[list](kit)).toBeNull()
    },
  )

  it.each([
    'No query results for model [App\\Models\\BrandKit] 11',
    'No query results for model [BrandKit] 11, 12.',
    'No query results for model [App\\Models\\BrandKit].',
    'no query results for model',
  ])('is gone after “%s”', async (message) => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    const effect = { type: 'status', status: 404, body: { message } } as const
    api.addFault({ path: '/api/brand-kits/*/colors', effect })
    expect((await failureOf(client.colors(kit, patience()))).kind).toBe('deleted')
  })

  it('is gone after a 200 that says so, too', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    const body = { success: false, message: 'No query results for model [App\\Models\\Kit] 11' }
    const effect = { type: 'status', status: 200, body } as const
    api.addFault({ path: '/api/brand-kits/*/colors', effect })
    expect((await failureOf(client.colors(kit, patience()))).message).toContain('This kit is no')
  })

  it('is not what a path means whose last word was taken for an id', async () => {
    api.configure({ paths: { assetTags: 'none' } })
    const message = 'No query results for model [App\\Models\\Asset] tags'
    const effect = { type: 'status', status: 404, body: { message } } as const
    api.addFault({ path: '/api/assets/tags', effect })
    const { client } = await connected(api.origin)
    expect((await failureOf(client.assetTags(patience()))).kind).toBe('not-offered')
  })
})

describe('items of JSON:API', () => {
  it('are read as the same brand', async () => {
    const usual = await connected(api.origin)
    const kit = await firstKit(usual.client)
    api.configure({ fields: { items: 'json-api' } })
    const { client } = await connected(api.origin)
    expect(await client.brandKits(patience())).toEqual({ items: expect.anything(), skipped: [] })
    expect(await firstKit(client)).toEqual(kit)
    for (const list of ['folders', 'assetTags', 'templateTags'] as const) {
      const read = await client[list](patience())
      api.configure({ fields: { items: 'flat' } })
      expect(read).toEqual(await usual.client[list](patience()))
      api.configure({ fields: { items: 'json-api' } })
    }
    for (const list of ['assets', 'templates'] as const) {
      const read = await client[list](null, patience())
      api.configure({ fields: { items: 'flat' } })
      expect(read).toEqual(await usual.client[list](null, patience()))
      api.configure({ fields: { items: 'json-api' } })
    }
    for (const list of ['colors', 'logos'] as const) {
      const read = await client[list](kit, patience())
      api.configure({ fields: { items: 'flat' } })
      expect(read).toEqual(await usual.client[list](kit, patience()))
      api.configure({ fields: { items: 'json-api' } })
    }
  })
})

describe('a video', () => {
  it('keeps file, thumbnail, size and length where it is told as video_url', async () => {
    const { client } = await connected(api.origin)
    const usual = (await client.assets(null, patience())).items
    api.configure({ fields: { videos: 'video_url' } })
    const { items } = await client.assets(null, patience())
    const [video] = items.filter(({ format }) => format === 'video')
    expect(video).toEqual({ ...usual.find(({ id }) => id === video?.id), duration: 2 })
    expect(video?.url).toMatch(/\.webm$/)
    expect(video?.thumbnailUrl).not.toBeNull()
  })
})

describe('paths that the documentation leaves open', () => {
  it('tries the second candidate after a routing 404 and remembers it', async () => {
    api.configure({ paths: { brandKits: 'second', colors: 'second', logos: 'second' } })
    const { client } = await connected(api.origin)
    api.forgetRequests()
    const kit = await firstKit(client)
    await client.colors(kit, patience())
    await client.logos(kit, patience())
    await firstKit(client)
    await client.colors(kit, patience())
    expect(gets()).toEqual([
      '/api/brand-kits',
      '/api/brand-kit',
      `/api/brand-kits/${kit.id}/colors`,
      '/api/brand-kit/colors',
      `/api/brand-kits/${kit.id}/logos`,
      '/api/brand-kit/logos',
      '/api/brand-kit',
      '/api/brand-kit/colors',
    ])
  })

  it('makes one kit of the colors where kits are not offered', async () => {
    api.configure({ paths: { brandKits: 'none', colors: 'second', logos: 'second' } })
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    expect(kit.name).toBe('Brand kit')
    const colors = await client.colors(kit, patience())
    expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes())
    expect((await client.logos(kit, patience())).items).not.toEqual([])
  })

  it('says what the account does not offer where every candidate is missing', async () => {
    api.configure({ paths: { brandKits: 'none', colors: 'none', logos: 'none' } })
    const { client } = await connected(api.origin)
    const failure = await failureOf(client.brandKits(patience()))
    expect(failure.kind).toBe('not-offered')
    expect(failure.message).toContain('does not offer brand kits')
  })

  it('does not try another path where the company is not found', async () => {
    api.configure({ company: 'unlinked' })
    const { client } = await connected(api.origin)
    api.forgetRequests()
    const failure = await failureOf(client.brandKits(patience()))
    expect([failure.kind, failure.action]).toEqual(['no-company', 'settings'])
    expect(gets()).toEqual(['/api/brand-kits'])
  })

  it('asks for nothing that a kit carries inside', async () => {
    api.configure({ fields: { kitInsides: true } })
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    api.forgetRequests()
    const colors = await client.colors(kit, patience())
    const logos = await client.logos(kit, patience())
    expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes())
    expect(logos.items).toHaveLength(api.brand.kits[0]?.logos.length ?? -1)
    expect(gets()).toEqual([])
  })
})

const FIELD_SHAPES: readonly SettingsChange['fields'][] = [
  { ids: 'string' },
  { name: 'title', media: 'image', thumbnail: 'thumb', kind: 'type' },
  { name: 'label', media: 'image_url', thumbnail: 'preview', kind: 'file_type' },
  { name: 'file_name', media: 'file', thumbnail: 'preview_url', kind: 'extension' },
  { media: 'file_url', thumbnail: 'thumbnail', kind: 'none', date: 'updatedAt' },
  { media: 'original_url', urls: 'relative', date: 'modified_at', dateFormat: 'sql' },
  { media: 'src', urls: 'unescaped', dateFormat: 'sql' },
  { tags: 'strings', folder: 'object', folders: 'children' },
  { tags: 'ids', folder: 'name' },
]

describe('fields under any name', () => {
  it.each(FIELD_SHAPES)('reads the same assets from %o', async (fields) => {
    const { client } = await connected(api.origin)
    const usual = await client.assets(null, patience())
    api.configure({ fields: fields ?? {} })
    const other = await connected(api.origin)
    // Else their names come after the assets.
    await Promise.all([other.client.assetTags(patience()), other.client.folders(patience())])
    const unusual = await other.client.assets(null, patience())
    expect(unusual.skipped).toEqual([])
    expect(unusual.items.length).toBeGreaterThan(0)
    const told = usual.items.map((asset, at) =>
      fields?.name === undefined ? asset : { ...asset, name: unusual.items[at]?.name },
    )
    expect(unusual.items).toEqual(told)
    expect(unusual.items.every(({ name }) => name.trim() !== '')).toBe(true)
    expect(await other.client.folders(patience())).toEqual(await client.folders(patience()))
  })

  it.each([
    { colorList: 'objects' },
    { colorList: 'strings' },
    { colorValue: 'hex_code' },
    { colorValue: 'value' },
    { colorValue: 'color' },
    { colorValue: 'code' },
    { name: 'none' },
    { colorIds: false },
  ] as const)('reads the same colors from %o', async (fields) => {
    api.configure({ fields })
    const { client } = await connected(api.origin)
    const colors = await client.colors(await firstKit(client), patience())
    expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes())
    const sampled = api.brand.kits[0]?.palettes.flatMap((palette) => palette.colors).length
    expect(colors.items.length + colors.skipped.length).toBe(sampled)
  })

  it('names colors by their key where they are keyed by name', async () => {
    api.configure({ fields: { colorList: 'by-name' } })
    const { client } = await connected(api.origin)
    const { items, skipped } = await client.colors(await firstKit(client), patience())
    const sampled = api.brand.kits[0]?.palettes.flatMap((palette) => palette.colors) ?? []
    expect(items.length + skipped.length).toBe(new Set(sampled.map(({ name }) => name)).size)
    const [first] = sampled
    expect(items.find(({ name }) => name === first?.name)?.notation).toBe(first?.value)
  })

  it.each(['rgb', 'channels'] as const)('reads colors from %s', async (colorValue) => {
    api.configure({ fields: { colorValue } })
    const { client } = await connected(api.origin)
    const colors = await client.colors(await firstKit(client), patience())
    expect(colors.items).toHaveLength(expectedHexes().length)
    const sampled = api.brand.kits[0]?.palettes.flatMap((palette) => palette.colors).length
    expect(colors.items.length + colors.skipped.length).toBe(sampled)
  })
})
