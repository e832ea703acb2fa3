import { dateOf, firstOf, isRecord, nameOf, own, type JsonRecord } from './decode/value.ts'
import { ApiError, type Call } from './errors.ts'
import { PRIORITY } from './queue.ts'
import type { Redact } from './redact.ts'
import { errorOf, isTokenRefused, saysFieldMissing, statusOf } from './reply-errors.ts'
import type { Send } from './send.ts'

/** What Cliquify tells about a token that is in force. */
export interface Introspection {
  readonly clientId: string | null
  /** Null where none were told. */
  readonly scopes: readonly string[] | null
  /** Milliseconds since the epoch, or null where none was told, or one that cannot be. */
  readonly expiresAt: number | null
}

const PATH = '/oauth/introspect'
const CALL: Call = { type: 'api', what: 'details of access tokens', line: `POST ${PATH}` }
/** A list that is longer is no list of scopes. */
const MAX_SCOPES = 100

/** Asks about a token: as JSON, and once more as a form where that was not read; null where it is not in force. */
export async function introspect(
  accessToken: string,
  {
    origin,
    send,
    redact,
    signal,
  }: {
    readonly origin: string
    readonly send: Send
    readonly redact: Redact
    readonly signal: AbortSignal
  },
): Promise<Introspection | null> {
  const fields = { token: accessToken }
  const post = (type: string, body: string): ReturnType<Send> =>
    send({
      call: CALL,
      url: origin + PATH,
      init: {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': type },
        body,
        cache: 'no-store',
        redirect: 'error',
      },
      priority: PRIORITY.token,
      signal,
    })

  let reply = await post('application/json', JSON.stringify(fields))
  if (reply.status === 415 || (reply.status === 422 && saysFieldMissing(reply.body))) {
    const form = new URLSearchParams(fields).toString()
    reply = await post('application/x-www-form-urlencoded', form)
  }
  const status = statusOf(reply)
  if (status === 422 || isTokenRefused(status, reply.body)) return null
  const found = status >= 200 && status < 300 ? introspectionOf(reply.body, Date.now()) : undefined
  if (found === undefined) throw errorOf(CALL, reply, redact)
  return found
}

/** Reads `{ success, data: {…} }` and the flat shape; null: not in force, undefined: not readable. */
export function introspectionOf(body: unknown, now: number): Introspection | null | undefined {
  if (!isRecord(body)) return undefined
  const data = own(body, 'data')
  const place = isRecord(data) ? data : body
  const active = own(place, 'active')
  if (active === false || active === 0 || active === '0' || active === 'false') return null
  if (active !== true && active !== 1 && active !== '1' && active !== 'true') return undefined
  return {
    clientId: nameOf(firstOf(place, ['client_id', 'clientId'])),
    scopes: scopesOf(place),
    expiresAt: endOf(place, now),
  }
}

/** Scopes as a list, or as one text with spaces between them; null where there are none. */
export function scopesOf(record: JsonRecord): readonly string[] | null {
  const told = firstOf(record, ['scopes', 'scope'])
  const list: readonly unknown[] = typeof told === 'string' ? told.split(/[\s,]+/) : arrayOf(told)
  const scopes = list
    .slice(0, MAX_SCOPES)
    .map((scope) => nameOf(scope))
    .filter((scope) => scope !== null)
  return scopes.length === 0 ? null : scopes
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function endOf(place: JsonRecord, now: number): number | null {
  const date = dateOf(firstOf(place, ['expires_at', 'expiresAt', 'exp']))
  const end = date === null ? NaN : Date.parse(date)
  // A token in force that ends in the past: this device's clock is wrong, so its end means nothing.
  return end > now ? end : null
}

/** What people are told about a pasted token that is not in force. */
export function tokenRefused(): ApiError {
  return new ApiError(
    'wrong-credentials',
    'Cliquify does not accept this access token: it is wrong, or has expired. Check it, or ask your Cliquify administrator for a new one.',
    'connect',
    null,
  )
}
