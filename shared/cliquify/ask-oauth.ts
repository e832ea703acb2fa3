import type { Send } from './api-request.ts'
import type { Call } from './errors.ts'
import { PRIORITY, type Priority } from './queue.ts'
import type { Redact } from './redact.ts'
import { saysFieldMissing, type Reply } from './reply.ts'

/** What a question to Cliquify's token endpoints needs. */
export interface OauthContext {
  readonly origin: string
  readonly send: Send
  readonly redact: Redact
  readonly signal: AbortSignal
  /** Before everything else by default. */
  readonly priority?: Priority
}

export type Encoding = 'form' | 'json'

const OTHER: Readonly<Record<Encoding, Encoding>> = { form: 'json', json: 'form' }

/** Posts fields in one encoding, and once more in the other where the first was not read. */
export async function askOauth(
  { call, path, fields }: { call: Call; path: string; fields: Readonly<Record<string, string>> },
  first: Encoding,
  { origin, send, signal, priority = PRIORITY.token }: OauthContext,
): Promise<Reply> {
  const post = (encoding: Encoding): Promise<Reply> =>
    send({
      call,
      url: origin + path,
      init: {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': TYPES[encoding] },
        body: encoding === 'form' ? new URLSearchParams(fields).toString() : JSON.stringify(fields),
        cache: 'no-store',
        redirect: 'error',
      },
      priority,
      signal,
    })

  const reply = await post(first)
  const isUnread = reply.status === 415 || (reply.status === 422 && saysFieldMissing(reply.body))
  return isUnread ? post(OTHER[first]) : reply
}

const TYPES: Readonly<Record<Encoding, string>> = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
}
