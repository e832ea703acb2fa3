import { cancelled, Trouble } from '../../shared/trouble.ts'
import { isAnswering, watchPolicy } from './blocked.ts'
import {
  blocked,
  noReply,
  outOfReach,
  timedOut,
  tooLarge,
  type Call,
} from '../../shared/cliquify/errors.ts'
import { readBytes } from './read-bytes.ts'
import type { Redact } from '../../shared/cliquify/redact.ts'
import type { Reply } from '../../shared/cliquify/reply.ts'

export interface Exchange {
  readonly call: Call
  readonly url: string
  readonly init: RequestInit
  readonly timeoutMs: number
  readonly signal: AbortSignal
  readonly redact: Redact
  /** Nothing is tried after this: then it is worth asking why there was no reply. */
  readonly isLast: boolean
}

/** Bytes; what Figma takes at most of a video. */
const LARGEST_FILE = 100 * 1024 * 1024

/** One request and its whole reply; rejects with `Trouble` where there was no reply. */
export function fetchReply(exchange: Exchange): Promise<Reply> {
  return fetchWhole(exchange, async (response) => {
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: parse(text), text }
  })
}

/**
 * As `fetchReply`, for bytes; the body of a failure is read as text. A large file may take as long as
 * it needs, as long as it keeps coming.
 */
export function fetchBytes(exchange: Exchange): Promise<Uint8Array | Reply> {
  return fetchWhole(exchange, async (response, alive) => {
    if (response.ok) {
      const bytes = await readBytes(response, LARGEST_FILE, alive)
      if (bytes === 'too-large') throw tooLarge(exchange.call)
      return bytes
    }
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: parse(text), text }
  })
}

/** Why a request was aborted. */
const LATE = 'late'
const CANCELLED = 'cancelled'

async function fetchWhole<T>(
  exchange: Exchange,
  read: (response: Response, alive: () => void) => Promise<T>,
): Promise<T> {
  const { call, url, init, timeoutMs, signal, redact } = exchange
  if (signal.aborted) throw cancelled()
  const controller = new AbortController()
  const startTimer = (): ReturnType<typeof setTimeout> =>
    setTimeout(() => controller.abort(LATE), timeoutMs)
  let timer = startTimer()
  const onAbort = (): void => {
    controller.abort(CANCELLED)
  }
  signal.addEventListener('abort', onAbort, { once: true })
  const policy = watchPolicy(url)
  let hasBegun = false
  try {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    })
    hasBegun = true
    return await read(response, () => {
      clearTimeout(timer)
      timer = startTimer()
    })
  } catch (cause) {
    if (cause instanceof Trouble) throw cause
    if (controller.signal.reason === CANCELLED) throw cancelled()
    if (controller.signal.reason === LATE) throw timedOut(call, timeoutMs)
    const error = noReply(call, cause, redact)
    if (hasBegun || error.kind === 'offline' || !exchange.isLast) throw error
    const details = error.details ?? call.line
    const isViolated = await policy.isViolated(controller.signal)
    const isAnswered = !isViolated && (await isAnswering(url, controller.signal))
    if (controller.signal.reason === CANCELLED) throw cancelled()
    if (isViolated) throw outOfReach(call, details)
    throw isAnswered ? blocked(call, details) : error
  } finally {
    policy.stop()
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
