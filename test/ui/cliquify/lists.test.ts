import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../shared/color.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, failureOf, patience } from './connected.ts'
import { allAssetIds, expectedHexes, firstKit, pathsAsked } from './whole-lists.ts'

const api = useCliquify()

const allIds = (): readonly string[] => api.brand.assets.map(({ id }) => String(id))

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
    expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes(api))
    const logos = await client.logos(kit, patience())
    expect(logos.items.map(({ id }) => id)).toEqual(
      api.brand.kits[0]?.logos.map(({ id }) => String(id)),
    )
    const folders = await client.folders(patience())
    expect(folders.items).toHaveLength(api.brand.folders.length)
    expect(await allAssetIds(client)).toEqual(allIds())
  })

  it('loads assets a page at a time', async () => {
    api.configure({ pageSize: 5, assetCount: 20 })
    const { client } = await connected(api.origin)
    api.forgetRequests()
    const page = await client.assets(null, patience())
    expect(page.items).toHaveLength(5)
    expect(page.next).not.toBeNull()
    expect(pathsAsked(api)).toEqual(['/api/assets'])
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
      expect(pathsAsked(api)).toEqual([])
    },
  )
})

describe('links behind a gateway', () => {
  it.each(['nested-paginator', 'api-resource', 'raw-paginator', 'next-page-url'] as const)(
    'lead through every page of a list as %s, on its own host and path',
    async (envelope) => {
      const envelopes = { assets: envelope, colors: envelope, logos: envelope }
      const fields = { colorList: 'objects' } as const
      api.configure({ pageLinks: 'foreign', envelopes, fields, pageSize: 5, assetCount: 20 })
      const { client } = await connected(api.origin)
      expect(await allAssetIds(client)).toEqual(allIds())
      const kit = await firstKit(client)
      api.forgetRequests()
      const colors = await client.colors(kit, patience())
      expect(colors.items.map(({ value }) => hexOf(value))).toEqual(expectedHexes(api))
      expect(new Set(pathsAsked(api))).toEqual(new Set([`/api/brand-kits/${kit.id}/colors`]))
    },
  )
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
