import { redactor } from '../../shared/cliquify/redact.ts'
import { isSuccess, messageOf } from '../../shared/cliquify/reply.ts'
import { errorOf } from '../../shared/cliquify/reply-errors.ts'
import { isRecord, own, type JsonRecord } from '../../shared/cliquify/value.ts'
import { Trouble } from '../../shared/trouble.ts'
import { fetchReply } from '../cliquify/fetch-reply.ts'

/** What a team's relay is asked with. */
export interface TeamAccess {
  /** Of the relay, without a trailing slash. */
  readonly origin: string
  readonly token: string
}

/**
 * Asks the team's relay for what Cliquify does not have; see docs/relay.md. Throws `Trouble`, kind
 * `connect-zoho` where the person has to connect Zoho Cliq first.
 */
export async function askRelay(
  { origin, token }: TeamAccess,
  path: string,
  signal: AbortSignal,
  timeoutMs: number,
  init: RequestInit = {},
): Promise<JsonRecord> {
  const call = { type: 'api', what: 'this', line: `${init.method ?? 'GET'} ${path}` } as const
  const redact = redactor(() => [token])
  const reply = await fetchReply({
    ...{ call, url: origin + path, timeoutMs, signal, redact, asksWhy: false },
    init: { ...init, headers: { Authorization: `Bearer ${token}` }, cache: 'no-store' },
  })
  const { status, body } = reply
  if (!isRecord(body)) throw errorOf(call, reply, redact)
  if (isSuccess(status)) return body
  const code = own(body, 'code')
  if (typeof code === 'string') {
    const kind = code === 'connect-zoho' ? code : 'failed'
    throw new Trouble({ kind, message: messageOf(body), details: code })
  }
  if (status !== 404) throw errorOf(call, reply, redact)
  throw new Trouble({
    kind: 'not-offered',
    message:
      'Your team’s relay is not connected to Zoho Cliq. Whoever looks after it can set it up.',
    action: 'none',
  })
}
