import type { Session } from '../../shared/protocol.ts'
import { askOauth, type OauthContext } from './ask-oauth.ts'
import type { Credentials } from './client.ts'
import { firstOf, isRecord, numberOf, own, type JsonRecord } from './decode/value.ts'
import { ApiError, type Call } from './errors.ts'
import { scopesOf } from './introspect.ts'
import { errorOf, statusOf } from './reply-errors.ts'

export interface Token {
  readonly accessToken: string
  /** Milliseconds since the epoch by this device's clock, or null where none was told. */
  readonly expiresAt: number | null
  /** Null where none were told. */
  readonly scopes: readonly string[] | null
}

const PATH = '/oauth/access-token'
const CALL: Call = { type: 'token', what: 'the connection', line: `POST ${PATH}` }
/** A token is given up so much before it expires; never more than a tenth of its life. */
const MARGIN_MS = 60_000

/** Asks for a token. */
export async function requestToken(
  credentials: Credentials,
  context: OauthContext,
): Promise<Token> {
  const fields = {
    grant_type: 'client_credentials',
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
  }
  // The clock is read before the request: a slow reply must not lengthen the token's life.
  const askedAt = Date.now()
  const reply = await askOauth({ call: CALL, path: PATH, fields }, 'form', context)
  const status = statusOf(reply)
  const token = status >= 200 && status < 300 ? tokenOf(reply.body, askedAt) : null
  if (token === null) throw errorOf(CALL, reply, context.redact)
  return token
}

/** Reads both documented replies: `{ success, token: {…} }`, and RFC 6749's flat one. */
export function tokenOf(body: unknown, askedAt: number): Token | null {
  if (!isRecord(body)) return null
  const places = [body, own(body, 'token'), own(body, 'data')].filter(isRecord)
  const data = own(body, 'data')
  const nested = isRecord(data) ? own(data, 'token') : undefined
  for (const place of isRecord(nested) ? [...places, nested] : places) {
    const accessToken = firstOf(place, ['access_token', 'accessToken', 'token'])
    if (typeof accessToken !== 'string' || accessToken.trim() === '') continue
    return {
      accessToken: accessToken.trim(),
      expiresAt: expiryOf(place, body, askedAt),
      scopes: scopesOf(place) ?? scopesOf(body),
    }
  }
  return null
}

function expiryOf(place: JsonRecord, body: JsonRecord, askedAt: number): number | null {
  const names = ['expires_in', 'expiresIn']
  const seconds = numberOf(firstOf(place, names) ?? firstOf(body, names))
  if (seconds === null || seconds <= 0) return null
  const life = seconds * 1000
  return Math.round(askedAt + life - Math.min(MARGIN_MS, life / 10))
}

/** Makes a token useless, and says whether it is; "not found" counts as done. Never rejects. */
export async function revokeToken(
  accessToken: string,
  { origin, timeoutMs }: { readonly origin: string; readonly timeoutMs: number },
): Promise<boolean> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), timeoutMs)
  try {
    const { ok, status } = await fetch(`${origin}/oauth/revoke`, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: JSON.stringify({ token: accessToken }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: controller.signal,
    })
    return ok || status === 401 || status === 404 || status === 422
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** Both fields, trimmed; rejects before anything is sent where one is empty. */
export function checkedCredentials({ clientId, clientSecret }: Credentials): Credentials {
  const checked = { clientId: clientId.trim(), clientSecret: clientSecret.trim() }
  if (checked.clientId === '' || checked.clientSecret === '') {
    throw new ApiError(
      'missing-credentials',
      'Enter both the client ID and the client secret.',
      'connect',
      null,
    )
  }
  return checked
}

/** A token as it can be sent, out of what was pasted; throws where it can be none. */
export function checkedToken(pasted: string): string {
  const token = pasted.trim().replace(/^Bearer\s+/i, '')
  // Anything else could not even be put into a header.
  if (/^[\x21-\x7e]+$/.test(token)) return token
  throw new ApiError(
    'missing-credentials',
    'Paste the whole access token, without spaces or other text.',
    'connect',
    null,
  )
}

/** Whether a token has run out, or is about to. */
export function isRunOut(session: Session, now: number): boolean {
  return session.expiresAt !== null && now >= session.expiresAt
}
