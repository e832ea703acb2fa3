import { describe, expect, it, vi } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, failureOf, patience } from './connected.ts'

const api = useCliquify()

const folderRequests = (): number =>
  api.requests.filter(({ path, method }) => path === '/api/folders' && method === 'GET').length

describe('a rate limit', () => {
  it.each(['seconds', 'date', 'none'] as const)(
    'is waited out with the wait told, given as %s',
    async (retryAfter) => {
      const { client } = await connected(api.origin)
      const waits: number[] = []
      client.onWait((milliseconds) => waits.push(milliseconds))
      const seconds = retryAfter === 'date' ? 2 : 0.2
      const effect = { type: 'rate-limited', seconds, retryAfter } as const
      api.addFault({ path: '/api/folders', times: 1, effect })
      expect((await client.folders(patience())).items).not.toEqual([])
      expect(folderRequests()).toBe(2)
      expect(waits[0]).toBeGreaterThan(0)
      expect(waits.at(-1)).toBe(0)
    },
  )

  it('that lasts longer than anyone waits is told with its length', async () => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/api/folders', effect: { type: 'rate-limited', seconds: 3600 } })
    const failure = await failureOf(client.folders(patience()))
    expect([failure.kind, failure.action]).toEqual(['rate-limited', 'retry'])
    expect(failure.message).toContain('60 minutes')
    expect(folderRequests()).toBe(1)
  })

  it('that never ends is given up after a bounded time', async () => {
    const { client } = await connected(api.origin, { limits: { longestWaitMs: 300 } })
    api.addFault({ path: '/api/folders', effect: { type: 'rate-limited', seconds: 0.1 } })
    expect((await failureOf(client.folders(patience()))).kind).toBe('rate-limited')
    expect(folderRequests()).toBeGreaterThan(1)
    expect(folderRequests()).toBeLessThan(6)
  })

  it('can be left while it lasts', async () => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/api/folders', effect: { type: 'rate-limited', seconds: 60 } })
    const leave = new AbortController()
    const failure = failureOf(client.folders(leave.signal))
    await expect.poll(folderRequests).toBe(1)
    leave.abort()
    expect((await failure).kind).toBe('cancelled')
  })
})

describe('a server in trouble', () => {
  it.each([
    { type: 'html', status: 502 },
    { type: 'html', status: 503 },
    { type: 'status', status: 504, body: {} },
    { type: 'cut' },
  ] as const)('is asked again after %o', async (effect) => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/api/folders', times: 2, effect })
    expect((await client.folders(patience())).items).not.toEqual([])
    expect(folderRequests()).toBe(3)
  })

  it.each([
    [{ type: 'html', status: 502 }, 'server-down', 3],
    [{ type: 'status', status: 500, body: { message: 'Server Error' } }, 'server-down', 1],
    [{ type: 'html', status: 200 }, 'not-json', 1],
    [{ type: 'cut' }, 'unreachable', 3],
    [{ type: 'status', status: 200, body: { data: 'what' } }, null, 1],
    [{ type: 'status', status: 200, body: 12 }, 'unexpected-reply', 1],
    [{ type: 'status', status: 422, body: { page: ['Too high.'] } }, 'invalid-request', 1],
    [
      { type: 'status', status: 200, body: { code: 404, message: 'Company not found.' } },
      'no-company',
      1,
    ],
    [
      { type: 'status', status: 200, body: { success: false, message: 'Inactive enterprise.' } },
      'inactive-account',
      1,
    ],
  ] as const)('that stays like that (%o) ends as %s', async (effect, kind, requests) => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/api/folders', effect })
    if (kind === null) {
      const { items, skipped } = await client.folders(patience())
      expect([items.length, skipped.length > 0]).toEqual([0, true])
    } else expect((await failureOf(client.folders(patience()))).kind).toBe(kind)
    expect(folderRequests()).toBe(requests)
  })

  it('that answers too slowly is given up', async () => {
    const { client } = await connected(api.origin, { limits: { apiTimeoutMs: 60 } })
    api.addFault({ path: '/api/folders', effect: { type: 'delay', ms: 3000 } })
    expect((await failureOf(client.folders(patience()))).kind).toBe('timeout')
  })

  it('never has a token in what it is reported with', async () => {
    const { client } = await connected(api.origin)
    const token = client.session?.accessToken ?? ''
    const body = { message: `bad token ${token}, Bearer ${token}` }
    api.addFault({ path: '/api/folders', effect: { type: 'status', status: 422, body } })
    const { message, details } = await failureOf(client.folders(patience()))
    expect(token.length).toBeGreaterThan(8)
    expect(`${message} ${details}`).not.toContain(token)
    expect(details).toContain('GET /api/folders: 422')
  })
})

describe('requests', () => {
  it('for the same thing are shared, and given up only when all have left', async () => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/api/folders', effect: { type: 'delay', ms: 80 } })
    const leave = new AbortController()
    const left = failureOf(client.folders(leave.signal))
    const stayed = client.folders(patience())
    setTimeout(() => leave.abort(), 20)
    expect((await left).kind).toBe('cancelled')
    expect((await stayed).items).not.toEqual([])
    expect(folderRequests()).toBe(1)
  })

  it('carry the token to the API alone, and never in a URL', async () => {
    const { client } = await connected(api.origin)
    const headers: (string | null)[] = []
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
      headers.push(new Headers(init.headers).get('authorization'))
      return Promise.resolve(new Response('bytes'))
    })
    await client.media('https://cdn.example/a.png', patience())
    await client.media(`${api.origin}/media/a.png`, patience())
    vi.unstubAllGlobals()
    expect(headers).toEqual([null, `Bearer ${client.session?.accessToken}`])
    await client.assets(null, patience())
    expect(api.requests.some(({ secretInUrl }) => secretInUrl)).toBe(false)
  })
})

describe('a file', () => {
  it.each([403, 404, 410] as const)(
    'whose link answers %i is told to have expired',
    async (status) => {
      const { client } = await connected(api.origin)
      api.addFault({ path: '/media/*', effect: { type: 'status', status, body: 'gone' } })
      const failure = await failureOf(
        client.media(`${api.origin}/media/x.png?signature=abc`, patience()),
      )
      expect(failure.kind).toBe('expired-link')
      expect(failure.message).toContain('link no longer works')
      expect(failure.details).not.toContain('signature')
    },
  )

  it('whose signature is refused as a bad request may have expired, too', async () => {
    const { client } = await connected(api.origin)
    const effect = { type: 'status', status: 400, body: '<Code>ExpiredToken</Code>' } as const
    api.addFault({ path: '/media/*', effect })
    const failure = await failureOf(client.media(`${api.origin}/media/x.png?sig=1`, patience()))
    expect(failure).toMatchObject({
      kind: 'expired-link',
      message: 'The file server refused this file. Try again.',
    })
  })

  it.each(['javascript:alert(1)', 'http://elsewhere.example/x.png', 'file:///etc/passwd'])(
    'at %s is not fetched',
    async (url) => {
      const { client } = await connected(api.origin)
      expect((await failureOf(client.media(url, patience()))).kind).toBe('invalid-request')
    },
  )

  it('that breaks off is not told to be forbidden, whether its host was read before', async () => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/media/broken.png', effect: { type: 'cut', at: 'start' } })
    const broken = (): Promise<unknown> =>
      failureOf(client.media(`${api.origin}/media/broken.png`, patience()))
    expect(await broken()).toMatchObject({ kind: 'unreachable', action: 'retry' })
    const effect = { type: 'status', status: 200, body: 'bytes' } as const
    api.addFault({ path: '/media/whole.png', effect })
    await client.media(`${api.origin}/media/whole.png`, patience())
    expect(await broken()).toMatchObject({
      kind: 'unreachable',
      action: 'retry',
      message: 'The file could not be downloaded. Check your connection and try again.',
    })
  })

  it('arrives byte for byte', async () => {
    const { client } = await connected(api.origin)
    const [kit] = (await client.brandKits(patience())).items
    if (kit === undefined) throw new Error('no kit')
    const { items } = await client.logos(kit, patience())
    const url = items.find(({ format }) => format === 'svg')?.url ?? ''
    const bytes = await client.media(url, patience())
    expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(bytes)
  })
})
