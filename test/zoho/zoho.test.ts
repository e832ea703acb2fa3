import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startZoho, type Zoho } from './server.ts'
import { LOCATIONS, STAND_IN_CENTRES, ZOHO_CLIENT, type StandInCentre } from './world.ts'

const REDIRECT = 'https://relay.example.com/zoho/callback'
const ADA = 'ada@example.com'

let zoho: Zoho
beforeAll(async () => {
  zoho = await startZoho(REDIRECT)
})
afterAll(() => zoho.close())
beforeEach(() => {
  zoho.reset()
  zoho.addUser(ADA, 'eu')
  zoho.addChannels('Brand')
})

const CLIENT = { client_id: ZOHO_CLIENT.id, client_secret: ZOHO_CLIENT.secret }
const AUTH = {
  client_id: ZOHO_CLIENT.id,
  redirect_uri: REDIRECT,
  response_type: 'code',
  scope: 'ZohoCliq.Channels.READ,ZohoCliq.Webhooks.CREATE',
  access_type: 'offline',
  prompt: 'consent',
  state: 'the-state',
}

type Json = Readonly<Record<string, unknown>>

/** Where the browser is sent once the person has answered; the query of it. */
async function authorize(
  changes: Record<string, string> = {},
  { centre = 'com', email = ADA }: { centre?: StandInCentre; email?: string } = {},
): Promise<URLSearchParams> {
  const query = new URLSearchParams({ ...AUTH, ...changes })
  const response = await fetch(`${zoho.origin}/accounts.zoho.${centre}/oauth/v2/auth?${query}`, {
    method: 'POST',
    body: new URLSearchParams({ email }),
    redirect: 'manual',
  })
  const location = response.headers.get('location')
  return location === null
    ? new URLSearchParams({ refused: await response.text() })
    : new URL(location).searchParams
}

async function tokens(centre: StandInCentre, fields: Record<string, string>): Promise<Json> {
  const body = new URLSearchParams({ ...CLIENT, redirect_uri: REDIRECT, ...fields })
  const url = `${zoho.origin}/accounts.zoho.${centre}/oauth/v2/token`
  return (await (await fetch(url, { method: 'POST', body })).json()) as Json
}

const exchange = (code: string, centre: StandInCentre = 'eu'): Promise<Json> =>
  tokens(centre, { grant_type: 'authorization_code', code })

async function connect(): Promise<{ readonly access: string; readonly refresh: string }> {
  zoho.advanceClock(11 * 60_000)
  const granted = await exchange((await authorize()).get('code') ?? '')
  return { access: String(granted['access_token']), refresh: String(granted['refresh_token']) }
}

function call(path: string, access: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(init.headers as object), Authorization: `Zoho-oauthtoken ${access}` }
  return fetch(`${zoho.origin}/cliq.zoho.eu/api/v2/${path}`, { ...init, headers })
}

function post(access: string, body: unknown, channel = 'brand'): Promise<Response> {
  const init = { method: 'POST', body: JSON.stringify(body) }
  return call(`channelsbyname/${channel}/message`, access, init)
}

describe('the stand-in’s accounts servers', () => {
  it('refuse what is not registered', async () => {
    for (const changes of [
      { client_id: 'another' },
      { redirect_uri: 'https://evil.example/' },
      { response_type: 'token' },
      { scope: 'ZohoCliq.Everything.ALL' },
    ]) {
      expect((await authorize(changes)).get('refused')).toContain('ERROR_invalid')
    }
  })

  it.each(STAND_IN_CENTRES)(
    'send the browser back with where the account is: %s',
    async (centre) => {
      zoho.advanceClock(11 * 60_000)
      zoho.addUser('bo@example.com', centre)
      const from = centre === 'com.cn' ? centre : 'com'
      const answer = await authorize({}, { centre: from, email: 'bo@example.com' })
      expect(Object.fromEntries(answer)).toEqual({
        code: expect.any(String) as string,
        state: 'the-state',
        location: LOCATIONS[centre],
        'accounts-server': `https://accounts.zoho.${centre}`,
      })
      const other = centre === 'jp' ? 'in' : 'jp'
      expect(await exchange(answer.get('code') ?? '', other)).toEqual({ error: 'invalid_code' })
      expect(await exchange(answer.get('code') ?? '', centre)).toHaveProperty('refresh_token')
    },
  )

  it('know a code once, and for a minute', async () => {
    const code = (await authorize()).get('code') ?? ''
    expect(await exchange(code)).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
    expect(await exchange(code)).toEqual({ error: 'invalid_code' })
    const late = (await authorize()).get('code') ?? ''
    zoho.advanceClock(60_000)
    expect(await exchange(late)).toEqual({ error: 'invalid_code' })
  })

  it('give a second refresh token only to who is asked for consent again', async () => {
    await connect()
    const again = await authorize({ prompt: '' })
    expect(await exchange(again.get('code') ?? '')).not.toHaveProperty('refresh_token')
    const online = await authorize({ access_type: 'online' })
    expect(await exchange(online.get('code') ?? '')).not.toHaveProperty('refresh_token')
  })

  it('keep 20 refresh tokens of an account, and end the first for the next', async () => {
    const first = await connect()
    for (let count = 1; count < 20; count++) await connect()
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh }
    expect(await tokens('eu', refresh)).toHaveProperty('access_token')
    await connect()
    expect(zoho.refreshTokens(ADA)).toHaveLength(20)
    expect(await tokens('eu', refresh)).toEqual({ error: 'invalid_code' })
  })

  it('give ten access tokens for a refresh token in ten minutes, and ten codes', async () => {
    const { refresh_token } = { refresh_token: (await connect()).refresh }
    const fields = { grant_type: 'refresh_token', refresh_token }
    for (let count = 1; count < 10; count++) await tokens('eu', fields)
    expect(await tokens('eu', fields)).toMatchObject({ error: 'Access Denied' })
    for (let count = 1; count < 10; count++) await authorize()
    expect((await authorize()).get('error')).toBe('access_denied')
  })

  it('end with a refresh token the access tokens that were given for it', async () => {
    const { access, refresh } = await connect()
    const url = `${zoho.origin}/accounts.zoho.eu/oauth/v2/token/revoke?token=${refresh}`
    const revoked = await fetch(url, { method: 'POST' })
    expect(await revoked.json()).toEqual({ status: 'success' })
    expect((await fetch(url, { method: 'POST' })).status).toBe(400)
    expect((await call('channels', access)).status).toBe(401)
  })
})

describe('the stand-in’s API', () => {
  it('takes tokens of its own data centre, for an hour', async () => {
    const { access } = await connect()
    expect((await call('channels', access)).status).toBe(200)
    const elsewhere = `${zoho.origin}/cliq.zoho.in/api/v2/channels`
    const headers = { Authorization: `Bearer ${access}` }
    expect((await fetch(elsewhere, { headers })).status).toBe(401)
    zoho.advanceClock(3_600_000)
    expect((await call('channels', access)).status).toBe(401)
  })

  it('takes messages with cards and buttons, and refuses what it does not know', async () => {
    const { access } = await connect()
    const action = { type: 'open.url', data: { web: 'https://example.com' } }
    const good = {
      text: 'Hello',
      card: { title: 'Card', theme: 'modern-inline' },
      buttons: [{ label: 'Open', type: '+', action }],
    }
    expect((await post(access, good)).status).toBe(204)
    for (const changes of [
      { text: '' },
      { text: 'x'.repeat(10_001) },
      { card: { title: 'Card', theme: 'unknown' } },
      { buttons: [{ label: 'Open', type: '+', action: { type: 'open' } }] },
      { colour: 'red' },
    ]) {
      expect((await post(access, { ...good, ...changes })).status).toBe(400)
    }
    expect((await post(access, good, 'unknown')).status).toBe(404)
    expect((await call('channels?offset=1', access)).status).toBe(400)
    expect((await call('bots', access)).status).toBe(404)
    expect((await call('channelsbyname/brand/files', access, { method: 'POST' })).status).toBe(400)
    expect(zoho.channel('brand').posts).toHaveLength(1)
  })

  it('locks out for ten minutes who asks too often', async () => {
    const { access } = await connect()
    for (let count = 0; count < 20; count++) await call('channels', access)
    expect((await call('channels', access)).status).toBe(429)
    zoho.advanceClock(9 * 60_000)
    expect((await call('channels', access)).status).toBe(429)
    expect((await post(access, { text: 'Another limit' })).status).toBe(204)
    zoho.advanceClock(60_000)
    expect((await call('channels', access)).status).toBe(200)
  })
})
