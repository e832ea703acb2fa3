import { describe, expect, it } from 'vitest'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { answerWith } from './answer-with.ts'
import { connected, failureOf, openClient, patience, SAMPLE } from './connected.ts'

const api = useCliquify()

describe('a token', () => {
  it.each([
    { success: true, token: 'Bearer plain-token' },
    { success: true, data: { access_token: 'plain-token' } },
    { access_token: 'plain-token', expires_in: 0 },
    { access_token: 'plain-token', expires_in: null },
  ])('in %j lasts until Cliquify ends it', async (body) => {
    answerWith(api, '/oauth/access-token', 200, body)
    const { client } = openClient(api.origin)
    await client.connect(SAMPLE, false)
    expect(client.session).toMatchObject({ accessToken: 'plain-token', expiresAt: null })
  })

  it('that ends at a date is renewed before it', async () => {
    const token = { access_token: 'x', expires_at: '2126-01-01 12:00:00' }
    answerWith(api, '/oauth/access-token', 200, { success: true, token })
    const { client } = openClient(api.origin)
    await client.connect(SAMPLE, false)
    expect(client.session?.expiresAt).toBe(Date.parse('2126-01-01T11:59:00Z'))
  })

  it('that no header can carry is no token', async () => {
    answerWith(api, '/oauth/access-token', 200, { access_token: 'two\nlines' })
    const { client } = openClient(api.origin)
    expect((await failureOf(client.connect(SAMPLE, false))).kind).toBe('unexpected-reply')
  })

  it.each([
    [415, { message: 'Unsupported Media Type' }],
    [422, { success: false, message: 'Token required.' }],
  ])('is revoked as a form where JSON is answered with %i', async (status, body) => {
    const { client } = await connected(api.origin)
    const { session } = client
    answerWith(api, '/oauth/revoke', status, body, 1)
    expect(await client.disconnect()).toBe(true)
    const later = openClient(api.origin, { session })
    expect((await failureOf(later.client.folders(patience()))).kind).toBe('connection-expired')
  })

  it('that Cliquify would not read in either form is not said to be revoked', async () => {
    const { client } = await connected(api.origin)
    answerWith(api, '/oauth/revoke', 422, { success: false, message: 'Token required.' })
    expect(await client.disconnect()).toBe(false)
  })
})
