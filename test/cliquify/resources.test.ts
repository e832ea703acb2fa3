import { beforeEach, describe, expect, it } from 'vitest'
import { at, get, list, token } from './ask.ts'
import { useCliquify } from './use-cliquify.ts'
import type { Envelope } from './settings.ts'

const cliquify = useCliquify()
let text: string
beforeEach(async () => {
  text = await token(cliquify)
})

const read = async (path: string): Promise<unknown> => (await get(cliquify, path, text)).body

/** Where the items and the next page stand in each paged envelope. */
const PAGED: readonly { envelope: Envelope; items: string[]; next: string[] }[] = [
  { envelope: 'nested-paginator', items: ['data', 'data'], next: ['data', 'next_page_url'] },
  { envelope: 'api-resource', items: ['data'], next: ['links', 'next'] },
  { envelope: 'raw-paginator', items: ['data'], next: ['next_page_url'] },
  { envelope: 'cursor', items: ['data'], next: ['meta', 'next_cursor'] },
  { envelope: 'next-page-url', items: ['data'], next: ['next_page_url'] },
]

describe('envelopes', () => {
  for (const [envelope, keys] of [
    ['bare', []],
    ['data', ['data']],
    ['success-data', ['data']],
  ] as const) {
    it(`${envelope} holds the whole list`, async () => {
      cliquify.configure({ envelopes: { assets: envelope }, assetCount: 120, pageSize: 10 })
      const body = await read('/api/assets')
      expect(list(at(body, ...keys))).toHaveLength(120)
      expect(at(body, 'success')).toBe(envelope === 'success-data' ? true : undefined)
    })
  }

  for (const { envelope, items, next } of PAGED) {
    it(`${envelope} leads through every item once, then ends`, async () => {
      cliquify.configure({ envelopes: { assets: envelope }, assetCount: 23, pageSize: 10 })
      const ids: unknown[] = []
      const sizes: number[] = []
      for (let path = '/api/assets'; ;) {
        const body = await read(path)
        const page = list(at(body, ...items))
        sizes.push(page.length)
        ids.push(...page.map((item) => at(item, 'id')))
        const following = at(body, ...next)
        if (typeof following !== 'string') break
        path = envelope === 'cursor' ? `/api/assets?cursor=${following}` : following
      }
      expect(sizes).toEqual([10, 10, 3])
      expect(new Set(ids).size).toBe(23)
    })
  }

  it('are as large as the caller says where that is heard, up to 100', async () => {
    const size = async (query: string): Promise<number> =>
      list(at(await read(`/api/assets${query}`), 'data')).length
    cliquify.configure({ pageSize: 15 })
    expect(await size('?per_page=40')).toBe(15)
    cliquify.configure({ perPage: 'honoured' })
    expect([await size('?per_page=40'), await size('?per_page=400'), await size('')]).toEqual([
      40, 100, 15,
    ])
    cliquify.configure({ perPage: 'refused' })
    expect((await get(cliquify, '/api/folders?per_page=40', text)).status).toBe(422)
    expect((await get(cliquify, '/api/folders', text)).status).toBe(200)
  })

  it.each([
    ['laravel', '/api/assets?page=2'],
    ['with-query', '/api/assets?per_page=40&page=2'],
    ['foreign', 'http://internal:8080/v1/api/assets?page=2'],
  ] as const)('link to their next page as %s', async (pageLinks, expected) => {
    cliquify.configure({ pageLinks, perPage: 'honoured' })
    const next = at(await read('/api/assets?per_page=40'), 'links', 'next')
    expect(next).toBe(new URL(expected, cliquify.origin).href)
  })

  it('looping never ends', async () => {
    cliquify.configure({ envelopes: { assets: 'looping' } })
    expect(at(await read('/api/assets?page=900'), 'next_page_url')).toContain('page=1')
  })

  it('object and data-object hold the one kit', async () => {
    cliquify.configure({ envelopes: { brandKits: 'object' } })
    expect(at(await read('/api/brand-kits'), 'name')).toBe('Aurora Coffee')
    cliquify.configure({ envelopes: { brandKits: 'data-object' } })
    expect(at(await read('/api/brand-kits'), 'data', 'name')).toBe('Aurora Coffee')
  })
})

describe('items of JSON:API', () => {
  it('hold their fields as attributes', async () => {
    cliquify.configure({ fields: { items: 'json-api' } })
    const kit = at(await read('/api/brand-kits'), 'data', 0)
    expect(kit).toMatchObject({
      id: '11',
      type: 'brandKits',
      attributes: { name: 'Aurora Coffee' },
    })
    expect(at(kit, 'name')).toBeUndefined()
  })
})

describe('a kit that is removed', () => {
  it('is a record that is gone', async () => {
    cliquify.edit({ type: 'remove-kit', kitId: 11 })
    const { status, body } = await get(cliquify, '/api/brand-kits/11/colors', text)
    expect(status).toBe(404)
    expect(at(body, 'message')).toBe('No query results for model [App\\Models\\BrandKit] 11')
    expect(list(at(await read('/api/brand-kits'), 'data'))).toHaveLength(1)
  })
})

describe('paths', () => {
  const everyOther = [
    ['/api/brand-kits', '/api/brand-kit'],
    ['/api/brand-kits/11/logos', '/api/brand-kit/logos'],
    ['/api/brand-kits/11/colors', '/api/brand-kit/colors'],
    ['/api/asset-tags', '/api/assets/tags'],
  ] as const

  it('answers on the first candidates alone, and on the second ones when told', async () => {
    for (const [first, second] of everyOther) {
      expect((await get(cliquify, first, text)).status).toBe(200)
      const other = await get(cliquify, second, text)
      expect(other.status).toBe(404)
      expect(at(other.body, 'message')).not.toBe('Company not found.')
    }
    const second = 'second'
    cliquify.configure({
      paths: { brandKits: second, colors: second, logos: second, assetTags: second },
    })
    for (const [first, other] of everyOther) {
      expect((await get(cliquify, first, text)).status).toBe(404)
      expect((await get(cliquify, other, text)).status).toBe(200)
    }
  })

  it('knows no colors of a kit that is not there', async () => {
    expect((await get(cliquify, '/api/brand-kits/99/colors', text)).status).toBe(404)
  })
})

describe('fields', () => {
  const firstAsset = async (): Promise<unknown> => at(await read('/api/assets'), 'data', 0)

  it('bear the names that they are given', async () => {
    cliquify.configure({
      fields: {
        ids: 'string',
        name: 'title',
        media: 'original_url',
        thumbnail: 'preview',
        kind: 'extension',
        date: 'updatedAt',
        dateFormat: 'sql',
        tags: 'strings',
        folder: 'object',
      },
    })
    const asset = await firstAsset()
    expect(asset).toMatchObject({ id: '3001', extension: 'jpg', folder: { id: '7' } })
    expect(at(asset, 'title')).toBe('Rolling hills, polar night')
    expect(at(asset, 'original_url')).toContain('/media/')
    expect(at(asset, 'preview')).toContain('/media/thumbs/')
    expect(at(asset, 'updatedAt')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    expect(at(asset, 'tags')).toContain('landscape')
    expect(at(asset, 'name')).toBeUndefined()
  })

  it('can give media URLs relative, or with the spaces of their file names', async () => {
    cliquify.configure({ fields: { urls: 'relative' } })
    expect(at(await firstAsset(), 'url')).toMatch(/^\/media\/.*%20/)
    cliquify.configure({ fields: { urls: 'unescaped' } })
    expect(at(await firstAsset(), 'url')).toMatch(/^http.*\/Rolling hills, polar night \(id=/)
  })

  it('nest folders by children or by parent', async () => {
    const flat = list(at(await read('/api/folders'), 'data'))
    expect(flat).toContainEqual({ id: 3, name: 'Social', parent_id: 2 })
    cliquify.configure({ fields: { folders: 'children' } })
    const nested = at(await read('/api/folders'), 'data', 0, 'children', 0)
    expect(nested).toMatchObject({ name: 'Winter 2026', children: [{ name: 'Social' }, {}] })
  })

  it('put colors and logos inside the kits when told', async () => {
    cliquify.configure({ fields: { kitInsides: true } })
    const kit = at(await read('/api/brand-kits'), 'data', 0)
    expect(at(kit, 'colors', 0, 'colors', 0, 'name')).toBe('Night Sky')
    expect(list(at(kit, 'logos')).length).toBeGreaterThan(8)
  })
})

describe('colors', () => {
  const colors = async (): Promise<unknown> => at(await read('/api/brand-kits/11/colors'), 'data')

  it('come in palettes, as a list, as bare values or by name', async () => {
    expect(at(await colors(), 1, 'name')).toBe('Seasonal')
    cliquify.configure({ fields: { colorList: 'objects' } })
    expect(at(await colors(), 1)).toMatchObject({ id: 1102, name: 'Aurora Green', hex: '#3DDC97' })
    cliquify.configure({ fields: { colorList: 'strings' } })
    expect(at(await colors(), 1)).toBe('#3DDC97')
    cliquify.configure({ fields: { colorList: 'by-name' } })
    expect(at(await colors(), 'Aurora Green')).toBe('#3DDC97')
  })

  it('come as numbers, and without ids', async () => {
    cliquify.configure({ fields: { colorList: 'objects', colorValue: 'rgb', colorIds: false } })
    expect(at(await colors(), 1)).toEqual({
      name: 'Aurora Green',
      palette: 'Core',
      rgb: { r: 61, g: 220, b: 151, a: 1 },
    })
    cliquify.configure({ fields: { colorValue: 'channels' } })
    expect(at(await colors(), 1)).toMatchObject({ r: 61, g: 220, b: 151, a: 1 })
  })
})
