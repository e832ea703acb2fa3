import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Send } from '../../../shared/cliquify/api-request.ts'
import { replyOf } from '../../../shared/cliquify/reply.ts'
import { requestToken, type Token, type TokenProfile } from '../../../shared/cliquify/token.ts'
import { clarifyTokens, cliquifyTokens } from '../../../shared/cliquify/token-profiles.ts'

interface Asked {
  readonly path: string
  readonly type: string
  readonly fields: Readonly<Record<string, string>>
}

let server: Server
let origin: string
let asked: Asked[]
let replies: { readonly status: number; readonly body: unknown }[]

beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const type = request.headers['content-type'] ?? ''
      const isForm = type === 'application/x-www-form-urlencoded'
      const fields = isForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body)
      asked.push({ path: request.url ?? '', type, fields: fields as Asked['fields'] })
      const { status = 200, body: answer } = replies.shift() ?? {}
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  }).listen(0)
  await once(server, 'listening')
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
})

const send: Send = async ({ url, init, signal }) => {
  const response = await fetch(url, { ...init, signal })
  return replyOf(response, await response.text())
}

function request(profile: TokenProfile): Promise<Token> {
  const { signal } = new AbortController()
  const credentials = { clientId: 'c', clientSecret: 's' }
  return requestToken(profile, credentials, { send, redact: (each) => each, signal })
}

/** Seconds until a token is given up. */
const lifeOf = ({ expiresAt }: Token): number => ((expiresAt ?? NaN) - Date.now()) / 1000

describe('one token request for all services', () => {
  it('asks Cliquify with a form, and once more with JSON where that is not read', async () => {
    const token = { access_token: 't', expires_in: 3600, token_type: 'Bearer' }
    replies = [
      { status: 415, body: {} },
      { status: 200, body: { success: true, token } },
    ]
    const got = await request(cliquifyTokens(origin))
    expect(asked).toEqual(
      ['application/x-www-form-urlencoded', 'application/json'].map((type) => ({
        path: '/oauth/access-token',
        type,
        fields: { grant_type: 'client_credentials', client_id: 'c', client_secret: 's' },
      })),
    )
    expect(got.accessToken).toBe('t')
    expect(lifeOf(got)).toBeCloseTo(3540, -1)
  })

  it('asks Clarify for its audience with a form alone, and reads scopes between commas', async () => {
    const profile = clarifyTokens(`${origin}/v1/`)
    const reply = { access_token: 't', expires_in: 86_400, token_type: 'Bearer' }
    replies = [{ status: 200, body: { ...reply, scope: 'read:items, invoke integration' } }]
    const got = await request(profile)
    expect(asked[0]).toEqual({
      path: '/v1/oauth/token',
      type: 'application/x-www-form-urlencoded',
      fields: {
        grant_type: 'client_credentials',
        audience: `${origin}/v1/`,
        client_id: 'c',
        client_secret: 's',
      },
    })
    expect(got.scopes).toEqual(['read:items', 'invoke integration'])
    expect(lifeOf(got)).toBeCloseTo(86_390, -1)

    replies = [{ status: 415, body: { error: 'invalid_request' } }]
    await expect(request(profile)).rejects.toMatchObject({ kind: 'invalid-request' })
    expect(asked).toHaveLength(2)
  })

  it('asks Zoho for another token with the refresh token that it gave', async () => {
    replies = [
      { status: 200, body: { access_token: 't', expires_in: 3600, scope: 'A.READ,B.CREATE' } },
    ]
    const got = await request({
      call: { type: 'token', what: 'the connection', line: 'POST /oauth/v2/token' },
      url: `${origin}/oauth/v2/token`,
      encodings: ['form'],
      fields: { grant_type: 'refresh_token', refresh_token: 'r' },
      scopeSeparator: /[\s,]+/,
      renewBeforeS: 300,
    })
    expect(asked[0]?.fields).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r',
      client_id: 'c',
      client_secret: 's',
    })
    expect(got.scopes).toEqual(['A.READ', 'B.CREATE'])
    expect(lifeOf(got)).toBeCloseTo(3300, -1)
  })
})
