import { PRIORITY, type Priority } from '../shared/cliquify/queue.ts'
import { statusOf } from '../shared/cliquify/reply.ts'
import { Trouble, troubleOf } from '../shared/trouble.ts'
import type { Cliquify } from './cliquify.ts'
import { bytesOf, hashOf } from './keys.ts'
import type { Log } from './log.ts'
import type { MediaLinks } from './media-links.ts'
import type { Storage, Tables } from './storage.ts'

/** What Cliquify said of the brand, shared by all. */
export interface Brand {
  /** Rejects with `Trouble`: nothing is known, and Cliquify does not say. */
  answer(path: string, priority: Priority, past: boolean): Promise<Answer>
  /** Gives up what nobody waits for any more. */
  close(): Promise<void>
}

export type Answer = Tables['reply'] & {
  /** `hit`: younger than a minute; `stale`: older, or all there is while Cliquify fails. */
  readonly from: 'cliquify' | 'hit' | 'stale'
}

export interface BrandOptions {
  readonly cliquify: Cliquify
  readonly storage: Storage
  readonly links: MediaLinks
  readonly log: Log
  readonly now: () => number
}

const FRESH_MS = 60_000
const KEPT_MS = 24 * 3_600_000
const MOST_REPLIES = 2_000
/** How long somebody waits for the budget, or for Cliquify. */
const PATIENCE_MS = 10_000
const LOOK_MS = 200
/** How long a list that could not be renewed is not asked for again behind what is known. */
const PAUSE_MS = 10_000

/** A request that is on its way to Cliquify, or waits for its turn. */
interface Flight {
  readonly promise: Promise<Tables['reply']>
  readonly isWaiting: boolean
  giveUp(): void
}

export function openBrand({ cliquify, storage, links, log, now }: BrandOptions): Brand {
  const flights = new Map<string, Flight>()
  const failedAt = new Map<string, number>()

  async function load(
    path: string,
    priority: Priority,
    signal: AbortSignal,
    onTurn: () => void,
  ): Promise<Tables['reply']> {
    const reply = await cliquify.get(path, priority, signal, onTurn)
    const body = await links.rewrite(reply.text, reply.body)
    const answer = { status: reply.status, body, etag: `"${await hashOf(body)}"`, at: now() }
    const status = statusOf(reply)
    const isAnswer = status === 200 || status === 204 || status === 404 || status === 405
    if (isAnswer && bytesOf(JSON.stringify(answer)).length <= storage.largest) {
      storage.transact((rows) => {
        rows.put('reply', path, answer, now() + KEPT_MS)
        if (rows.count('reply') > MOST_REPLIES) rows.keepLatest('reply', MOST_REPLIES * 0.9)
      })
    }
    failedAt.delete(path)
    return answer
  }

  /** Equal requests share one; what somebody waits for does not stand behind what nobody does. */
  function shared(path: string, priority: Priority): Flight {
    const key = `${priority === PRIORITY.background} ${path}`
    const found = flights.get(key)
    if (found !== undefined) return found
    let isWaiting = true
    const controller = new AbortController()
    const promise = load(path, priority, controller.signal, () => {
      isWaiting = false
    })
      .catch((error: unknown) => {
        if (failedAt.size >= MOST_REPLIES) failedAt.clear()
        failedAt.set(path, now())
        throw troubleOf(error)
      })
      .finally(() => flights.delete(key))
    const flight: Flight = {
      promise,
      giveUp: () => controller.abort(),
      get isWaiting() {
        return isWaiting
      },
    }
    flights.set(key, flight)
    return flight
  }

  function renewBehind(path: string): void {
    if (now() - (failedAt.get(path) ?? -Infinity) < PAUSE_MS) return
    shared(path, PRIORITY.background).promise.catch((error: unknown) => {
      const { kind } = troubleOf(error)
      log.info('not-renewed', { path: path.replace(/\?.*$/s, ''), kind })
    })
  }

  return {
    async answer(path, priority, past) {
      const kept = storage.transact((rows) => rows.get('reply', path))
      if (kept !== null && !past) {
        if (now() - kept.at < FRESH_MS) return { ...kept, from: 'hit' }
        renewBehind(path)
        return { ...kept, from: 'stale' }
      }
      try {
        return { ...(await patiently(shared(path, priority), cliquify)), from: 'cliquify' }
      } catch (error) {
        if (kept === null) throw error
        return { ...kept, from: 'stale' }
      }
    },
    async close() {
      for (const flight of flights.values()) flight.giveUp()
      await Promise.allSettled([...flights.values()].map(({ promise }) => promise))
    },
  }
}

/** Gives up after a while; what was asked for goes on, for whoever comes next. */
async function patiently(flight: Flight, cliquify: Cliquify): Promise<Tables['reply']> {
  const { promise } = flight
  let timer: ReturnType<typeof setInterval> | undefined
  const impatience = new Promise<never>((_, reject) => {
    let waited = 0
    timer = setInterval(() => {
      waited += LOOK_MS
      const isInVain = flight.isWaiting && cliquify.wait > PATIENCE_MS
      if (waited < PATIENCE_MS && !isInVain) return
      reject(new Trouble({ kind: 'rate-limited', message: 'The relay waits for Cliquify.' }))
    }, LOOK_MS)
  })
  // Nobody may be there any more when it fails.
  promise.catch(() => undefined)
  try {
    return await Promise.race([promise, impatience])
  } finally {
    clearInterval(timer)
  }
}
