import type { Context, Hono } from 'hono'
import type { StandInEnv } from './disturbance.ts'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from './credentials.ts'
import { encodingOf } from './request-log.ts'
import type { World } from './world.ts'

/** Adds the token endpoints. */
export function addOauth(app: Hono<StandInEnv>, world: World): void {
  app.post('/oauth/access-token', async (c) => {
    const refusal = refuseEncoding(c, world)
    if (refusal !== null) return refusal
    return giveToken(c, world, await readBody(c))
  })

  app.post('/oauth/introspect', async (c) => {
    const { token: text } = await readBody(c)
    if (text === undefined) return refuse(c, 422, 'Token required.')
    const token = world.tokens.find(text)
    if (token === undefined) return refuse(c, 422, 'Invalid or expired token.')
    const data = {
      active: true,
      client_id: SAMPLE_CLIENT_ID,
      user_id: null,
      scopes: token.scopes,
      expires_at: new Date(token.expiresAt).toISOString().slice(0, 19).replace('T', ' '),
    }
    const flat = world.settings.oauthShape === 'flat'
    return c.json(flat ? data : { success: true, message: '', data })
  })

  app.post('/oauth/revoke', async (c) => {
    const { token } = await readBody(c)
    if (token === undefined) return refuse(c, 422, 'Token required.')
    if (!world.tokens.revoke(token)) return refuse(c, 422, 'Token not found.')
    const flat = world.settings.oauthShape === 'flat'
    if (flat) return c.json({ revoked: true })
    return c.json({ success: true, message: 'Token successfully revoked.', data: null })
  })
}

function giveToken(c: Context<StandInEnv>, world: World, body: Body): Response {
  const missing = ['client_id', 'client_secret'].filter((field) => !body[field])
  // The documented JSON body has no grant type, the documented form has one.
  if (encodingOf(c.req.header('content-type')) === 'form' && !body['grant_type']) {
    missing.push('grant_type')
  }
  if (missing.length > 0) return c.json(required(missing), 422)
  if ((body['grant_type'] ?? 'client_credentials') !== 'client_credentials') {
    const message = 'The authorization grant type is not supported by the authorization server.'
    return c.json({ success: false, message, details: { error: 'unsupported_grant_type' } }, 400)
  }
  const { client_id: id, client_secret: secret } = body
  if (id !== SAMPLE_CLIENT_ID || secret !== SAMPLE_CLIENT_SECRET) {
    const message = 'Client authentication failed'
    return c.json({ success: false, message, details: { error: 'invalid_client', message } }, 401)
  }
  if (world.settings.enterprise === 'inactive') return refuse(c, 403, 'Inactive enterprise.')
  const { tokenLifetime, scopes, oauthShape } = world.settings
  const token = {
    token_type: 'Bearer',
    expires_in: tokenLifetime,
    access_token: world.tokens.issue(tokenLifetime, scopes).text,
  }
  return c.json(oauthShape === 'flat' ? token : { success: true, token })
}

function refuseEncoding(c: Context<StandInEnv>, { settings }: World): Response | null {
  const encoding = encodingOf(c.req.header('content-type'))
  const taken = settings.encoding === 'both' ? ['form', 'json'] : [settings.encoding]
  if (encoding !== null && taken.includes(encoding)) return null
  if (settings.encodingRefusal === 415) return c.json({ message: 'Unsupported Media Type' }, 415)
  // A body in the wrong encoding reads as an empty one.
  return c.json(required(['client_id', 'client_secret']), 422)
}

type Body = Partial<Record<string, string>>

/** Texts only; what cannot be read is an empty body. */
async function readBody(c: Context<StandInEnv>): Promise<Body> {
  const text = await c.req.text()
  if (encodingOf(c.req.header('content-type')) === 'form') {
    return Object.fromEntries(new URLSearchParams(text))
  }
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return {}
    return Object.fromEntries(
      Object.entries(body).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    )
  } catch {
    return {}
  }
}

function required(fields: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    fields.map((field) => [field, [`The ${field.replaceAll('_', ' ')} field is required.`]]),
  )
}

function refuse(c: Context<StandInEnv>, status: 403 | 422, message: string): Response {
  return c.json({ success: false, message }, status)
}
