import { redactor } from '../../shared/cliquify/redact.ts'
import { statusOf, type Reply } from '../../shared/cliquify/reply.ts'
import { errorOf } from '../../shared/cliquify/reply-errors.ts'
import type { Call } from '../../shared/cliquify/errors.ts'
import { sleep } from '../../shared/cliquify/timing.ts'
import { isRecord, own } from '../../shared/cliquify/value.ts'
import type { PendingSignIn } from '../../shared/session.ts'
import { Trouble, troubleOf } from '../../shared/trouble.ts'
import { fetchReply } from '../cliquify/fetch-reply.ts'

/** How long the relay lets a person take; a little less, so that it is told here first. */
const LIFE_MS = 5 * 60_000 - 5_000
const EVERY_MS = 2_000
const TIMEOUT_MS = 20_000

/** Asks the relay for a sign-in: an address for the browser, and a key to ask with. */
export async function beginSignIn(origin: string, signal: AbortSignal): Promise<PendingSignIn> {
  const until = Date.now() + LIFE_MS
  const reply = await post(origin, '/login/start', {}, signal)
  const { body } = reply
  const readKey = isRecord(body) ? own(body, 'readKey') : undefined
  const url = isRecord(body) ? own(body, 'url') : undefined
  const isOwn = typeof url === 'string' && URL.canParse(url) && new URL(url).origin === origin
  if (statusOf(reply) !== 200 || typeof readKey !== 'string' || !isOwn) {
    throw errorOf(
      callOf('/login/start'),
      reply,
      redactor(() => []),
    )
  }
  return { readKey, url, until }
}

/**
 * Asks every two seconds until a person has signed in in the browser; resolves with the token. What
 * does not answer for a while is asked again.
 */
export async function awaitToken(
  origin: string,
  { readKey, until }: PendingSignIn,
  signal: AbortSignal,
): Promise<string> {
  while (Date.now() < until) {
    const reply = await post(origin, '/login/poll', { readKey }, signal).catch((error: unknown) => {
      const trouble = troubleOf(error)
      if (trouble.kind === 'cancelled') throw trouble
      return null
    })
    const token = reply !== null && isRecord(reply.body) ? own(reply.body, 'access_token') : null
    if (typeof token === 'string') return token
    if (reply?.status === 400) throw ended()
    await sleep(EVERY_MS, signal)
  }
  throw ended()
}

function ended(): Trouble {
  return new Trouble({
    kind: 'connection-refused',
    message: 'This sign-in is over. Sign in again.',
    action: 'none',
  })
}

function callOf(path: string): Call {
  return { type: 'api', what: 'the sign-in', line: `POST ${path}` }
}

function post(
  origin: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Reply> {
  return fetchReply({
    call: callOf(path),
    url: origin + path,
    init: {
      method: 'POST',
      body: new URLSearchParams(fields),
      cache: 'no-store',
      redirect: 'error',
    },
    timeoutMs: TIMEOUT_MS,
    signal,
    redact: redactor(() => [fields['readKey'] ?? null]),
    asksWhy: true,
  })
}
