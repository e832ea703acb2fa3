import { describe, expect, it } from 'vitest'
import type { Session } from '../../../shared/session.ts'
import { introspectionOf } from '../../../shared/cliquify/introspection.ts'
import { claimsOf } from '../../../ui/cliquify/token-claims.ts'
import type { Cliquify } from '../../cliquify/server.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, failureOf, openClient, patience, SAMPLE } from './connected.ts'

const SCOPES = ['profile:read', 'templates:read', 'assets:read']

const api = useCliquify({ settings: { scopes: SCOPES } })

const posts = (path: string): Cliquify['requests'] =>
  api.requests.filter((request) => request.path === path && request.method === 'POST')

/** A token that an administrator issued. */
async function issuedToken(): Promise<string> {
  const { client } = await connected(api.origin)
  const token = client.session?.accessToken
  if (typeof token !== 'string') throw new Error('no token was issued')
  api.forgetRequests()
  return token
}

describe('connecting with an access token', () => {
  it.each(['nested', 'flat'] as const)(
    'asks Cliquify about it, and keeps it with its end and scopes (%s reply)',
    async (oauthShape) => {
      api.configure({ oauthShape, tokenLifetime: 7200 })
      const accessToken = await issuedToken()
      const { client, kept } = openClient(api.origin)
      await client.connectWithToken(`  Bearer ${accessToken}\n`)
      expect(posts('/oauth/introspect').map(({ encoding }) => encoding)).toEqual(['form'])
      expect(client.session).toMatchObject({
        clientId: SAMPLE.clientId,
        clientSecret: null,
        accessToken,
        scopes: SCOPES,
      })
      const left = (client.session?.expiresAt ?? 0) - Date.now()
      expect(left).toBeGreaterThan(7_190_000)
      expect(left).toBeLessThanOrEqual(7_200_000)
      expect(kept).toEqual([client.session])
      expect((await client.brandKits(patience())).items.length).toBeGreaterThan(0)
    },
  )

  it.each([
    [415, { message: 'Unsupported Media Type' }],
    [422, { success: false, message: 'Token required.' }],
    [422, { token: ['The token field is required.'] }],
    [422, { success: false, message: 'Invalid or expired token.' }],
    [400, { message: 'Content-Type must be application/json.' }],
  ])('asks once more as JSON after a %i %j', async (status, body) => {
    const accessToken = await issuedToken()
    api.addFault({ path: '/oauth/introspect', times: 1, effect: { type: 'status', status, body } })
    const { client } = openClient(api.origin)
    await client.connectWithToken(accessToken)
    expect(posts('/oauth/introspect').map(({ encoding }) => encoding)).toEqual(['form', 'json'])
    expect(client.session?.accessToken).toBe(accessToken)
  })

  it.each([
    [422, { success: false, message: 'Invalid or expired token.' }],
    [200, { success: true, data: { active: false } }],
    [200, { active: false }],
    [200, { success: false, message: 'Invalid or expired token.' }],
    [401, { message: 'Unauthenticated.' }],
  ])('keeps nothing where Cliquify answers %i %j', async (status, body) => {
    api.addFault({ path: '/oauth/introspect', effect: { type: 'status', status, body } })
    const { client, kept } = openClient(api.origin)
    const failure = await failureOf(client.connectWithToken('eyJ0eXAi.not-a-good-one'))
    expect([failure.kind, failure.action]).toEqual(['wrong-credentials', 'connect'])
    expect(failure.message).toMatch(/does not accept this access token.*administrator/)
    // Once in each encoding at most.
    expect(posts('/oauth/introspect')).toHaveLength(status === 422 ? 2 : 1)
    expect(client.session).toBeNull()
    expect(kept).toEqual([])
  })

  it.each([
    [500, { message: 'Server Error' }, 'server-down'],
    [403, { success: false, message: 'Inactive enterprise.' }, 'inactive-account'],
    [401, '<html>nginx</html>', 'not-json'],
    [403, '<html>Just a moment…</html>', 'not-json'],
    [200, 'a page', 'not-json'],
  ])('keeps nothing, and never blames the token, after a %i %j', async (status, body, kind) => {
    const effect = { type: 'status', status, body } as const
    for (const path of ['/oauth/introspect', '/api/*']) api.addFault({ path, effect })
    const { client, kept } = openClient(api.origin)
    const failure = await failureOf(client.connectWithToken('a-secret-looking-token'))
    expect(failure.kind).toBe(kind)
    expect(`${failure.message} ${failure.details}`).not.toContain('a-secret-looking-token')
    expect(kept).toEqual([])
  })

  it.each(['', '  ', 'two words', 'tökén', 'line\nbreak'])(
    'asks for a whole token, without a request, where %j was pasted',
    async (pasted) => {
      const { client } = openClient(api.origin)
      expect((await failureOf(client.connectWithToken(pasted))).kind).toBe('missing-credentials')
      expect(api.requests).toEqual([])
    },
  )

  it('is not tried in another way where Cliquify wants a pause', async () => {
    api.addFault({ path: '/oauth/introspect', effect: { type: 'rate-limited', seconds: 3600 } })
    const { client } = openClient(api.origin)
    expect((await failureOf(client.connectWithToken('some-token'))).kind).toBe('rate-limited')
    expect(api.requests.filter(({ method }) => method === 'GET')).toEqual([])
  })

  it('never tells the token where the server says it back', async () => {
    const token = 'opaque-token-without-a-shape'
    const effect = { type: 'status', status: 500, body: { message: `bad ${token}` } } as const
    for (const path of ['/oauth/introspect', '/api/*']) api.addFault({ path, effect })
    const { client } = openClient(api.origin)
    const failure = await failureOf(client.connectWithToken(token))
    expect(failure.details).toContain('[redacted]')
    expect(`${failure.message} ${failure.details}`).not.toContain(token)
  })

  it('can be cancelled, and keeps who was connected', async () => {
    const { client, kept } = await connected(api.origin)
    const before = client.session
    api.addFault({ path: '/oauth/introspect', effect: { type: 'delay', ms: 500 } })
    const giveUp = new AbortController()
    const failure = failureOf(client.connectWithToken('another-token', giveUp.signal))
    setTimeout(() => giveUp.abort(), 20)
    expect((await failure).kind).toBe('cancelled')
    expect(client.session).toBe(before)
    expect(kept).toHaveLength(1)
  })
})

describe('an access token that may not be asked about', () => {
  const TWO_HOURS = 7_200_000

  it.each([
    [{ type: 'cut', at: 'start' }],
    [{ type: 'status', status: 400, body: { message: 'Bad request.' } }],
    [{ type: 'status', status: 404, body: { message: 'Not Found' } }],
    [{ type: 'status', status: 404, body: '<title>404</title>' }],
    [{ type: 'status', status: 401, body: { message: 'Client authentication failed' } }],
    [{ type: 'status', status: 405, body: { message: 'Method not allowed.' } }],
    [{ type: 'status', status: 419, body: { message: 'CSRF token mismatch.' } }],
    [{ type: 'status', status: 403, body: { message: 'Inactive enterprise.' } }],
    [{ type: 'status', status: 403, body: '<html>Just a moment…</html>' }],
    [{ type: 'status', status: 422, body: { token_type_hint: ['This field is required.'] } }],
    [{ type: 'status', status: 422, body: { message: 'Unprocessable Content' } }],
    [{ type: 'status', status: 500, body: { message: 'Server Error' } }],
    [{ type: 'status', status: 501, body: '' }],
    [{ type: 'status', status: 200, body: 'a page' }],
    [{ type: 'status', status: 200, body: { success: true, data: { scopes: [] } } }],
  ] as const)('(%j) is proved by one call, and says itself how long it lasts', async (effect) => {
    api.configure({ tokenLifetime: TWO_HOURS / 1000 })
    const accessToken = await issuedToken()
    api.addFault({ path: '/oauth/introspect', effect })
    const { client } = openClient(api.origin)
    await client.connectWithToken(accessToken)
    expect(api.requests.filter(({ method }) => method === 'GET').map(({ path }) => path)).toEqual([
      '/api/templates',
    ])
    expect(client.session).toMatchObject({ clientId: SAMPLE.clientId, scopes: SCOPES, accessToken })
    const left = (client.session?.expiresAt ?? 0) - Date.now()
    expect(left).toBeGreaterThan(TWO_HOURS - 10_000)
    expect((await client.checkConnection(patience())).expiresAt).toBe(client.session?.expiresAt)
  })

  const ofTemplates = (status: number, body: unknown): void =>
    api.addFault({ path: '/api/templates', effect: { type: 'status', status, body } })
  const notAsked = (): void =>
    api.addFault({
      path: '/oauth/introspect',
      effect: { type: 'status', status: 404, body: { message: 'Not Found' } },
    })

  it.each([
    [401, { message: 'Unauthenticated.' }],
    [400, { success: false, message: 'Access token invalid or expired.' }],
  ])('and is refused with %i is not kept', async (status, body) => {
    notAsked()
    ofTemplates(status, body)
    const { client, kept } = openClient(api.origin)
    const failure = await failureOf(client.connectWithToken('no-good-token'))
    expect([failure.kind, failure.action]).toEqual(['wrong-credentials', 'connect'])
    expect(kept).toEqual([])
  })

  it.each([
    [403, { message: 'Token does not have the required scope.' }],
    [404, { message: 'Company not found.' }],
    [200, { data: [] }],
  ])('is in force where the call answers %i %j', async (status, body) => {
    notAsked()
    ofTemplates(status, body)
    const { client } = openClient(api.origin)
    await client.connectWithToken('an-opaque-token')
    expect(client.session).toMatchObject({ clientId: null, scopes: null, expiresAt: null })
  })

  it.each([
    [401, '<title>401 Authorization Required</title>', 'not-json'],
    [500, { message: 'Server Error' }, 'server-down'],
    [403, { message: 'Inactive enterprise.' }, 'inactive-account'],
  ])('is not kept, and not blamed, where the call answers %i %j', async (status, body, kind) => {
    notAsked()
    ofTemplates(status, body)
    const { client, kept } = openClient(api.origin)
    expect((await failureOf(client.connectWithToken('some-token'))).kind).toBe(kind)
    expect(kept).toEqual([])
  })
})

describe('what a token says of itself', () => {
  const now = Date.parse('2026-06-01T00:00:00Z')
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const NOTHING = { clientId: null, scopes: null, expiresAt: null }

  it('is read from a JWT, in any of the shapes of aud and scopes', () => {
    const exp = now / 1000 + 60
    expect(claimsOf(`${part({})}.${part({ aud: ['a'], scope: 'x y', exp })}.s`, now)).toEqual({
      clientId: 'a',
      scopes: ['x', 'y'],
      expiresAt: exp * 1000,
    })
    expect(claimsOf(`e.${part({ aud: 7, scopes: ['ü'], exp: 1 })}.s`, now)).toEqual({
      clientId: '7',
      scopes: ['ü'],
      expiresAt: null,
    })
  })

  it.each(['', 'opaque', 'a.b', 'a.b.c', `a.${part([1])}.c`, `a.${part(null)}.c`, 'a.%%%.c'])(
    'is nothing where it is no JWT: %j',
    (token) => {
      expect(claimsOf(token, now)).toEqual(NOTHING)
    },
  )
})

describe('what Cliquify tells about a token', () => {
  const now = Date.parse('2026-06-01T00:00:00Z')
  it.each([
    ['2027-01-01 12:00:00', Date.parse('2027-01-01T12:00:00Z')],
    ['2027-01-01T12:00:00+02:00', Date.parse('2027-01-01T10:00:00Z')],
    [1_798_804_800, 1_798_804_800_000],
    ['soon', null],
    [null, null],
    // In force, and yet over by this device's clock: the clock is wrong.
    ['2026-05-31 20:00:00', null],
  ])('ends at %j, read as UTC', (expires_at, expiresAt) => {
    expect(introspectionOf({ active: true, expires_at }, now)?.expiresAt).toBe(expiresAt)
  })

  it.each([
    [{ scopes: ['a', 'b'] }, ['a', 'b']],
    [{ scope: 'a b' }, ['a', 'b']],
    [{ scopes: 'a, b' }, ['a', 'b']],
    [{ scopes: ['a', {}, null, ''] }, ['a']],
    [{ scopes: [{ id: 'a', description: 'Read' }, { name: 'b' }] }, ['a', 'b']],
    [{ scopes: [] }, null],
    [{ scopes: 7 }, null],
    [{}, null],
  ])('lists the scopes of %j', (fields, scopes) => {
    expect(introspectionOf({ data: { active: 1, ...fields } }, now)?.scopes ?? null).toEqual(scopes)
  })

  it.each([null, [], 'active', {}, { active: 'perhaps' }, { data: { active: null } }])(
    'is not made up from %j',
    (body) => {
      expect(introspectionOf(body, now)).toBeUndefined()
    },
  )
})

describe('checking the connection', () => {
  it('tells until when it works, and notes the scopes', async () => {
    api.configure({ tokenLifetime: 3600 })
    const { client, kept } = await connected(api.origin)
    const { expiresAt } = await client.checkConnection(patience())
    expect(Math.abs((expiresAt ?? 0) - Date.now() - 3_600_000)).toBeLessThan(10_000)
    expect(client.session?.scopes).toEqual(SCOPES)
    expect(kept.at(-1)).toEqual(client.session)
  })

  it('gets a new token first where the old one is over and the secret is remembered', async () => {
    const { client } = await connected(api.origin, { remember: true })
    const before = client.session?.accessToken
    api.expireTokens()
    api.forgetRequests()
    await client.checkConnection(patience())
    expect(client.session?.accessToken).not.toBe(before)
    expect(posts('/oauth/access-token')).toHaveLength(1)
    // The old one in both encodings, then the new one.
    expect(posts('/oauth/introspect')).toHaveLength(3)
  })

  it('says to connect again where the token is over and the secret was dropped', async () => {
    const { client, kept } = await connected(api.origin)
    api.expireTokens()
    const failure = await failureOf(client.checkConnection(patience()))
    expect([failure.kind, failure.action]).toEqual(['connection-expired', 'connect'])
    expect(kept.at(-1)).toMatchObject({ clientId: SAMPLE.clientId, accessToken: null })
  })

  it('leaves the connection as it is where Cliquify cannot be reached', async () => {
    const { client, kept } = await connected(api.origin)
    api.setOffline(true)
    const failure = await failureOf(client.checkConnection(patience()))
    expect([failure.kind, failure.action]).toEqual(['unreachable', 'retry'])
    expect(kept).toHaveLength(1)
    expect(client.session?.accessToken).toBeTypeOf('string')
  })
})

describe('forgetting the secret', () => {
  it('leaves the token, and nothing to renew it with', async () => {
    const { client, kept } = await connected(api.origin, { remember: true })
    const accessToken = client.session?.accessToken
    await client.forgetSecret()
    expect(client.session).toMatchObject({ accessToken, clientSecret: null })
    expect(kept.at(-1)).toEqual(client.session)
    expect((await client.brandKits(patience())).items.length).toBeGreaterThan(0)
    api.expireTokens()
    expect((await failureOf(client.folders(patience()))).kind).toBe('connection-expired')
    expect(posts('/oauth/access-token')).toHaveLength(1)
  })

  it('stays forgotten when a renewal was under way', async () => {
    const { client } = await connected(api.origin, { remember: true })
    api.expireTokens()
    api.addFault({ path: '/oauth/access-token', effect: { type: 'delay', ms: 200 } })
    const kits = client.brandKits(patience())
    await expect.poll(() => posts('/oauth/access-token').length).toBe(2)
    await client.forgetSecret()
    expect((await kits).items.length).toBeGreaterThan(0)
    expect(client.session?.clientSecret).toBeNull()
  })

  it('is told as a failure where the device could not forget, and can be tried again', async () => {
    const { client: first } = await connected(api.origin, { remember: true })
    let isFull = true
    const { client } = openClient(api.origin, {
      session: first.session,
      keepSession: () => (isFull ? Promise.reject(new Error('full')) : Promise.resolve()),
    })
    await expect(client.forgetSecret()).rejects.toThrow('full')
    expect(client.session?.clientSecret).toBe(SAMPLE.clientSecret)
    isFull = false
    await client.forgetSecret()
    expect(client.session?.clientSecret).toBeNull()
  })
})

describe('connecting again with other credentials', () => {
  /** Whether the API still takes a token. */
  async function isInForce(session: Session | null): Promise<boolean> {
    const { client } = openClient(api.origin, { session })
    return client.brandKits(patience()).then(
      () => true,
      () => false,
    )
  }

  it('revokes the token before it, and the new one works', async () => {
    const { client } = await connected(api.origin)
    const old = client.session
    await client.connect(SAMPLE, true)
    expect(client.session?.accessToken).not.toBe(old?.accessToken)
    await expect.poll(() => posts('/oauth/revoke').map(({ status }) => status)).toEqual([200])
    expect(await isInForce(old)).toBe(false)
    expect((await client.brandKits(patience())).items.length).toBeGreaterThan(0)
  })

  it('revokes nothing where the new credentials are refused', async () => {
    const { client } = await connected(api.origin)
    await failureOf(client.connect({ ...SAMPLE, clientSecret: 'wrong' }, false))
    expect(posts('/oauth/revoke')).toEqual([])
    expect(await isInForce(client.session)).toBe(true)
  })

  it('never revokes the very token that was pasted again', async () => {
    const accessToken = await issuedToken()
    const { client } = openClient(api.origin)
    await client.connectWithToken(accessToken)
    await client.connectWithToken(accessToken)
    await client.brandKits(patience())
    expect(posts('/oauth/revoke')).toEqual([])
  })

  it('revokes a pasted token when a client takes its place', async () => {
    const accessToken = await issuedToken()
    const { client } = openClient(api.origin)
    await client.connectWithToken(accessToken)
    await client.connect(SAMPLE, false)
    await expect.poll(() => posts('/oauth/revoke').map(({ status }) => status)).toEqual([200])
  })
})
