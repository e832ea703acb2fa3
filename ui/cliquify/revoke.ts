import type { Send } from '../../shared/cliquify/api-request.ts'
import { askOauth, type OauthContext } from '../../shared/cliquify/ask-oauth.ts'
import type { Call } from '../../shared/cliquify/errors.ts'
import { saysFieldMissing, statusOf } from '../../shared/cliquify/reply.ts'
import { fetchReply } from './fetch-reply.ts'

/**
 * Makes a token useless, and says whether it is; "not found" counts as done. Never rejects, and
 * waits for nothing else: who leaves does not queue.
 */
export async function revokeToken(
  accessToken: string,
  { origin, timeoutMs, redact }: Pick<OauthContext, 'origin' | 'redact'> & { timeoutMs: number },
): Promise<boolean> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), timeoutMs)
  const { signal } = controller
  const send: Send = (request) => fetchReply({ ...request, timeoutMs, redact, asksWhy: false })
  const question = { call: REVOCATION, path: REVOCATION_PATH, fields: { token: accessToken } }
  try {
    const reply = await askOauth(question, { origin, send, redact, signal })
    const status = statusOf(reply)
    const isGone = status === 401 || status === 404 || status === 422
    return (status >= 200 && status < 300) || (isGone && !saysFieldMissing(reply.body))
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

const REVOCATION_PATH = '/oauth/revoke'
const REVOCATION: Call = {
  type: 'revoke',
  what: 'the end of the connection',
  line: `POST ${REVOCATION_PATH}`,
}
