import { describe, expect, it } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { answerWith, item } from './answer-with.ts'
import { connected, patience } from './connected.ts'
import { allAssetIds, firstKit } from './whole-lists.ts'

const api = useCliquify()

/** The addresses that were asked for. */
const addressesAsked = (): readonly string[] =>
  api.requests
    .filter(({ method }) => method === 'GET')
    .map(({ path, query }) => `${path}${query === '' ? '' : query.replace(/^(?!\?)/, '?')}`)

/** The same, without the size of the pages, which has tests of its own. */
const pagesAsked = (): readonly string[] =>
  addressesAsked().map((address) => address.replace(/[?&]per_page=\d+/, ''))

describe('the next page', () => {
  it.each([
    ['?page=2'],
    ['/api/assets?page=2'],
    ['api/assets?page=2'],
    ['assets?page=2'],
    ['http://internal:8080/api/assets?page=2'],
    ['https://elsewhere.example/api/assets?page=2'],
    ['https://elsewhere.example/v1/companies/7/files?page=2'],
    ['/oauth/revoke?page=2'],
    ['/api/templates?page=2#rest'],
    ['http://[broken?page=2'],
  ])('as %s is asked of Cliquify itself, on the path of the list', async (next) => {
    const { client } = await connected(api.origin)
    api.forgetRequests()
    answerWith(api, '/api/assets', 200, { data: [item(1)], next_page_url: next }, 1)
    answerWith(api, '/api/assets', 200, { data: [item(2)], next_page_url: null }, 1)
    expect(await allAssetIds(client)).toEqual(['1', '2'])
    expect(pagesAsked()).toEqual(['/api/assets', '/api/assets?page=2'])
  })

  it.each([
    [{ next_page: `/api/assets?page=2` }, '?page=2'],
    [{ next_page: '2' }, '?page=2'],
    [{ next: 2 }, '?page=2'],
    [{ links: { next: { href: '?page=2' } } }, '?page=2'],
    [{ links: { next: null }, meta: { current_page: '1', last_page: '2' } }, '?page=2'],
    [{ pagination: { page: 1, pages: 2 } }, '?page=2'],
    [
      { meta: { pagination: { total: 2, per_page: 1, current_page: 1, total_pages: 2 } } },
      '?page=2',
    ],
    [{ page: 1, limit: '1', total: '2' }, '?page=2'],
    [{ page: 1, has_more: 1 }, '?page=2'],
    [{ offset: 0, limit: 1, total: 2 }, '?offset=1'],
    [{ next_cursor: 'ab/cd==' }, '?cursor=ab%2Fcd%3D%3D'],
    [{ next: 'ab/cd' }, '?cursor=ab%2Fcd'],
    [{ meta: { cursor: { next: 'abc' } } }, '?cursor=abc'],
    [{ pager: { current_page: 1, last_page: 2 } }, '?page=2'],
    [{ paginator: { currentPage: 1, totalPages: 2 } }, '?page=2'],
    [{ totalItems: 2, itemsPerPage: 1, currentPage: 1 }, '?page=2'],
    [{ total_records: 2, per_page: 1, page_no: 1 }, '?page=2'],
    [{ meta: { page: { number: 1, totalPages: 2 } } }, '?page=2'],
    [{ page: 1, total_page: 2 }, '?page=2'],
    [{ next_page_token: 'ab' }, '?page_token=ab'],
    [{ nextPageToken: 'ab' }, '?pageToken=ab'],
    [{ next_offset: 1 }, '?offset=1'],
    [{ pageInfo: { hasNextPage: true, endCursor: 'ab' } }, '?after=ab'],
    [{ paging: { cursors: { before: 'a', after: 'ab' } } }, '?after=ab'],
    [
      {
        links: [
          { rel: 'prev', href: '?page=0' },
          { rel: 'next', href: '?page=2' },
        ],
      },
      '?page=2',
    ],
    [{ nextLink: 'https://elsewhere.example/assets?page=2' }, '?page=2'],
  ])('told as %j is followed', async (pages, query) => {
    const { client } = await connected(api.origin)
    api.forgetRequests()
    answerWith(api, '/api/assets', 200, { data: [item(1)], ...pages }, 1)
    answerWith(api, '/api/assets', 200, { data: [item(2)] }, 1)
    expect(await allAssetIds(client)).toEqual(['1', '2'])
    expect(pagesAsked()).toEqual(['/api/assets', `/api/assets${query}`])
  })

  it.each([
    [{ links: { next: null } }],
    [{ next_page_url: null, current_page: 1, last_page: 1 }],
    [{ next_page_url: '' }],
    [{ meta: { current_page: 3, last_page: '3' } }],
    [{ page: 1, limit: 50, total: 1 }],
    [{ offset: 50, limit: 50, total: 51 }],
    [{ has_more: false, page: 1 }],
    [{ next_cursor: null }],
    [{ links: [{ url: '/api/assets?page=2', label: '2', active: false }] }],
    [{ pageInfo: { hasNextPage: false, endCursor: 'ab' } }],
    [{ next_sync_at: '2026-05-01', next_steps: 'Read on' }],
    [{ count: 1 }],
    [{ count: 2, total: 1 }],
  ])('is none after %j', async (pages) => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/assets', 200, { data: [item(1)], ...pages })
    expect((await client.assets(null, patience())).next).toBeNull()
  })
})

describe('a list that tells how much there is, and not where it is', () => {
  it.each([
    [{ total: 3 }, { total: 3 }],
    [{ meta: { total: 3, per_page: 2 } }, { meta: { total: 3, per_page: 2 } }],
    [{ has_more: true }, { has_more: false }],
    [{ count: 3 }, { count: 3 }],
    [{ paging: { count: 2, totalCount: 3 } }, { paging: { count: 1, totalCount: 3 } }],
    [{ meta: { page: { currentPage: 1, lastPage: 2 } } }, { meta: { page: { currentPage: 2 } } }],
  ])('by %j is read to its end', async (start, end) => {
    const { client } = await connected(api.origin)
    api.forgetRequests()
    answerWith(api, '/api/assets', 200, { data: [item(1), item(2)], ...start }, 1)
    answerWith(api, '/api/assets', 200, { data: [item(3)], ...end }, 1)
    expect(await allAssetIds(client)).toEqual(['1', '2', '3'])
    expect(pagesAsked()).toEqual(['/api/assets', '/api/assets?page=2'])
  })

  it('but gives all at once, ends where the same comes again', async () => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/assets', 200, { data: [item(1), item(2)], total: 40 })
    expect(await allAssetIds(client)).toEqual(['1', '2'])
  })

  it('is no list that is read by cursors', async () => {
    const { client } = await connected(api.origin)
    api.forgetRequests()
    answerWith(api, '/api/assets', 200, { data: [item(1)], total: 2, next_cursor: 'b' }, 1)
    answerWith(api, '/api/assets', 200, { data: [item(2)], total: 40, next_cursor: null }, 1)
    expect(await allAssetIds(client)).toEqual(['1', '2'])
    expect(pagesAsked()).toEqual(['/api/assets', '/api/assets?cursor=b'])
  })
})

describe('a list that tells nothing of its pages', () => {
  const items = (from: number, to: number): readonly object[] =>
    Array.from({ length: to - from + 1 }, (_, index) => item(from + index))

  it.each([
    [100, ['/api/assets?per_page=100', '/api/assets?page=2&per_page=100']],
    // Laravel's own size, where the one that is asked for is not heard.
    [15, ['/api/assets?per_page=100', '/api/assets?page=2&per_page=15']],
  ])('goes on after a full page of %i', async (size, asked) => {
    const { client } = await connected(api.origin)
    api.forgetRequests()
    answerWith(api, '/api/assets', 200, { data: items(1, size) }, 1)
    answerWith(api, '/api/assets', 200, { data: items(size + 1, size + 3) }, 1)
    expect(await allAssetIds(client)).toHaveLength(size + 3)
    expect(addressesAsked()).toEqual(asked)
  })

  it('is read to its end, page by page', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    for (const path of ['/api/assets', '/api/brand-kits/*/logos']) {
      answerWith(api, path, 200, items(1, 100), 1)
      answerWith(api, path, 200, items(101, 200), 1)
      answerWith(api, path, 200, items(201, 250), 1)
    }
    api.forgetRequests()
    expect(await allAssetIds(client)).toHaveLength(250)
    expect((await client.logos(kit, patience())).items).toHaveLength(250)
    expect(pagesAsked()).toHaveLength(6)
  })

  it.each([
    ['nothing', 200, []],
    ['the same', 200, items(1, 15)],
    ['a refusal', 422, { errors: { page: ['The page field is prohibited.'] } }],
    ['a missing page', 404, { message: 'Invalid page.' }],
  ])('ends after one more request, where that brings %s', async (_, status, body) => {
    const { client } = await connected(api.origin)
    api.forgetRequests()
    answerWith(api, '/api/folders', 200, items(1, 15), 1)
    answerWith(api, '/api/folders', status, body, 1)
    expect((await client.folders(patience())).items).toHaveLength(15)
    expect(pagesAsked()).toEqual(['/api/folders', '/api/folders?page=2'])
  })

  it('is not known in full where the next page cannot be had', async () => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/folders', 200, items(1, 15), 1)
    answerWith(api, '/api/folders', 403, { message: 'Token does not have the required scope.' }, 1)
    await expect(client.folders(patience())).rejects.toThrow('may not read')
  })

  it.each([
    [items(1, 14)],
    [items(1, 101)],
    [{ data: items(1, 15), next_page_url: null }],
    [{ data: items(1, 15), links: { prev: null, next: null } }],
    [{ data: items(1, 100), has_more: false }],
    [{ data: items(1, 100), meta: { next_cursor: null } }],
    [{ data: items(1, 15), current_page: 1 }],
    [{ data: items(1, 15), total: 15 }],
  ])('is whole where nothing speaks for more (%#)', async (body) => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/assets', 200, body)
    expect((await client.assets(null, patience())).next).toBeNull()
  })
})
