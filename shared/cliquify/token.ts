import type { Session } from '../protocol.ts'
import { Trouble } from '../trouble.ts'
import { askOauth, type OauthContext } from './ask-oauth.ts'
import { dateOf, firstOf, isRecord, numberOf, own, type JsonRecord } from './value.ts'
import { MISSING_CREDENTIALS, type Call } from './errors.ts'
import { scopesOf } from './introspection.ts'
import { statusOf } from './reply.ts'
import { errorOf } from './reply-errors.ts'

export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

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
  const reply = await askOauth({ call: CALL, path: PATH, fields }, context)
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
    const sendable = typeof accessToken === 'string' ? sendableToken(accessToken) : null
    if (sendable === null) continue
    return {
      accessToken: sendable,
      expiresAt: expiryOf(place, body, askedAt),
      scopes: scopesOf(place) ?? scopesOf(body),
    }
  }
  return null
}

function expiryOf(place: JsonRecord, body: JsonRecord, askedAt: number): number | null {
  const names = ['expires_in', 'expiresIn']
  const seconds = numberOf(firstOf(place, names) ?? firstOf(body, names))
  const life = seconds === null ? lifeUntil(place, body, askedAt) : seconds * 1000
  if (!(life > 0)) return null
  return Math.round(askedAt + life - Math.min(MARGIN_MS, life / 10))
}

/** Milliseconds to an end that is told as a date; not a number where none is. */
function lifeUntil(place: JsonRecord, body: JsonRecord, askedAt: number): number {
  const names = ['expires_at', 'expiresAt']
  const date = dateOf(firstOf(place, names) ?? firstOf(body, names))
  return date === null ? NaN : Date.parse(date) - askedAt
}

/** Both fields, trimmed; rejects before anything is sent where one is empty. */
export function checkedCredentials({ clientId, clientSecret }: Credentials): Credentials {
  const checked = { clientId: clientId.trim(), clientSecret: clientSecret.trim() }
  if (checked.clientId === '' || checked.clientSecret === '') {
    throw new Trouble(MISSING_CREDENTIALS)
  }
  return checked
}

/** A token as it can be sent, out of what was pasted; throws where it can be none. */
export function checkedToken(pasted: string): string {
  const token = sendableToken(pasted)
  if (token !== null) return token
  throw new Trouble({
    kind: 'missing-credentials',
    message: 'Paste the whole access token, without spaces or other text.',
    action: 'connect',
  })
}

/** A token without what may stand around it; null for what could not even be put into a header. */
function sendableToken(text: string): string | null {
  const token = text.trim().replace(/^Bearer\s+/i, '')
  return /^[\x21-\x7e]+$/.test(token) ? token : null
}

/** Whether a token has run out, or is about to. */
export function isRunOut(session: Session, now: number): boolean {
  return session.expiresAt !== null && now >= session.expiresAt
}
