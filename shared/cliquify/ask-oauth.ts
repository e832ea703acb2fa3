import type { Send } from './api-request.ts'
import type { Call } from './errors.ts'
import { PRIORITY, type Priority } from './queue.ts'
import type { Redact } from './redact.ts'
import { messageOf, saysFieldMissing, type Reply } from './reply.ts'

/** What a question to a service's token endpoints needs. */
export interface OauthContext {
  readonly send: Send
  readonly redact: Redact
  readonly signal: AbortSignal
  /** Before everything else by default. */
  readonly priority?: Priority
}

export interface OauthQuestion {
  readonly call: Call
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
  readonly encodings?: Encodings | undefined
}

/** How fields are sent, and how once more where that was not read. */
export type Encodings = readonly [Encoding, Encoding?]

/** A form needs no leave of a server of another origin; JSON does. */
type Encoding = 'form' | 'json'

/** Posts fields; as a form by default, and once more as JSON where that was not read. */
export async function askOauth(
  { call, url, fields, encodings = ['form', 'json'] }: OauthQuestion,
  context: OauthContext,
): Promise<Reply> {
  const { send, signal, priority = PRIORITY.token } = context
  const [encoding, fallback] = encodings
  const reply = await send({
    call,
    url,
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
  if (fallback === undefined || !isUnread(call, reply)) return reply
  return askOauth({ call, url, fields, encodings: [fallback] }, context)
}

const TYPES: Readonly<Record<Encoding, string>> = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
}

/** Whether fields were not read. A token that was not found may not have been: it is asked again. */
function isUnread({ type }: Call, { status, body }: Reply): boolean {
  if (status === 415) return true
  if (status === 422) return type !== 'token' || saysFieldMissing(body)
  return status === 400 && /content[- ]?type|media type|json/i.test(messageOf(body))
}
