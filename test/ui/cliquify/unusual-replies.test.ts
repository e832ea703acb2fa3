import { describe, expect, it } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { answerWith, item } from './answer-with.ts'
import { connected, failureOf, patience } from './connected.ts'
import { allAssetIds, firstKit } from './whole-lists.ts'

const api = useCliquify()

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
    [{ status: false, message: 'Unauthenticated.', data: [] }, 'connection-expired'],
    [{ status: 'error', message: 'Something broke', data: [] }, 'invalid-request'],
    [{ status: 'fail', message: 'Something broke', data: {} }, 'invalid-request'],
    [{ status: false, message: 'Something broke', data: '' }, 'invalid-request'],
    [{ code: 500, message: 'Something broke', data: [] }, 'server-down'],
    [{ status: 500, message: 'Something broke', data: null }, 'server-down'],
    [{ error: 'Unauthorized access', data: [] }, 'connection-expired'],
    [{ message: 'Welcome to this API' }, 'unexpected-reply'],
  ])('with a 200 %j is a failure', async (body, kind) => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/brand-kits', 200, body)
    const failure = await failureOf(client.brandKits(patience()))
    expect(failure.kind).toBe(kind)
    expect(failure.message).not.toContain('broke')
  })

  it('renews the token once, as a 401 does', async () => {
    const { client } = await connected(api.origin, { remember: true })
    const { accessToken } = client.session ?? {}
    answerWith(api, '/api/folders', 200, { success: false, message: 'Unauthenticated.' }, 1)
    expect((await client.folders(patience())).items.length).toBeGreaterThan(0)
    expect(client.session?.accessToken).not.toBe(accessToken)
  })
})

describe('a reply with a list in it', () => {
  it.each([{ status: 'error' }, { status: false }, { code: 450 }, { error: 'Some were left out' }])(
    'is one whatever it says beside: %j',
    async (said) => {
      const { client } = await connected(api.origin)
      answerWith(api, '/api/folders', 200, { ...said, data: [{ id: 1, name: 'One' }] })
      expect((await client.folders(patience())).items).toMatchObject([{ id: '1' }])
    },
  )
})

describe('a list with nothing in it', () => {
  it.each([
    [200, []],
    [200, {}],
    [200, { data: [] }],
    [200, { data: {} }],
    [200, { data: null }],
    [200, { status: true, message: 'Unauthenticated visitors see no logos', data: [] }],
    [200, { status: 200, code: 200, message: 'OK', data: [] }],
    [200, { status: 'success', error: '', errors: [], data: {} }],
    [200, { success: true, message: '', data: null }],
    [200, { success: true, message: 'No logos found.' }],
    [200, { success: false, message: 'No logos found.', data: [] }],
    [200, { status: 'success', data: [], total: 0, current_page: 1, last_page: 1 }],
    [200, { success: false, message: 'No logos found.' }],
    [200, { success: false, message: 'No data available', data: null }],
    [404, { success: false, message: 'No logos found.' }],
    [404, { message: 'No brand kit logos available yet', logos: [], total: 0 }],
    [404, { code: 404, error: 'Sorry, no results found.' }],
    [200, { success: false, message: 'No record found', data: [] }],
    [200, { success: false, message: 'No brand kit logo found' }],
    [404, { message: 'No brand kit logo found.' }],
    [200, { status: 'error', code: 404, message: 'Data not found', data: [] }],
    [404, { success: false, message: 'Record not found.', data: [] }],
    [404, { message: 'Logos not found', logos: [] }],
    [204, ''],
  ])('is empty after a %i %j', async (status, body) => {
    const { client } = await connected(api.origin)
    const kit = await firstKit(client)
    answerWith(api, '/api/brand-kits/*/logos', status, body)
    expect(await client.logos(kit, patience())).toEqual({ items: [], skipped: [] })
  })

  it.each([
    { message: 'Not Found' },
    { message: 'No route found for "GET /api/templates"' },
    { message: 'No endpoint found.' },
    { message: 'No query results for model [App\\Models\\Templates]' },
    { message: 'The templates could not be found.' },
    // Laravel's own example of what to answer for any path that there is not.
    { message: 'Record not found.' },
    { message: 'Data not found', data: null },
    { message: 'Token not found.', data: [] },
    { message: 'No permission found for templates', data: [] },
    { message: 'No route found for this file' },
  ])('is not what a 404 %j says', async (body) => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/templates', 404, body)
    expect((await failureOf(client.templates(null, patience()))).action).toBe('retry')
  })

  it.each(['', '  \n'])('is not what a 200 without a word means: %j', async (body) => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/folders', 200, body)
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
    answerWith(api, '/api/assets', 200, wrap([item(1), item(2)], 'assets'), 1)
    answerWith(api, '/api/assets', 200, { data: [item(3)] }, 1)
    expect(await allAssetIds(client)).toEqual(['1', '2', '3'])
    answerWith(api, '/api/brand-kits', 200, wrap([{ id: 7, name: 'Acme' }], 'brand_kits'), 1)
    answerWith(api, '/api/brand-kits', 200, { data: [{ id: 8, name: 'Beta' }] }, 1)
    expect((await client.brandKits(patience())).items.map(({ id }) => id)).toEqual(['7', '8'])
  })

  it('is none where the lists of a kit without a name stand', async () => {
    const { client } = await connected(api.origin)
    const logos = [{ id: 2, name: 'Mark', url: '/media/mark.svg' }]
    for (const lists of [{ colors: [], logos }, { colors: [{ id: 1, hex: '#fff' }] }]) {
      answerWith(api, '/api/brand-kits', 200, { success: true, data: lists }, 1)
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
    answerWith(api, '/api/*', 200, body)
    for (const asked of [client.brandKits(patience()), client.assets(null, patience())]) {
      expect((await failureOf(asked)).kind).toBe('unexpected-reply')
    }
    expect(client.known.brandKits()).toBeNull()
  })
})

describe('a reply with a mark at its beginning', () => {
  it('is read as if there were none', async () => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/folders', 200, `\ufeff${JSON.stringify([{ id: 1, name: 'One' }])}`)
    expect((await client.folders(patience())).items).toMatchObject([{ id: '1', name: 'One' }])
  })
})

describe('a pause whose header may not be read', () => {
  it('is as long as the body says', async () => {
    const { client } = await connected(api.origin)
    answerWith(api, '/api/folders', 429, { message: 'Too Many Attempts.', retry_after: 4000 })
    const failure = await failureOf(client.folders(patience()))
    expect(failure.message).toContain('Wait 67 minutes')
  })
})
