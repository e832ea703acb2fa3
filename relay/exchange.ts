import type { ApiRequest } from '../shared/cliquify/api-request.ts'
import { timedOut, unreachable } from '../shared/cliquify/errors.ts'
import type { Redact } from '../shared/cliquify/redact.ts'
import { replyOf, type Reply } from '../shared/cliquify/reply.ts'
import { Trouble, troubleOf } from '../shared/trouble.ts'
import { readText } from './read-text.ts'

const TIMEOUT_MS = 20_000
const LARGEST_REPLY = 10 * 1024 * 1024

/** Sends a request to a service, once, to no other server. Rejects with `Trouble`. */
export async function exchange(
  { call, url, init, signal }: Omit<ApiRequest, 'priority'>,
  redact: Redact,
): Promise<Reply> {
  const late = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([signal, late]),
    })
    const text = await readText(response, LARGEST_REPLY)
    if (text === null) throw unreachable(call, `${call.line}: the reply is too large`)
    return replyOf(response, text)
  } catch (error) {
    if (error instanceof Trouble || signal.aborted) throw troubleOf(error)
    if (late.aborted) throw timedOut(call, TIMEOUT_MS)
    throw unreachable(call, redact(`${call.line}: ${String(error)}`))
  }
}
