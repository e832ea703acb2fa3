import { describe, expect, it } from 'vitest'
import type { BrandAsset, BrandKit } from '../../../shared/brand.ts'
import type { Client, Next, Page } from '../../../ui/cliquify/client.ts'
import type { FaultInput } from '../../cliquify/faults.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, failureOf, openClient, patience, SAMPLE } from './connected.ts'

const api = useCliquify()

function answerWith(path: string, status: number, body: unknown, times: number | null = null) {
  const effect: FaultInput['effect'] = { type: 'status', status, body }
  api.addFault({ path, times, effect })
}

const asked = (): readonly string[] =>
  api.requests
    .filter(({ method }) => method === 'GET')
    .map(({ path, query }) => `${path}${query === '' ? '' : query.replace(/^(?!\?)/, '?')}`)

/** As `asked`, without the size of the pages, which has tests of its own. */
const pagesAsked = (): readonly string[] =>
  asked().map((address) => address.replace(/[?&]per_page=\d+/, ''))

const item = (id: number) => ({ id, name: `Item ${id}`, url: `/media/${id}.png` })

/** The ids on every page of assets, followed to the end. */
async function allAssets(client: Client): Promise<readonly string[]> {
  const ids: string[] = []
  let from: Next | null = null
  do {
    const page: Page<BrandAsset> = await client.assets(from, patience())
    ids.push(...page.items.map(({ id }) => id))
    from = page.next
  } while (from !== null)
  return ids
}

describe('a reply that says by itself that it failed', () => {
  it.each([
    [{ success: false, message: 'Unauthenticated.' }, 'connection-expired'],
    [{ success: 'false', message: 'Unauthorized' }, 'connection-expired'],
    [{ success: false, message: 'Token does not have the required scope.' }, 'missing-scope'],
    [{ success: 0, message: 'Company not found.' }, 'no-company'],
    [{ status: 'error', message: 'Something broke' }, 'invalid-request'],
    [{ status: 'fail', code: 500, message: 'Something broke' }, 'server-down'],
    [{ ok: false, error: 'Something broke' }, 'invalid-request'],
    [{ error: 'Something broke' }, 'invalid-request'],
    [{ error: true, message: 'Something broke' }, 'invalid-request'],
    [{ success: false, message: 'Something broke', data: [] }, 'invalid-request'],
    [{ message: 'Welcome to this API' }, 'unexpected-reply'],
  ])('with a 200 %j is a failure', async (body, kind) => {
    const { client } = await connected(api.origin)
    answerWith('/api/brand-kits', 200, body)
    const failure = await failureOf(client.brandKits(patience()))
    expect(failure.kind).toBe(kind)
    expect(failure.message).not.toContain('broke')
  })

  it('renews the token once, as a 401 does', async () => {
    const { client } = await connected(api.origin, { remember: true })
    const { accessToken } = client.session ?? {}
    answerWith('/api/folders', 200, { success: false, message: 'Unauthenticated.' }, 1)
    expect((await client.folders(patience())).items.length).toBeGreaterThan(0)
    expect(client.session?.accessToken).not.toBe(accessToken)
  })
})

describe('a list with nothing in it', () => {
  it.each([
    [200, []],
    [200, {}],
    [200, { data: [] }],
    [200, { data: {} }],
    [200, { data: null }],
    [200, { success: true, message: '', data: null }],
    [200, { success: true, message: 'No logos found.' }],
    [200, { success: false, message: 'No logos found.', data: [] }],
    [200, { status: 'success', data: [], total: 0, current_page: 1, last_page: 1 }],
    [200, { success: false, message: 'No logos found.' }],
    [200, { success: false, message: 'No data available', data: null }],
    [404, { success: false, message: 'No logos found.' }],
    [404, { message: 'No brand kit logos available yet', logos: [], total: 0 }],
    [404, { code: 404, error: 'Sorry, no results found.' }],
    [204, ''],
  ])('is empty after a %i %j', async (status, body) => {
    const { client } = await connected(api.origin)
    const [kit] = (await client.brandKits(patience())).items
    if (kit === undefined) throw new Error('no kit')
    answerWith('/api/brand-kits/*/logos', status, body)
    expect(await client.logos(kit, patience())).toEqual({ items: [], skipped: [] })
  })

  it.each([
    { message: 'Not Found' },
    { message: 'No route found for "GET /api/templates"' },
    { message: 'No endpoint found.' },
    { message: 'No query results for model [App\\Models\\Templates]' },
    { message: 'The templates could not be found.' },
  ])('is not what a 404 %j says', async (body) => {
    const { client } = await connected(api.origin)
    answerWith('/api/templates', 404, body)
    expect((await failureOf(client.templates(null, patience()))).action).toBe('retry')
  })

  it.each(['', '  \n'])('is not what a 200 without a word means: %j', async (body) => {
    const { client } = await connected(api.origin)
    answerWith('/api/folders', 200, body)
    const failure = await failureOf(client.folders(patience()))
    expect([failure.kind, failure.action]).toEqual(['not-json', 'retry'])
    expect(failure.message).toContain('Cliquify sent an empty reply.')
  })
})

describe('a list in a wrapper of an unknown name', () => {
  const pages = { current_page: 1, last_page: 2 }

  it.each([
    [(list: unknown) => ({ success: true, result: list, pagination: pages })],
    [(list: unknown, name: string) => ({ status: 'ok', response: { [name]: list, meta: pages } })],
    [(list: unknown) => ({ payload: list, errors: [], links: [], meta: pages })],
    [(list: unknown) => ({ data: { docs: list, ...pages } })],
  ])('is read with its pages (%#)', async (wrap) => {
    const { client } = await connected(api.origin)
    answerWith('/api/assets', 200, wrap([item(1), item(2)], 'assets'), 1)
    answerWith('/api/assets', 200, { data: [item(3)] }, 1)
    expect(await allAssets(client)).toEqual(['1', '2', '3'])
    answerWith('/api/brand-kits', 200, wrap([{ id: 7, name: 'Acme' }], 'brand_kits'), 1)
    answerWith('/api/brand-kits', 200, { data: [{ id: 8, name: 'Beta' }] }, 1)
    expect((await client.brandKits(patience())).items.map(({ id }) => id)).toEqual(['7', '8'])
  })

  it('is none where the lists of a kit without a name stand', async () => {
    const { client } = await connected(api.origin)
    const logos = [{ id: 2, name: 'Mark', url: '/media/mark.svg' }]
    for (const lists of [{ colors: [], logos }, { colors: [{ id: 1, hex: '#fff' }] }]) {
      answerWith('/api/brand-kits', 200, { success: true, data: lists }, 1)
      expect((await client.brandKits(patience())).items).toMatchObject([{ id: 'brand-kit' }])
    }
  })
})

describe('a reply of which nothing can be read', () => {
  it.each([
    { success: true, report: { lines: [1, 2] } },
    { data: [{ note: 'no kit' }, 7] },
    { outer: { inner: { kits: [{ id: 1, name: 'Acme' }] } } },
  ])('is no empty list: %j', async (body) => {
    const { client } = await connected(api.origin)
    answerWith('/api/*', 200, body)
    for (const asked of [client.brandKits(patience()), client.assets(null, patience())]) {
      expect((await failureOf(asked)).kind).toBe('unexpected-reply')
    }
    expect(client.known.brandKits()).toBeNull()
  })
})

describe('a path that cannot be read', () => {
  it('gives way to the next one after a 405, too', async () => {
    const { client } = await connected(api.origin)
    const message = 'The GET method is not supported for route api/brand-kits.'
    answerWith('/api/brand-kits', 405, { message })
    answerWith('/api/brand-kit', 200, { data: [{ id: 5, name: 'Five' }] })
    expect((await client.brandKits(patience())).items).toMatchObject([{ id: '5', name: 'Five' }])
    answerWith('/api/templates', 405, { message })
    expect((await failureOf(client.templates(null, patience()))).kind).toBe('not-offered')
  })
})

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
    answerWith('/api/assets', 200, { data: [item(1)], next_page_url: next }, 1)
    answerWith('/api/assets', 200, { data: [item(2)], next_page_url: null }, 1)
    expect(await allAssets(client)).toEqual(['1', '2'])
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
    answerWith('/api/assets', 200, { data: [item(1)], ...pages }, 1)
    answerWith('/api/assets', 200, { data: [item(2)] }, 1)
    expect(await allAssets(client)).toEqual(['1', '2'])
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
    answerWith('/api/assets', 200, { data: [item(1)], ...pages })
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
    answerWith('/api/assets', 200, { data: [item(1), item(2)], ...start }, 1)
    answerWith('/api/assets', 200, { data: [item(3)], ...end }, 1)
    expect(await allAssets(client)).toEqual(['1', '2', '3'])
    expect(pagesAsked()).toEqual(['/api/assets', '/api/assets?page=2'])
  })

  it('but gives all at once, ends where the same comes again', async () => {
    const { client } = await connected(api.origin)
    answerWith('/api/assets', 200, { data: [item(1), item(2)], total: 40 })
    expect(await allAssets(client)).toEqual(['1', '2'])
  })

  it('is no list that is read by cursors', async () => {
    const { client } = await connected(api.origin)
    api.forgetRequests()
    answerWith('/api/assets', 200, { data: [item(1)], total: 2, next_cursor: 'b' }, 1)
    answerWith('/api/assets', 200, { data: [item(2)], total: 40, next_cursor: null }, 1)
    expect(await allAssets(client)).toEqual(['1', '2'])
    expect(pagesAsked()).toEqual(['/api/assets', '/api/assets?cursor=b'])
  })
})

describe('a paginator that never ends', () => {
  it('and says the same over and over is stopped after a page, with a sentence', async () => {
    const { client } = await connected(api.origin)
    const [kit] = (await client.brandKits(patience())).items
    if (kit === undefined) throw new Error('no kit')
    api.forgetRequests()
    for (let page = 1; page < 9; page++) {
      // Each with another signature, so that no two replies are the same text.
      const logo = { ...item(1), url: `/media/1.png?signature=${page}` }
      const body = { data: [logo], next_page_url: `?page=${page + 1}` }
      answerWith('/api/brand-kits/*/logos', 200, body, 1)
      answerWith('/api/assets', 200, body, 1)
    }
    expect((await failureOf(client.logos(kit, patience()))).message).toContain('lead nowhere')
    expect(asked()).toHaveLength(2)
    await expect(allAssets(client)).rejects.toThrow('lead nowhere')
    expect(asked()).toHaveLength(4)
  })

  it('and always has something new is stopped after many pages, with a sentence', async () => {
    const { client } = await connected(api.origin)
    for (let page = 1; page <= 300; page++) {
      const body = { data: [item(page)], next_page_url: `?page=${page + 1}` }
      answerWith('/api/folders', 200, body, 1)
    }
    api.forgetRequests()
    const failure = await failureOf(client.folders(patience()))
    expect([failure.kind, failure.action]).toEqual(['unexpected-reply', 'retry'])
    expect(failure.message).toContain('loading was stopped')
    expect(asked()).toHaveLength(200)
  })

  it('though it has nothing more ends there', async () => {
    const { client } = await connected(api.origin)
    for (let page = 1; page < 9; page++) {
      const data = page === 1 ? [item(1)] : []
      answerWith('/api/folders', 200, { data, next_page_url: `?page=${page + 1}` }, 1)
      answerWith('/api/assets', 200, { data, next_page_url: `?page=${page + 1}` }, 1)
    }
    api.forgetRequests()
    expect((await client.folders(patience())).items).toHaveLength(1)
    expect(await allAssets(client)).toEqual(['1'])
    expect(asked()).toHaveLength(6)
  })
})

describe('pages with the same ids', () => {
  const named = (...names: readonly string[]) =>
    names.map((name, at) => ({ id: at + 1, name, hex: `#00000${at}`, url: `/media/${name}.png` }))

  function answerWithPages(path: string, ...pages: readonly (readonly unknown[])[]) {
    pages.forEach((data, at) => {
      const next_page_url = at + 1 < pages.length ? `?page=${at + 2}` : null
      answerWith(path, 200, { data, next_page_url }, 1)
    })
  }

  async function firstKit(client: Client): Promise<BrandKit> {
    const [kit] = (await client.brandKits(patience())).items
    if (kit === undefined) throw new Error('no kit')
    return kit
  }

  it('and other names hold other assets, whose ids stay theirs', async () => {
    const { client } = await connected(api.origin)
    const pages = [named('Sun', 'Moon'), named('Rain', 'Snow'), named('Fog'), named('Ice')]
    answerWithPages('/api/assets', ...pages)
    const ids = await allAssets(client)
    expect(ids.slice(0, 2)).toEqual(['1', '2'])
    expect(new Set(ids).size).toBe(6)
    answerWithPages('/api/assets', ...pages)
    expect(await allAssets(client)).toEqual(ids)
  })

  it('and other names hold other logos', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWithPages('/api/brand-kits/*/logos', named('Sun', 'Moon'), named('Rain', 'Snow'))
    const { items } = await client.logos(kit, patience())
    expect(items.map(({ name }) => name)).toEqual(['Sun', 'Moon', 'Rain', 'Snow'])
    expect(new Set(items.map(({ id }) => id)).size).toBe(4)
    expect(client.known.logos(kit)?.value.items).toEqual(items)
  })

  it('and other names hold other colors, which are known by those', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWithPages('/api/brand-kits/*/colors', named('Sun', 'Moon'), named('Rain'))
    const { items } = await client.colors(kit, patience())
    expect(items.map(({ id, name }) => [id, name])).toEqual([
      [null, 'Sun'],
      ['2', 'Moon'],
      [null, 'Rain'],
    ])
    answerWith('/api/brand-kits', 200, [{ id: 7, colors: [...named('Sun'), ...named('Rain')] }])
    expect((await firstKit(client)).colors?.items.map(({ id }) => id)).toEqual([null, null])
  })

  it('and other colors without names hold other colors', async () => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWithPages('/api/brand-kits/*/colors', [{ id: 1, hex: '#fff' }], [{ id: 1, hex: '#000' }])
    expect((await client.colors(kit, patience())).items).toHaveLength(2)
  })

  it.each(['colors', 'logos'] as const)('and names hold the same %s', async (list) => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    const again = named('Sun', 'Moon').map((each) => ({ ...each, url: '/media/new.png', views: 7 }))
    const path = `/api/brand-kits/*/${list}`
    answerWithPages(path, named('Sun', 'Moon'), again)
    const names = async () => (await client[list](kit, patience())).items.map(({ name }) => name)
    expect(await names()).toEqual(['Sun', 'Moon'])
    answerWithPages(path, named('Sun', 'Moon'), again, again)
    expect((await failureOf(names())).message).toContain('lead nowhere')
  })
})

describe('kits keyed by a name', () => {
  it('are read like a list of them', async () => {
    const { client } = await connected(api.origin)
    const data = { acme: { id: 7, name: 'Acme' }, beta: { id: 8 }, broken: { id: 9, colors: 'no' } }
    answerWith('/api/brand-kits', 200, { data })
    expect((await client.brandKits(patience())).items).toMatchObject([
      { id: '7', name: 'Acme' },
      { id: '8', name: 'beta' },
      { id: '9', name: 'broken' },
    ])
  })

  it('have their slug for an id where they have no other', async () => {
    const { client } = await connected(api.origin)
    answerWith('/api/brand-kits', 200, [
      { slug: 'main', name: 'Main' },
      { slug: 'b', name: 'B' },
    ])
    expect((await client.brandKits(patience())).items.map(({ id }) => id)).toEqual(['main', 'b'])
  })
})

describe('a kit whose lists stand beside it', () => {
  const kit = { id: 7, name: 'Acme' }
  const colors = [{ id: 1, name: 'Sky', hex: '#00aaff' }]
  const logos = [{ id: 2, name: 'Mark', url: '/media/mark.svg' }]

  it.each([
    { brand_kit: kit, colors, logos },
    { success: true, message: '', data: { brandKit: kit, colors, logos } },
    { data: kit, colors, logos },
    { data: [{ kit, colors, logos }] },
  ])('has them in %j', async (body) => {
    const { client } = await connected(api.origin)
    answerWith('/api/brand-kits', 200, body)
    const [read] = (await client.brandKits(patience())).items
    expect(read).toMatchObject({ id: '7', name: 'Acme' })
    expect(read?.colors?.items).toMatchObject([{ id: '1', name: 'Sky' }])
    expect(read?.logos?.items).toMatchObject([{ id: '2', name: 'Mark', kitId: '7' }])
    expect(client.known.brandKits()?.value.items).toEqual([read])
  })
})

describe('a reply with a mark at its beginning', () => {
  it('is read as if there were none', async () => {
    const { client } = await connected(api.origin)
    answerWith('/api/folders', 200, `\ufeff${JSON.stringify([{ id: 1, name: 'One' }])}`)
    expect((await client.folders(patience())).items).toMatchObject([{ id: '1', name: 'One' }])
  })
})

describe('a pause whose header may not be read', () => {
  it('is as long as the body says', async () => {
    const { client } = await connected(api.origin)
    answerWith('/api/folders', 429, { message: 'Too Many Attempts.', retry_after: 4000 })
    const failure = await failureOf(client.folders(patience()))
    expect(failure.message).toContain('Wait 67 minutes')
  })
})

describe('a token', () => {
  it.each([
    { success: true, token: 'Bearer plain-token' },
    { success: true, data: { access_token: 'plain-token' } },
    { access_token: 'plain-token', expires_in: 0 },
    { access_token: 'plain-token', expires_in: null },
  ])('in %j lasts until Cliquify ends it', async (body) => {
    answerWith('/oauth/access-token', 200, body)
    const { client } = openClient(api.origin)
    await client.connect(SAMPLE, false)
    expect(client.session).toMatchObject({ accessToken: 'plain-token', expiresAt: null })
  })

  it('that ends at a date is renewed before it', async () => {
    const token = { access_token: 'x', expires_at: '2126-01-01 12:00:00' }
    answerWith('/oauth/access-token', 200, { success: true, token })
    const { client } = openClient(api.origin)
    await client.connect(SAMPLE, false)
    expect(client.session?.expiresAt).toBe(Date.parse('2126-01-01T11:59:00Z'))
  })

  it('that no header can carry is no token', async () => {
    answerWith('/oauth/access-token', 200, { access_token: 'two\nlines' })
    const { client } = openClient(api.origin)
    expect((await failureOf(client.connect(SAMPLE, false))).kind).toBe('unexpected-reply')
  })

  it.each([
    [415, { message: 'Unsupported Media Type' }],
    [422, { success: false, message: 'Token required.' }],
  ])('is revoked as a form where JSON is answered with %i', async (status, body) => {
    const { client } = await connected(api.origin)
    const { session } = client
    answerWith('/oauth/revoke', status, body, 1)
    expect(await client.disconnect()).toBe(true)
    const later = openClient(api.origin, { session })
    expect((await failureOf(later.client.folders(patience()))).kind).toBe('connection-expired')
  })

  it('that Cliquify would not read in either form is not said to be revoked', async () => {
    const { client } = await connected(api.origin)
    answerWith('/oauth/revoke', 422, { success: false, message: 'Token required.' })
    expect(await client.disconnect()).toBe(false)
  })
})
