import type { Send } from '../../shared/cliquify/api-request.ts'
import { askOauth } from '../../shared/cliquify/ask-oauth.ts'
import type { Call } from '../../shared/cliquify/errors.ts'
import {
  messageOf,
  saysFieldMissing,
  isSuccess,
  statusOf,
  type Reply,
} from '../../shared/cliquify/reply.ts'
import { firstFound, firstOf, flagOf, isRecord, own } from '../../shared/cliquify/value.ts'
import { fetchReply } from './fetch-reply.ts'
import { isTaken, type ProofContext } from './prove-token.ts'

/**
 * Makes a token useless, and says whether it is; "not found" counts as done. Never rejects, and
 * waits for nothing else: who leaves does not queue.
 */
export async function revokeToken(
  accessToken: string,
  { origin, timeoutMs, redact }: Pick<ProofContext, 'origin' | 'redact'> & { timeoutMs: number },
): Promise<boolean> {
  const signal = AbortSignal.timeout(timeoutMs)
  const send: Send = (request) => fetchReply({ ...request, timeoutMs, redact, asksWhy: false })
  const question = {
    call: REVOCATION,
    url: origin + REVOCATION_PATH,
    fields: { token: accessToken },
  }
  const context = { origin, send, redact, signal }
  try {
    const reply = await askOauth(question, context).catch(() => null)
    if (reply !== null && saysRevoked(reply)) return true
    // The reply may be all that was lost, or may not be read: what is refused now is revoked.
    return !(await isTaken(accessToken, context))
  } catch {
    return false
  }
}

function saysRevoked(reply: Reply): boolean {
  const { body, text } = reply
  const status = statusOf(reply)
  if (isSuccess(status)) {
    const places = [isRecord(body) ? own(body, 'data') : null, body].filter(isRecord)
    const told = firstFound(places, (place) => flagOf(firstOf(place, ['revoked', 'success'])))
    // The standard's reply is empty.
    return told ?? text.trim() === ''
  }
  const saysGone = status === 404 || status === 422
  return saysGone && /token/i.test(messageOf(body)) && !saysFieldMissing(body)
}

const REVOCATION_PATH = '/oauth/revoke'
const REVOCATION: Call = {
  type: 'revoke',
  what: 'the end of the connection',
  line: `POST ${REVOCATION_PATH}`,
}
