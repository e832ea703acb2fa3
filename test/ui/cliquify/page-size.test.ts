import { describe, expect, it } from 'vitest'
import type { Client } from '../../../ui/cliquify/client.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, failureOf, patience } from './connected.ts'
import { allAssetIds, firstKit, pathsAsked } from './whole-lists.ts'

const api = useCliquify()

/** The ids of all assets, and the queries with which they were asked for. */
async function readAssets(
  client: Client,
): Promise<{ ids: readonly string[]; queries: readonly string[] }> {
  api.forgetRequests()
  const ids = await allAssetIds(client)
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
    expect(pathsAsked(api)).toEqual(['/api/folders'])
  })

  it('does not hide that pages go round in circles', async () => {
    api.configure({ envelopes: { assets: 'looping' }, pageSize: 15 })
    const { client } = await connected(api.origin)
    const page = await client.assets(null, patience())
    api.forgetRequests()
    expect((await failureOf(client.assets(page.next, patience()))).message).toContain(
      'lead nowhere',
    )
    expect(pathsAsked(api)).toEqual([])
  })

  it('lets those who ask at the same time share one request', async () => {
    api.configure({ perPage: 'honoured', assetCount: 250 })
    const { client } = await connected(api.origin)
    const { next } = await client.assets(null, patience())
    api.forgetRequests()
    await Promise.all([1, 2, 3].map(() => client.assets(next, patience())))
    expect(pathsAsked(api)).toEqual(['/api/assets'])
  })
})
