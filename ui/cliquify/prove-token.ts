import { Trouble, troubleOf } from '../../shared/trouble.ts'
import { withToken } from '../../shared/cliquify/api-request.ts'
import { askOauth, type OauthContext } from '../../shared/cliquify/ask-oauth.ts'
import { notOffered, type Call } from '../../shared/cliquify/errors.ts'
import { introspectionOf, type Introspection } from '../../shared/cliquify/introspection.ts'
import { PRIORITY } from '../../shared/cliquify/queue.ts'
import {
  isRoutingMiss,
  isTokenRefused,
  messageOf,
  saysNoCompany,
  isSuccess,
  statusOf,
} from '../../shared/cliquify/reply.ts'
import { errorOf } from '../../shared/cliquify/reply-errors.ts'
import { ROUTES } from '../../shared/cliquify/routes.ts'
import { NAMES } from './routes.ts'
import { claimsOf } from './token-claims.ts'

const PATH = '/oauth/introspect'
const CALL: Call = { type: 'api', what: 'details of access tokens', line: `POST ${PATH}` }

export interface ProofContext extends OauthContext {
  /** Cliquify's. */
  readonly origin: string
}

/** What Cliquify says of a token; null where it is not in force, 'untold' where nobody may ask. */
export async function introspect(
  accessToken: string,
  context: ProofContext,
): Promise<Introspection | null | 'untold'> {
  const question = { call: CALL, url: context.origin + PATH, fields: { token: accessToken } }
  const reply = await askOauth(question, context).catch(untold)
  if (reply === 'untold') return reply
  const status = statusOf(reply)
  // “Token required.” is documented as one, too: both encodings have been tried by then.
  if (status === 422) return /token/i.test(messageOf(reply.body)) ? null : 'untold'
  // It may be meant for who asks, and not for what is asked about.
  if (status >= 400 && status < 500) return 'untold'
  const found = isSuccess(status) ? introspectionOf(reply.body, Date.now()) : undefined
  if (found === undefined) throw errorOf(CALL, reply, context.redact)
  return found
}

/** Why Cliquify tells nothing matters only where the next request would fail for it as well. */
function untold(error: unknown): 'untold' {
  const { kind } = troubleOf(error)
  if (kind === 'cancelled' || kind === 'rate-limited') throw error
  return 'untold'
}

/**
 * Proves a token: by asking about it, or, where that is no use, by one call with it; then only the
 * token itself can say how long it lasts. Null where it is not in force.
 */
export async function proveToken(
  accessToken: string,
  context: ProofContext,
): Promise<Introspection | null> {
  const told = await introspect(accessToken, context).catch(untold)
  if (told !== 'untold') return told
  return (await isTaken(accessToken, context)) ? claimsOf(accessToken, Date.now()) : null
}

/** Documented, and so there in every account; the second where the first is not offered. */
const PROOFS = ['templates', 'assets'] as const

/** Whether Cliquify takes a call with the token; rejects with `Trouble` where that cannot be told. */
export async function isTaken(
  accessToken: string,
  { origin, send, signal, redact, priority = PRIORITY.token }: ProofContext,
): Promise<boolean> {
  let miss = new Trouble(notOffered(NAMES.templates))
  for (const resource of PROOFS) {
    const [path = ''] = ROUTES[resource]
    const call: Call = { type: 'api', what: NAMES[resource], line: `GET ${path}` }
    const init = { headers: withToken(accessToken), cache: 'no-store' } as const
    const reply = await send({ call, url: origin + path, init, priority, signal })
    const status = statusOf(reply)
    if (isTokenRefused(reply)) return false
    const error = errorOf(call, reply, redact)
    const isRead = isSuccess(status) && reply.body !== undefined
    // What it may not read, and for which company, is asked of a token that is in force only.
    if (isRead || saysNoCompany(reply.body) || error.kind === 'missing-scope') return true
    if (!isRoutingMiss(status, reply.body, path)) throw error
    miss = error
  }
  throw miss
}

/** What people are told about a pasted token that is not in force. */
export function tokenRefused(): Trouble {
  return new Trouble({
    kind: 'wrong-credentials',
    message:
      'Cliquify does not accept this access token. Check it, or ask your Cliquify administrator for a new one.',
    action: 'connect',
  })
}
