import type { Session } from '../session.ts'
import { Trouble } from '../trouble.ts'
import { askOauth, type Encodings, type OauthContext } from './ask-oauth.ts'
import { dateOf, firstFound, firstOf, isRecord, numberOf, own, type JsonRecord } from './value.ts'
import type { Call } from './errors.ts'
import { scopesOf } from './introspection.ts'
import { isSuccess, statusOf } from './reply.ts'
import { errorOf } from './reply-errors.ts'
import { connectRefused } from './token-refusals.ts'

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

/** How a service gives a token to a client. */
export interface TokenProfile {
  readonly call: Call
  /** Out of the code, or a setting that was checked against it: never out of a file or a reply. */
  readonly url: string
  /** As `askOauth` has them by default. */
  readonly encodings?: Encodings | undefined
  /** What is sent along with the client's ID and secret: the grant, the audience. */
  readonly fields: Readonly<Record<string, string>>
  /** Between scopes that are told as one text; as `scopesOf` has it by default. */
  readonly scopeSeparator?: RegExp | undefined
  /** A token is given up so many seconds before it expires; never more than a tenth of its life. */
  readonly renewBeforeS: number
}

/** Asks for a token. Rejects with `Trouble`. */
export async function requestToken(
  profile: TokenProfile,
  { clientId, clientSecret }: Credentials,
  context: OauthContext,
): Promise<Token> {
  const { call, url, encodings } = profile
  const fields = { ...profile.fields, client_id: clientId, client_secret: clientSecret }
  // The clock is read before the request: a slow reply must not lengthen the token's life.
  const askedAt = Date.now()
  const reply = await askOauth({ call, url, encodings, fields }, context)
  const status = statusOf(reply)
  const token = isSuccess(status) ? tokenOf(reply.body, askedAt, profile) : null
  if (token === null) throw errorOf(call, reply, context.redact, connectRefused)
  return token
}

/** Reads both documented replies: `{ success, token: {…} }`, and RFC 6749's flat one. */
export function tokenOf(
  body: unknown,
  askedAt: number,
  { scopeSeparator, renewBeforeS }: Pick<TokenProfile, 'scopeSeparator' | 'renewBeforeS'>,
): Token | null {
  if (!isRecord(body)) return null
  const data = own(body, 'data')
  const nested = isRecord(data) ? own(data, 'token') : undefined
  for (const place of [body, own(body, 'token'), data, nested].filter(isRecord)) {
    const accessToken = firstOf(place, ['access_token', 'token'])
    const sendable = typeof accessToken === 'string' ? sendableToken(accessToken) : null
    if (sendable === null) continue
    return {
      accessToken: sendable,
      expiresAt: expiryOf([place, body], askedAt, renewBeforeS * 1000),
      scopes: firstFound([place, body], (each) => scopesOf(each, scopeSeparator)),
    }
  }
  return null
}

function expiryOf(places: readonly JsonRecord[], askedAt: number, marginMs: number): number | null {
  const seconds = firstFound(places, (place) => numberOf(own(place, 'expires_in')))
  const date = firstFound(places, (place) => dateOf(own(place, 'expires_at')))
  const life = seconds === null ? Date.parse(date ?? '') - askedAt : seconds * 1000
  if (!(life > 0)) return null
  return Math.round(askedAt + life - Math.min(marginMs, life / 10))
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
