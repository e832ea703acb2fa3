import { describe, expect, it } from 'vitest'
import type { FaultInput } from '../../cliquify/faults.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { connected, openClient, patience } from './connected.ts'

const SCOPES = ['profile:read', 'templates:read', 'assets:read']

const api = useCliquify({ settings: { scopes: SCOPES } })

const questions = (): number =>
  api.requests.filter(({ path, method }) => path === '/oauth/introspect' && method === 'POST')
    .length

const answer = (status: number, body: unknown): FaultInput['effect'] => ({
  type: 'status',
  status,
  body,
})

describe('what the reply with the token did not tell', () => {
  it('is asked for once, and kept with the session', async () => {
    const { client, kept } = await connected(api.origin)
    expect([client.session?.scopes, questions()]).toEqual([null, 0])
    await client.lookUpConnection(patience())
    await client.lookUpConnection(patience())
    expect(questions()).toBe(1)
    expect(client.session?.scopes).toEqual(SCOPES)
    expect(kept.at(-1)).toEqual(client.session)
    const next = openClient(api.origin, { session: client.session })
    await next.client.lookUpConnection(patience())
    expect(questions()).toBe(1)
  })

  it('leaves the end that came with the token as it is: that one is by this device’s clock', async () => {
    const { client } = await connected(api.origin)
    const { expiresAt } = client.session ?? {}
    await client.lookUpConnection(patience())
    expect(client.session?.expiresAt).toBe(expiresAt)
  })

  it('is an end too, where the token came without one', async () => {
    const token = { access_token: 'x', token_type: 'Bearer', scope: SCOPES.join(' ') }
    api.addFault({ path: '/oauth/access-token', times: 1, effect: answer(200, token) })
    const data = { active: true, scopes: SCOPES, expires_at: '2126-01-01 12:00:00' }
    api.addFault({ path: '/oauth/introspect', times: 1, effect: answer(200, data) })
    const { client } = await connected(api.origin)
    expect(client.session).toMatchObject({ scopes: SCOPES, expiresAt: null })
    await client.lookUpConnection(patience())
    expect(client.session?.expiresAt).toBe(Date.parse('2126-01-01T12:00:00Z'))
  })

  it('is not asked for where a flat reply of RFC 6749 told it all', async () => {
    const token = { access_token: 'x', expires_in: 3600, scope: SCOPES.join(' ') }
    api.addFault({ path: '/oauth/access-token', times: 1, effect: answer(200, token) })
    const { client } = await connected(api.origin)
    await client.lookUpConnection(patience())
    expect(client.session?.scopes).toEqual(SCOPES)
    expect(questions()).toBe(0)
  })

  it('is asked for anew when the token is another one', async () => {
    const { client } = await connected(api.origin, { remember: true })
    await client.lookUpConnection(patience())
    api.expireTokens()
    await client.folders(patience())
    await client.lookUpConnection(patience())
    expect(questions()).toBe(2)
    expect(client.session?.scopes).toEqual(SCOPES)
  })

  it('is asked for by nobody who is not connected', async () => {
    await openClient(api.origin).client.lookUpConnection(patience())
    expect(api.requests).toEqual([])
  })
})

describe('a Cliquify that does not tell', () => {
  it.each([
    ['that the token is not in force', answer(422, { message: 'Invalid or expired token.' })],
    ['that it is not active', answer(200, { success: true, data: { active: false } })],
    ['something else', answer(200, { active: true })],
    ['a page', { type: 'html', status: 200 }],
    ['that it is down', { type: 'html', status: 502 }],
  ] as const)('but says %s leaves the connection as it was', async (_what, effect) => {
    const { client } = await connected(api.origin)
    const before = client.session
    api.addFault({ path: '/oauth/introspect', effect })
    await client.lookUpConnection(patience())
    expect(client.session).toEqual(before)
    expect((await client.brandKits(patience())).items.length).toBeGreaterThan(0)
  })

  it.each([
    ['says that there is no such page', answer(404, { message: 'Not found' })],
    ['breaks off', { type: 'cut' }],
  ] as const)('but %s leaves it to the token to tell', async (_what, effect) => {
    const { client } = await connected(api.origin)
    const before = client.session
    api.addFault({ path: '/oauth/introspect', effect })
    await client.lookUpConnection(patience())
    expect(client.session).toEqual({ ...before, scopes: SCOPES })
  })

  it('what the token may do is not asked a second time', async () => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/oauth/introspect', effect: answer(200, { active: true }) })
    await client.lookUpConnection(patience())
    await client.lookUpConnection(patience())
    expect([client.session?.scopes, questions()]).toEqual([null, 1])
  })

  it('was down, and is asked again the next time', async () => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/oauth/introspect', times: 1, effect: { type: 'html', status: 502 } })
    await client.lookUpConnection(patience())
    expect(client.session?.scopes).toBeNull()
    await client.lookUpConnection(patience())
    expect(client.session?.scopes).toEqual(SCOPES)
  })

  it('is left in peace by somebody who goes away, and asked again when they are back', async () => {
    const { client } = await connected(api.origin)
    api.addFault({ path: '/oauth/introspect', times: 1, effect: { type: 'delay', ms: 300 } })
    const leave = new AbortController()
    const asked = client.lookUpConnection(leave.signal)
    await expect.poll(questions).toBe(1)
    leave.abort()
    await asked
    expect(client.session?.scopes).toBeNull()
    await client.lookUpConnection(patience())
    expect(client.session?.scopes).toEqual(SCOPES)
  })
})
