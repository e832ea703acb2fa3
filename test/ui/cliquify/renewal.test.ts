import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '../../../shared/session.ts'
import { openConnection, type Connection } from '../../../ui/cliquify/connection.ts'
import { LIMITS } from '../../../ui/cliquify/limits.ts'
import { openQueue, PRIORITY } from '../../../shared/cliquify/queue.ts'
import type { Reply } from '../../../shared/cliquify/reply.ts'
import { openSend } from '../../../ui/cliquify/send.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, failureOf, openClient, patience, SAMPLE } from './connected.ts'
import { tokensOf } from '../../../ui/cliquify/token-source.ts'

const HOUR_MS = 3_600_000

const api = useCliquify()
afterEach(() => {
  vi.useRealTimers()
})

function sent(path: string): readonly (number | 'cut' | null)[] {
  return api.requests
    .filter((request) => request.path === path && request.method !== 'OPTIONS')
    .map(({ status }) => status)
}

/** This device's clock, and nothing else, is moved. */
function moveClock(milliseconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds })
}

describe('100 callers at once', () => {
  const remembered = { ...SAMPLE, accessToken: null, expiresAt: null, scopes: null }

  function open(): Connection {
    const limits = { ...LIMITS, backoffMs: 10 }
    const queue = openQueue(1000, 6)
    return openConnection({
      origin: api.origin,
      tokens: tokensOf(api.origin),
      session: remembered,
      again: 'Connect again',
      keepSession: () => Promise.resolve(),
      limits,
      openSend: (redact) => openSend(queue, limits, redact),
    })
  }

  /** Each its own call, not shared with another. */
  function call(connection: Connection): Promise<Reply> {
    const signal = patience()
    return connection.authorised(signal, (token) =>
      connection.send({
        call: { type: 'api', what: 'folders', line: 'GET /api/folders' },
        url: `${api.origin}/api/folders`,
        init: { headers: { Authorization: `Bearer ${token}` } },
        priority: PRIORITY.page,
        signal,
      }),
    )
  }

  it('without a token share one token request', async () => {
    const connection = open()
    const replies = await Promise.all(Array.from({ length: 100 }, () => call(connection)))
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(100).fill(200))
    expect(sent('/oauth/access-token')).toEqual([200])
    expect(sent('/api/folders')).toHaveLength(100)
  })

  it('whose token is refused share one renewal, and each repeats its call once', async () => {
    const connection = open()
    await call(connection)
    api.expireTokens()
    api.forgetRequests()
    const replies = await Promise.all(Array.from({ length: 100 }, () => call(connection)))
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(100).fill(200))
    expect(sent('/oauth/access-token')).toEqual([200])
    const statuses = sent('/api/folders')
    expect(statuses.filter((status) => status === 200)).toHaveLength(100)
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(100)
  })

  it('share its failure too, and the next caller may try again', async () => {
    api.addFault({ path: '/oauth/access-token', times: 1, effect: { type: 'html', status: 502 } })
    const connection = open()
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => call(connection)))
    expect(results.every(({ status }) => status === 'rejected')).toBe(true)
    expect(sent('/oauth/access-token')).toEqual([502])
    expect((await call(connection)).status).toBe(200)
  })
})

describe('a token', () => {
  it('is used again in the next window, as long as it lasts', async () => {
    const { client } = await connected(api.origin, { remember: true })
    for (let window = 0; window < 3; window++) {
      await openClient(api.origin, { session: client.session }).client.folders(patience())
    }
    expect(sent('/oauth/access-token')).toEqual([200])
  })

  it('is renewed a minute ahead of its end, and not sooner', async () => {
    api.configure({ tokenLifetime: 3600 })
    const { client } = await connected(api.origin, { remember: true })
    moveClock(HOUR_MS - 65_000)
    await client.folders(patience())
    expect(sent('/oauth/access-token')).toHaveLength(1)
    moveClock(10_000)
    await client.brandKits(patience())
    expect(sent('/oauth/access-token')).toHaveLength(2)
    expect(api.requests.some(({ status }) => status === 401)).toBe(false)
  })
})

describe('a remembered secret', () => {
  it.each([
    ['is dropped', 401, { details: { error: 'invalid_client' } }, null],
    ['is dropped', 400, { error: 'invalid_client' }, null],
    ['is kept', 401, { message: 'Unauthenticated.' }, SAMPLE.clientSecret],
    ['is kept', 401, '<title>401 Authorization Required</title>', SAMPLE.clientSecret],
    ['is kept', 403, '<title>Just a moment...</title>', SAMPLE.clientSecret],
    ['is kept', 400, { error: 'invalid_request' }, SAMPLE.clientSecret],
  ])('%s where the renewal is answered with %i %j', async (_, status, body, secret) => {
    const { client } = await connected(api.origin, { remember: true })
    api.expireTokens()
    api.addFault({ path: '/oauth/access-token', effect: { type: 'status', status, body } })
    await failureOf(client.brandKits(patience()))
    expect(client.session?.clientSecret).toBe(secret)
  })
})

describe('a refused call', () => {
  const refusal = (status: number, body: unknown) => ({ type: 'status', status, body }) as const

  it.each([
    [401, ''],
    [401, ' \n'],
    [401, '<title>401 Authorization Required</title>'],
    [403, { message: 'Token has expired' }],
    [403, { message: 'The access token was revoked.' }],
    [200, { statusCode: 401, message: 'Unauthorized' }],
    [200, { status: 'error', status_code: 401 }],
  ])('answered with %i %j renews the token once, and is repeated', async (status, body) => {
    const { client } = await connected(api.origin, { remember: true })
    const next = openClient(api.origin, { session: client.session }).client
    api.addFault({ path: '/api/folders', times: 1, effect: refusal(status, body) })
    api.forgetRequests()
    expect((await next.folders(patience())).items.length).toBeGreaterThan(0)
    expect(sent('/oauth/access-token')).toEqual([200])
    expect(next.session?.accessToken).not.toBe(client.session?.accessToken)
  })

  it('with an empty 401 says in plain words to connect again where the secret was dropped', async () => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/api/folders', effect: refusal(401, '') })
    const failure = await failureOf(client.folders(patience()))
    expect([failure.kind, failure.action]).toEqual(['connection-expired', 'connect'])
    expect(client.session?.accessToken).toBeNull()
  })

  it('by a page renews the token once, and never gives it up', async () => {
    const { client } = await connected(api.origin, { remember: true })
    const next = openClient(api.origin, { session: client.session }).client
    api.addFault({ path: '/api/*', effect: refusal(401, '<title>401</title>') })
    api.forgetRequests()
    expect((await failureOf(next.folders(patience()))).kind).toBe('not-json')
    expect((await failureOf(next.brandKits(patience()))).kind).toBe('not-json')
    expect(sent('/oauth/access-token')).toEqual([200])
    expect(next.session?.accessToken).toBeTypeOf('string')
  })

  it.each([
    [403, { message: 'This token has no valid scope, or it expired: scope required' }],
    [403, { detail: 'CSRF token invalid' }],
    [403, ''],
  ])('with %i %j is no word about the token', async (status, body) => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/api/folders', effect: refusal(status, body) })
    expect((await failureOf(client.folders(patience()))).kind).not.toBe('connection-expired')
    expect(client.session?.accessToken).toBeTypeOf('string')
  })
})

describe('where the device’s clock is hours behind', () => {
  it('one refused call renews the token, and is repeated exactly once', async () => {
    api.configure({ tokenLifetime: 3600 })
    const { client } = await connected(api.origin, { remember: true })
    moveClock(-5 * HOUR_MS)
    api.expireTokens()
    api.forgetRequests()
    expect((await client.folders(patience())).items.length).toBeGreaterThan(0)
    expect(sent('/api/folders')).toEqual([401, 200])
    expect(sent('/oauth/access-token')).toEqual([200])
  })

  it('says in plain words to connect again where the secret was dropped', async () => {
    const { client } = await connected(api.origin)
    moveClock(-5 * HOUR_MS)
    api.expireTokens()
    api.forgetRequests()
    const failure = await failureOf(client.folders(patience()))
    expect([failure.kind, failure.action]).toEqual(['connection-expired', 'connect'])
    expect(failure.message).toBe('The connection to Cliquify has ended. Connect again.')
    expect(sent('/api/folders')).toEqual([401])
    expect(sent('/oauth/access-token')).toEqual([])
  })

  it('says to sign in again where that is the way in', async () => {
    const session: Session = {
      ...{ clientId: 'Ada', clientSecret: null, accessToken: 'over' },
      ...{ expiresAt: null, scopes: null },
    }
    const { client } = openClient(api.origin, { session, again: 'Sign in again' })
    const failure = await failureOf(client.folders(patience()))
    expect(failure.message).toBe('The connection to Cliquify has ended. Sign in again.')
  })
})

describe('where the device’s clock is hours ahead', () => {
  it('a token that seems over is still tried, as long as Cliquify takes it', async () => {
    api.configure({ tokenLifetime: 3600 })
    const { client } = await connected(api.origin)
    moveClock(5 * HOUR_MS)
    expect((await client.folders(patience())).items.length).toBeGreaterThan(0)
    expect(sent('/oauth/access-token')).toHaveLength(1)
  })

  it('it is renewed once, not before every call', async () => {
    api.configure({ tokenLifetime: 3600 })
    const { client } = await connected(api.origin, { remember: true })
    moveClock(5 * HOUR_MS)
    await client.folders(patience())
    await client.brandKits(patience())
    await client.assets(null, patience())
    expect(sent('/oauth/access-token')).toHaveLength(2)
  })
})
