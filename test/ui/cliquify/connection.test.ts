import { describe, expect, it } from 'vitest'
import type { FaultInput } from '../../cliquify/faults.ts'
import type { Cliquify } from '../../cliquify/server.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, failureOf, openClient, patience, SAMPLE } from './connected.ts'

const api = useCliquify()

const answer = (status: number, body: unknown): FaultInput['effect'] => ({
  type: 'status',
  status,
  body,
})

const tokenRequests = (): Cliquify['requests'] =>
  api.requests.filter(({ path, method }) => path === '/oauth/access-token' && method === 'POST')

describe('connecting', () => {
  it('asks as a form and keeps the token without the secret', async () => {
    const before = Date.now()
    const { client, kept } = await connected(api.origin)
    expect(tokenRequests().map(({ encoding }) => encoding)).toEqual(['form'])
    expect(kept).toHaveLength(1)
    expect(kept[0]).toEqual(client.session)
    expect(client.session?.clientId).toBe(SAMPLE.clientId)
    expect(client.session?.clientSecret).toBeNull()
    expect(JSON.stringify(kept)).not.toContain(SAMPLE.clientSecret)
    const expiresAt = client.session?.expiresAt ?? 0
    expect(expiresAt).toBeGreaterThan(before + 2_592_000_000 - 61_000)
    expect(expiresAt).toBeLessThan(before + 2_592_000_000)
  })

  it('keeps the secret when asked to remember it', async () => {
    const { kept } = await connected(api.origin, { remember: true })
    expect(kept.at(-1)?.clientSecret).toBe(SAMPLE.clientSecret)
  })

  it('reads the flat reply of RFC 6749 too', async () => {
    api.configure({ oauthShape: 'flat' })
    const { client } = await connected(api.origin)
    expect(client.session?.accessToken).toBeTypeOf('string')
  })

  it.each([415, 422] as const)('asks once more as JSON after a %i', async (encodingRefusal) => {
    api.configure({ encoding: 'json', encodingRefusal })
    await connected(api.origin)
    expect(tokenRequests().map(({ encoding }) => encoding)).toEqual(['form', 'json'])
  })

  it('tells wrong credentials apart and does not ask twice', async () => {
    const { client, kept } = openClient(api.origin)
    const wrong = { ...SAMPLE, clientSecret: 'wrong-secret-value' }
    const failure = await failureOf(client.connect(wrong, false))
    expect(failure.kind).toBe('wrong-credentials')
    expect(`${failure.message} ${failure.details}`).not.toContain('wrong-secret-value')
    expect(tokenRequests()).toHaveLength(1)
    expect(kept).toEqual([])
    expect(client.session).toBeNull()
  })

  it.each([
    [400, { success: false, message: 'Access token invalid.' }, 'connection-refused'],
    [401, { details: { error: 'invalid_client' } }, 'wrong-credentials'],
    [403, { success: false, message: 'Inactive enterprise.' }, 'inactive-account'],
    [422, { client_id: ['The client id format is invalid.'] }, 'invalid-request'],
    [500, { message: 'Server Error' }, 'server-down'],
  ] as const)('never asks as JSON after a %i', async (status, body, kind) => {
    const effect = { type: 'status', status, body } as const
    api.addFault({ path: '/oauth/access-token', effect })
    const { client } = openClient(api.origin)
    const failure = await failureOf(client.connect(SAMPLE, false))
    expect(failure.kind).toBe(kind)
    expect(tokenRequests()).toHaveLength(1)
  })

  it('shares one token request among those who press twice', async () => {
    const { client } = openClient(api.origin)
    await Promise.all([client.connect(SAMPLE, false), client.connect(SAMPLE, false)])
    expect(tokenRequests()).toHaveLength(1)
  })

  it('asks for one token at a time, also after somebody gave up waiting for their turn', async () => {
    const ms = 300
    api.addFault({ path: '/oauth/access-token', times: 1, effect: { type: 'delay', ms } })
    const { client } = openClient(api.origin)
    const first = client.connect(SAMPLE, false)
    const impatient = new AbortController()
    const second = failureOf(client.connect(SAMPLE, true, impatient.signal))
    impatient.abort()
    expect((await second).kind).toBe('cancelled')
    const third = failureOf(client.connect({ ...SAMPLE, clientId: 'another' }, false))
    await Promise.all([first, third])
    const [begun = 0, next = 0, ...more] = tokenRequests().map(({ at }) => at)
    // Not before the first was answered; two clocks may differ by a millisecond.
    expect(next - begun).toBeGreaterThanOrEqual(ms - 1)
    expect(more).toEqual([])
  })

  it('can be cancelled, and nobody is connected then', async () => {
    api.addFault({ path: '/oauth/access-token', effect: { type: 'delay', ms: 500 } })
    const { client, kept } = openClient(api.origin)
    const giveUp = new AbortController()
    const failure = failureOf(client.connect(SAMPLE, false, giveUp.signal))
    setTimeout(() => giveUp.abort(), 20)
    expect((await failure).kind).toBe('cancelled')
    expect(client.session).toBeNull()
    expect(kept).toEqual([])
  })

  it('waits as long as a 429 says, and then gets its token by itself', async () => {
    api.addFault({
      path: '/oauth/access-token',
      times: 1,
      effect: { type: 'rate-limited', seconds: 0.05 },
    })
    const { client } = await connected(api.origin)
    expect(client.session?.accessToken).toBeTypeOf('string')
    expect(tokenRequests().map(({ encoding }) => encoding)).toEqual(['form', 'form'])
  })

  it('revokes the token of whoever was connected before', async () => {
    const session = {
      clientId: 'somebody-else',
      clientSecret: null,
      accessToken: 'token-of-somebody-else',
      expiresAt: null,
      scopes: null,
    }
    const { client } = openClient(api.origin, { session })
    await client.connect(SAMPLE, false)
    await expect
      .poll(() => api.requests.filter(({ path }) => path === '/oauth/revoke').length)
      .toBeGreaterThan(0)
  })
})

describe('a device that cannot keep the connection', () => {
  const full = () => Promise.reject(new Error('quota exceeded'))

  it('stops nobody who connects: the token is good for this window', async () => {
    const { client } = openClient(api.origin, { keepSession: full })
    expect(client.lasts).toBe('on-device')
    await client.connect(SAMPLE, true)
    expect(client.lasts).toBe('in-window')
    expect((await client.brandKits(patience())).items.length).toBeGreaterThan(0)
    api.expireTokens()
    expect((await client.folders(patience())).items.length).toBeGreaterThan(0)
    expect(client.lasts).toBe('in-window')
  })

  it('stops nobody who pastes a token', async () => {
    const { client: first } = await connected(api.origin)
    const { client } = openClient(api.origin, { keepSession: full })
    await client.connectWithToken(first.session?.accessToken ?? '')
    expect(client.lasts).toBe('in-window')
    expect((await client.folders(patience())).items.length).toBeGreaterThan(0)
  })

  it('has it after all once it can', async () => {
    let isFull = true
    const { client, kept } = openClient(api.origin, {
      keepSession: () => (isFull ? full() : Promise.resolve()),
    })
    await client.connect(SAMPLE, true)
    isFull = false
    api.expireTokens()
    await client.folders(patience())
    expect(kept.at(-1)).toEqual(client.session)
    expect(client.lasts).toBe('on-device')
  })

  it('is no matter where only a renewed token could not be kept', async () => {
    const { client: first } = await connected(api.origin, { remember: true })
    const { client } = openClient(api.origin, { session: first.session, keepSession: full })
    api.expireTokens()
    expect((await client.folders(patience())).items.length).toBeGreaterThan(0)
    expect(client.lasts).toBe('on-device')
  })
})

describe('a token that has expired', () => {
  it('is renewed once and the call repeated, while many wait for the same one', async () => {
    const { client, kept } = await connected(api.origin, { remember: true })
    api.expireTokens()
    api.forgetRequests()
    const [kits, folders, assets] = await Promise.all([
      client.brandKits(patience()),
      client.folders(patience()),
      client.assets(null, patience()),
    ])
    expect(kits.items.length * folders.items.length * assets.items.length).toBeGreaterThan(0)
    expect(tokenRequests()).toHaveLength(1)
    expect(kept.at(-1)?.accessToken).toBe(client.session?.accessToken)
    expect(kept.at(-1)?.clientSecret).toBe(SAMPLE.clientSecret)
  })

  it('asks to connect again where the secret was dropped, and keeps the client ID', async () => {
    const { client, kept } = await connected(api.origin)
    api.expireTokens()
    const failure = await failureOf(client.brandKits(patience()))
    expect([failure.kind, failure.action]).toEqual(['connection-expired', 'connect'])
    expect(client.session).toEqual({
      clientId: SAMPLE.clientId,
      clientSecret: null,
      accessToken: null,
      expiresAt: null,
      scopes: null,
    })
    expect(kept.at(-1)).toEqual(client.session)
    expect(tokenRequests()).toHaveLength(1)
  })

  it('is renewed ahead of its end, without a refused call', async () => {
    const { client } = await connected(api.origin, { remember: true })
    if (client.session === null) throw new Error('not connected')
    const nearlyOver = { ...client.session, expiresAt: Date.now() - 1 }
    const next = openClient(api.origin, { session: nearlyOver })
    api.forgetRequests()
    await next.client.brandKits(patience())
    expect(api.requests.filter(({ method }) => method !== 'OPTIONS').map((r) => r.path)).toEqual([
      '/oauth/access-token',
      '/api/brand-kits',
    ])
  })

  it('is not renewed over and over where renewed ones are refused too', async () => {
    const { client } = await connected(api.origin, { remember: true })
    const effect = { type: 'status', status: 401, body: { message: 'Unauthenticated.' } } as const
    api.addFault({ path: '/api/*', effect })
    api.forgetRequests()
    expect((await failureOf(client.brandKits(patience()))).kind).toBe('connection-expired')
    expect((await failureOf(client.folders(patience()))).kind).toBe('connection-expired')
    expect(tokenRequests()).toHaveLength(1)
  })

  it('forgets a remembered secret that Cliquify refuses', async () => {
    const session = {
      clientId: SAMPLE.clientId,
      clientSecret: 'rotated-away-secret',
      accessToken: 'stale-token-value',
      expiresAt: null,
      scopes: null,
    }
    const { client, kept } = openClient(api.origin, { session })
    const failure = await failureOf(client.brandKits(patience()))
    expect([failure.kind, failure.action]).toEqual(['wrong-credentials', 'connect'])
    expect(kept.at(-1)).toMatchObject({ clientSecret: null, accessToken: null })
  })

  it('leaves a remembered secret alone where a renewal fails for another reason', async () => {
    const { client } = await connected(api.origin, { remember: true })
    api.expireTokens()
    const effect = { type: 'status', status: 400, body: { message: 'Bad Request' } } as const
    api.addFault({ path: '/oauth/access-token', times: 1, effect })
    const failure = await failureOf(client.brandKits(patience()))
    expect([failure.kind, failure.action]).toEqual(['connection-refused', 'connect'])
    expect(client.session?.clientSecret).toBe(SAMPLE.clientSecret)
    expect((await client.brandKits(patience())).items.length).toBeGreaterThan(0)
  })

  it('asks for a new one once where the old one lacks a scope', async () => {
    const { client } = await connected(api.origin, { remember: true })
    const later = openClient(api.origin, { session: client.session })
    api.configure({ scopes: ['assets:read'] })
    api.forgetRequests()
    const failure = await failureOf(later.client.templates(null, patience()))
    expect(failure.kind).toBe('missing-scope')
    await failureOf(later.client.templates(null, patience()))
    expect(tokenRequests()).toHaveLength(1)
  })
})

describe('disconnecting', () => {
  it('revokes the token and forgets everything', async () => {
    const { client, kept } = await connected(api.origin)
    const session = client.session
    expect(await client.disconnect()).toBe(true)
    expect(client.session).toBeNull()
    expect(kept.at(-1)).toBeNull()
    const again = openClient(api.origin, { session })
    expect((await failureOf(again.client.brandKits(patience()))).kind).toBe('connection-expired')
  })

  it.each(['offline', 'slow'] as const)('forgets also when the network is %s', async (how) => {
    const { client, kept } = await connected(api.origin, { limits: { revokeTimeoutMs: 50 } })
    if (how === 'offline') api.setOffline(true)
    else api.addFault({ path: '/oauth/revoke', effect: { type: 'delay', ms: 2000 } })
    expect(await client.disconnect()).toBe(false)
    expect(client.session).toBeNull()
    expect(kept.at(-1)).toBeNull()
  })

  it.each([
    [true, 'the reply is lost', { type: 'cut' }],
    [true, 'the token is not found', answer(422, { message: 'Token not found.' })],
    [true, 'nothing is said', answer(200, '')],
    [true, 'that is said', answer(200, { revoked: true })],
    [true, 'that is said within data', answer(200, { success: true, data: { revoked: true } })],
    [false, 'the opposite is said', answer(200, { revoked: false })],
    [false, 'it is said within data', answer(200, { success: true, data: { revoked: false } })],
    [false, 'an error has the status 200', answer(200, { error: { code: 500 } })],
    [false, 'something else is said', answer(200, {})],
    [false, 'the request is lost', { type: 'cut', at: 'start' }],
    [false, 'a page comes back', { type: 'html', status: 200 }],
    [false, 'a gateway refuses', answer(401, '<title>401</title>')],
    [false, 'there is no such address', answer(404, { message: 'Not Found' })],
    [false, 'the client is refused', answer(401, { error: 'invalid_client' })],
  ] as const)('says %s, that the token is revoked, where %s', async (isRevoked, _, effect) => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/oauth/revoke', effect })
    expect(await client.disconnect()).toBe(isRevoked)
  })

  it('forgets before Cliquify has answered, as the window may be closed meanwhile', async () => {
    const { client, kept } = await connected(api.origin)
    api.addFault({ path: '/oauth/revoke', effect: { type: 'delay', ms: 2000 } })
    void client.disconnect()
    await expect.poll(() => kept.at(-1)).toBeNull()
  })

  it('cancels what was being loaded', async () => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/api/*', effect: { type: 'delay', ms: 500 } })
    const failure = failureOf(client.brandKits(patience()))
    await client.disconnect()
    expect((await failure).kind).toBe('cancelled')
  })

  it('says to connect where nobody is connected', async () => {
    const { client } = openClient(api.origin)
    const failure = await failureOf(client.brandKits(patience()))
    expect([failure.kind, failure.action]).toEqual(['connection-expired', 'connect'])
    expect(api.requests).toEqual([])
  })
})
