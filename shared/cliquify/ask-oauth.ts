import type { Send } from './api-request.ts'
import type { Call } from './errors.ts'
import { PRIORITY, type Priority } from './queue.ts'
import type { Redact } from './redact.ts'
import { messageOf, saysFieldMissing, type Reply } from './reply.ts'

/** What a question to Cliquify's token endpoints needs. */
export interface OauthContext {
  readonly origin: string
  readonly send: Send
  readonly redact: Redact
  readonly signal: AbortSignal
  /** Before everything else by default. */
  readonly priority?: Priority
}

/** Posts fields as a form, which needs no leave, and once more as JSON where that was not read. */
export async function askOauth(
  { call, path, fields }: { call: Call; path: string; fields: Readonly<Record<string, string>> },
  { origin, send, signal, priority = PRIORITY.token }: OauthContext,
): Promise<Reply> {
  const post = (encoding: keyof typeof TYPES): Promise<Reply> =>
    send({
      call,
      url: origin + path,
      init: {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': TYPES[encoding] },
        body: encoding === 'form' ? new URLSearchParams(fields).toString() : JSON.stringify(fields),
        cache: 'no-store',
        // A secret is for nobody else.
        redirect: 'manual',
      },
      priority,
      signal,
    })

  const reply = await post('form')
  return isUnread(call, reply) ? post('json') : reply
}

const TYPES = { form: 'application/x-www-form-urlencoded', json: 'application/json' } as const

/** Whether a form was not read. A token that was not found may not have been: it is asked again. */
function isUnread({ type }: Call, { status, body }: Reply): boolean {
  if (status === 415) return true
  if (status === 422) return type !== 'token' || saysFieldMissing(body)
  return status === 400 && /content[- ]?type|media type|json/i.test(messageOf(body))
}
