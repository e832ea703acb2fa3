import { describe, expect, it } from 'vitest'
import { ask, askToken, at, get, postForm, postJson, token } from './ask.ts'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from './credentials.ts'
import { useCliquify } from './use-cliquify.ts'

const cliquify = useCliquify()

const sample = { client_id: SAMPLE_CLIENT_ID, client_secret: SAMPLE_CLIENT_SECRET }

describe('POST /oauth/access-token', () => {
  it('gives a token for the sample credentials, as a form and as JSON', async () => {
    const form = await askToken(cliquify)
    expect(form.status).toBe(200)
    expect(form.body).toMatchObject({
      success: true,
      token: { token_type: 'Bearer', expires_in: 2_592_000 },
    })
    const json = await postJson(cliquify, '/oauth/access-token', sample)
    expect(json.status).toBe(200)
    expect(cliquify.requests.map((request) => request.encoding)).toEqual(['form', 'json'])
  })

  it('can answer in the flat shape of RFC 6749', async () => {
    cliquify.configure({ oauthShape: 'flat', tokenLifetime: 60 })
    const { body } = await askToken(cliquify)
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 60 })
    expect(at(body, 'token')).toBeUndefined()
  })

  it('refuses wrong credentials as an invalid client', async () => {
    for (const wrong of [{ client_id: 'other' }, { client_secret: 'other' }]) {
      const { status, body } = await askToken(cliquify, wrong)
      expect(status).toBe(401)
      expect(at(body, 'details', 'error')).toBe('invalid_client')
    }
  })

  it('names each field that is missing', async () => {
    const { status, body } = await askToken(cliquify, { client_secret: '' })
    expect(status).toBe(422)
    expect(body).toEqual({ client_secret: ['The client secret field is required.'] })
  })

  it('refuses another grant type', async () => {
    const { status, body } = await askToken(cliquify, { grant_type: 'password' })
    expect(status).toBe(400)
    expect(at(body, 'details', 'error')).toBe('unsupported_grant_type')
  })

  it('refuses the encoding that it is told not to take', async () => {
    cliquify.configure({ encoding: 'json' })
    expect((await askToken(cliquify)).status).toBe(415)
    cliquify.configure({ encodingRefusal: 422 })
    const { status, body } = await askToken(cliquify)
    expect(status).toBe(422)
    expect(body).toHaveProperty('client_id')
    expect(body).toHaveProperty('client_secret')
    expect((await postJson(cliquify, '/oauth/access-token', sample)).status).toBe(200)
    cliquify.configure({ encoding: 'form' })
    expect((await postJson(cliquify, '/oauth/access-token', sample)).status).toBe(422)
  })

  it('refuses an inactive enterprise', async () => {
    cliquify.configure({ enterprise: 'inactive' })
    const { status, body } = await askToken(cliquify)
    expect(status).toBe(403)
    expect(body).toEqual({ success: false, message: 'Inactive enterprise.' })
  })

  it('is not there for GET', async () => {
    expect((await ask(cliquify, '/oauth/access-token')).status).toBe(405)
  })
})

describe('a token', () => {
  it('opens the API until its lifetime is over', async () => {
    cliquify.configure({ tokenLifetime: 100 })
    const text = await token(cliquify)
    cliquify.advanceClock(99_000)
    expect((await get(cliquify, '/api/brand-kits', text)).status).toBe(200)
    cliquify.advanceClock(1_000)
    const { status, body } = await get(cliquify, '/api/brand-kits', text)
    expect(status).toBe(401)
    expect(body).toEqual({ message: 'Unauthenticated.' })
  })

  it('ends when all tokens are expired at once, and a new one works', async () => {
    const text = await token(cliquify)
    cliquify.expireTokens()
    expect((await get(cliquify, '/api/folders', text)).status).toBe(401)
    expect((await get(cliquify, '/api/folders', await token(cliquify))).status).toBe(200)
  })

  it('is described by introspection, and no longer once it has expired', async () => {
    cliquify.configure({ scopes: ['assets:read'] })
    const text = await token(cliquify)
    const { body } = await postJson(cliquify, '/oauth/introspect', { token: text })
    expect(body).toMatchObject({
      success: true,
      data: { active: true, client_id: SAMPLE_CLIENT_ID, scopes: ['assets:read'] },
    })
    expect(at(body, 'data', 'expires_at')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
    cliquify.expireTokens()
    const later = await postForm(cliquify, '/oauth/introspect', { token: text })
    expect(later.status).toBe(422)
    expect(later.body).toEqual({ success: false, message: 'Invalid or expired token.' })
    const without = await postJson(cliquify, '/oauth/introspect', {})
    expect(without.body).toEqual({ success: false, message: 'Token required.' })
  })

  it('is revoked once, and closes the API', async () => {
    const text = await token(cliquify)
    const { body } = await postJson(cliquify, '/oauth/revoke', { token: text })
    expect(body).toEqual({ success: true, message: 'Token successfully revoked.', data: null })
    expect((await get(cliquify, '/api/assets', text)).status).toBe(401)
    const again = await postJson(cliquify, '/oauth/revoke', { token: text })
    expect(again.status).toBe(422)
    expect(again.body).toEqual({ success: false, message: 'Token not found.' })
    cliquify.configure({ oauthShape: 'flat' })
    const flat = await postForm(cliquify, '/oauth/revoke', { token: await token(cliquify) })
    expect(flat.body).toEqual({ revoked: true })
  })
})

describe('the API behind the token', () => {
  it('refuses calls without one', async () => {
    expect((await ask(cliquify, '/api/assets')).status).toBe(401)
    expect((await get(cliquify, '/api/assets', 'made-up')).status).toBe(401)
  })

  it('asks for the scope of each resource', async () => {
    cliquify.configure({ scopes: ['templates:read'] })
    const text = await token(cliquify)
    expect((await get(cliquify, '/api/templates', text)).status).toBe(200)
    for (const path of ['/api/assets', '/api/brand-kits', '/api/brand-kits/11/colors']) {
      const { status, body } = await get(cliquify, path, text)
      expect(status).toBe(403)
      expect(body).toEqual({ message: 'Token does not have the required scope.' })
    }
  })

  it('knows no company when the client is not linked to one', async () => {
    cliquify.configure({ company: 'unlinked' })
    const { status, body } = await get(cliquify, '/api/brand-kits', await token(cliquify))
    expect(status).toBe(404)
    expect(body).toEqual({ message: 'Company not found.' })
  })
})

describe('the log of requests', () => {
  it('tells which kind of credentials came, and never the secret or token itself', async () => {
    const text = await token(cliquify)
    await get(cliquify, '/api/folders?page=1', text)
    await ask(cliquify, `/api/folders?token=${text}`)
    expect(cliquify.requests).toMatchObject([
      { method: 'POST', path: '/oauth/access-token', credentials: 'client-secret', status: 200 },
      { path: '/api/folders', query: 'page=1', credentials: 'bearer-token', secretInUrl: false },
      { path: '/api/folders', credentials: 'none', secretInUrl: true, status: 401 },
    ])
    const written = JSON.stringify(cliquify.requests)
    expect(written).not.toContain(text)
    expect(written).not.toContain(SAMPLE_CLIENT_SECRET)
  })
})
