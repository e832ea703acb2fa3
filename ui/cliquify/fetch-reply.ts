import type { Init } from '../../shared/cliquify/api-request.ts'
import { cancelled, Trouble } from '../../shared/trouble.ts'
import { reasonOfSilence, watchPolicy } from './blocked.ts'
import {
  blocked,
  brokenOff,
  noReply,
  outOfReach,
  sentOn,
  timedOut,
  tooLarge,
  type Call,
} from '../../shared/cliquify/errors.ts'
import { readBytes } from './read-bytes.ts'
import type { Redact } from '../../shared/cliquify/redact.ts'
import { replyOf, type Reply } from '../../shared/cliquify/reply.ts'

export interface Exchange {
  readonly call: Call
  readonly url: string
  readonly init: Init
  readonly timeoutMs: number
  readonly signal: AbortSignal
  readonly redact: Redact
  /** What has let this window read a reply, see `familyOf`; added to. */
  readonly readable?: Set<string>
  /** Whether to find out why there was no reply: worth it where nothing is tried after this. */
  readonly asksWhy: boolean
}

/** Bytes; what Figma takes at most of a video (see figma.createVideoAsync), which does not say which megabytes. */
const LARGEST_FILE = 100 * 1024 * 1024

/** One request and its whole reply; rejects with `Trouble` where there was no reply. */
export function fetchReply(exchange: Exchange): Promise<Reply> {
  return fetchWhole(exchange, readReply)
}

/** A reply with the bytes of a file; without them where it is a failure, whose body is text. */
export interface FileReply extends Reply {
  readonly bytes?: Uint8Array
}

/** As `fetchReply`, for a file. A large one may take as long as it needs, as long as it keeps coming. */
export function fetchFile(exchange: Exchange): Promise<FileReply> {
  return fetchWhole(exchange, async (response, alive) => {
    if (!response.ok) return readReply(response)
    const bytes = await readBytes(response, LARGEST_FILE, alive)
    if (bytes === 'too-large') throw tooLarge(exchange.call)
    return { ...replyOf(response, ''), bytes }
  })
}

async function readReply(response: Response): Promise<Reply> {
  return replyOf(response, await response.text())
}

/** Why a request was aborted. */
const LATE = 'late'
const CANCELLED = 'cancelled'

async function fetchWhole<T>(
  exchange: Exchange,
  read: (response: Response, alive: () => void) => Promise<T>,
): Promise<T> {
  const { call, url, init, timeoutMs, signal, redact, readable } = exchange
  const family = familyOf(call, url)
  if (signal.aborted) throw cancelled()
  const controller = new AbortController()
  const startTimer = (): ReturnType<typeof setTimeout> =>
    setTimeout(() => controller.abort(LATE), timeoutMs)
  let timer = startTimer()
  const onAbort = (): void => controller.abort(CANCELLED)
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
    if (isElsewhere(call, url, response)) throw sentOn(call, redact)
    const reply = await read(response, () => {
      clearTimeout(timer)
      timer = startTimer()
    })
    readable?.add(family)
    return reply
  } catch (cause) {
    if (cause instanceof Trouble) throw cause
    if (controller.signal.reason === CANCELLED) throw cancelled()
    if (controller.signal.reason === LATE) throw timedOut(call, timeoutMs)
    const error = noReply(call, cause, redact)
    if (hasBegun || error.kind === 'offline' || !exchange.asksWhy) throw error
    const details = error.details ?? call.line
    const isViolated = await policy.isViolated(controller.signal)
    const headers = init.method === 'POST' ? {} : (init.headers ?? {})
    const reason = isViolated ? null : await reasonOfSilence(url, headers, controller.signal)
    if (controller.signal.reason === CANCELLED) throw cancelled()
    if (reason === null) throw outOfReach(call, details)
    if (reason === 'unreachable') throw error
    // What could be read before is not forbidden now: the error page of some gateway has no leave.
    const isBlocked = reason === 'blocked' && readable?.has(family) !== true
    throw isBlocked ? blocked(call, details) : brokenOff(call, details)
  } finally {
    policy.stop()
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

/** What lets replies be read together: a host of files, or the first part of an API's path (`oauth`). */
function familyOf({ type }: Call, url: string): string {
  const { origin, pathname } = new URL(url)
  return type === 'media' ? origin : `${origin} ${pathname.split('/')[1]}`
}

/** Whether it is not the API itself that answers: a redirect may lead anywhere. */
function isElsewhere({ type }: Call, url: string, response: Response): boolean {
  if (type === 'media') return false
  // Not followed: browsers say that by the type, Node by the status.
  if (response.type === 'opaqueredirect') return true
  if (response.status >= 300 && response.status < 400) return true
  return response.url !== '' && new URL(response.url).origin !== new URL(url).origin
}
