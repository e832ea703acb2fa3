import type { Send } from '../../shared/cliquify/api-request.ts'
import { troubleOf } from '../../shared/trouble.ts'
import { rateLimited } from '../../shared/cliquify/errors.ts'
import type { Redact } from '../../shared/cliquify/redact.ts'
import { isOutage, pauseAskedBy, statusOf, type Reply } from '../../shared/cliquify/reply.ts'
import { errorOf } from '../../shared/cliquify/reply-errors.ts'
import { fetchReply } from './fetch-reply.ts'
import type { Limits } from './limits.ts'
import type { Queue } from '../../shared/cliquify/queue.ts'
import { backoff, sleep } from '../../shared/cliquify/timing.ts'

/** A server that is down, or a connection that broke, is asked again this often. */
const REPEATS = 2
/** What is posted may have been done though its reply was lost. */
const REPEATS_OF_POST = 1
const LONGEST_BACKOFF_MS = 30_000
/** A server that is down for longer than this fails at once. */
const LONGEST_OUTAGE_MS = 10_000

export function openSend(queue: Queue, limits: Limits, redact: Redact): Send {
  /** How often in a row Cliquify asked for a pause, whichever the request. */
  let refusals = 0
  let pausedUntil = 0
  const readable = new Set<string>()

  /** Milliseconds to wait after a 429. Asked to come back at once, it still leaves a moment. */
  function pauseFor(asked: number | null): number {
    const now = Date.now()
    // Requests that were under way together are refused together.
    if (now >= pausedUntil) refusals++
    const guess = Math.min(backoff(limits.backoffMs * 4, refusals - 1), LONGEST_BACKOFF_MS)
    const wait = Math.max(asked ?? guess, refusals > 1 ? guess : limits.backoffMs)
    pausedUntil = Math.max(pausedUntil, now + wait)
    return wait
  }

  return async ({ call, url, init, priority, signal }) => {
    const isPost = init.method === 'POST'
    const most = isPost ? REPEATS_OF_POST : REPEATS
    let repeats = 0
    let waited = 0
    for (;;) {
      const isLast = repeats >= most
      // What is posted is not posted again before it is known that this may help.
      const asksWhy = isPost || isLast
      const timeoutMs = limits.apiTimeoutMs
      const exchange = { call, url, init, timeoutMs, signal, redact, readable, asksWhy }
      let reply: Reply
      try {
        reply = await queue.run(priority, signal, () => fetchReply(exchange))
      } catch (error) {
        const { kind } = troubleOf(error)
        if (isLast || (kind !== 'server-down' && kind !== 'unreachable')) throw error
        await sleep(backoff(limits.backoffMs, repeats++), signal)
        continue
      }
      const status = statusOf(reply)
      const asked = pauseAskedBy(reply, Date.now())
      if (status === 429) {
        const wait = pauseFor(asked)
        if (waited + wait > limits.longestWaitMs) {
          throw rateLimited(asked, errorOf(call, reply, redact).details)
        }
        waited += wait
        queue.pause(wait)
        continue
      }
      refusals = 0
      const wait = asked ?? backoff(limits.backoffMs, repeats)
      if (!isOutage(status) || isPost || isLast || wait > LONGEST_OUTAGE_MS) return reply
      repeats++
      await sleep(wait, signal)
    }
  }
}
