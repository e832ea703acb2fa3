import { PRIORITY, type Priority } from '../shared/cliquify/queue.ts'
import { statusOf } from '../shared/cliquify/reply.ts'
import { Trouble, troubleOf } from '../shared/trouble.ts'
import type { Cliquify } from './cliquify.ts'
import { hashOf } from './keys.ts'
import type { Log } from './log.ts'
import type { MediaLinks } from './media-links.ts'
import type { Storage, Tables } from './storage.ts'

/** What Cliquify said of the brand, shared by all. */
export interface Brand {
  /** Rejects with `Trouble`: nothing is known, and Cliquify does not say. */
  answer(path: string, priority: Priority, past: boolean): Promise<Answer>
  /** Settles once nothing is being asked for. */
  settled(): Promise<void>
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
/** How long a list that could not be renewed is not asked for again behind what is known. */
const PAUSE_MS = 10_000

export function openBrand({ cliquify, storage, links, log, now }: BrandOptions): Brand {
  const flights = new Map<string, Promise<Tables['reply']>>()
  const failedAt = new Map<string, number>()

  async function load(path: string, priority: Priority): Promise<Tables['reply']> {
    const reply = await cliquify.get(path, priority, new AbortController().signal)
    const body = await links.rewrite(reply.text, reply.body)
    const answer = { status: reply.status, body, etag: `"${await hashOf(body)}"`, at: now() }
    const status = statusOf(reply)
    if (status === 200 || status === 204 || status === 404 || status === 405) {
      storage.transact((rows) => {
        rows.put('reply', path, answer, now() + KEPT_MS)
        if (rows.count('reply') > MOST_REPLIES) rows.keepLatest('reply', MOST_REPLIES * 0.9)
      })
    }
    failedAt.delete(path)
    return answer
  }

  /** Equal requests share one; what somebody waits for does not stand behind what nobody does. */
  function shared(path: string, priority: Priority): Promise<Tables['reply']> {
    const key = `${priority === PRIORITY.background} ${path}`
    const flight = flights.get(key)
    if (flight !== undefined) return flight
    const begun = load(path, priority)
      .catch((error: unknown) => {
        failedAt.set(path, now())
        throw troubleOf(error)
      })
      .finally(() => flights.delete(key))
    flights.set(key, begun)
    return begun
  }

  function renewBehind(path: string): void {
    if (now() - (failedAt.get(path) ?? -Infinity) < PAUSE_MS) return
    shared(path, PRIORITY.background).catch((error: unknown) => {
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
    async settled() {
      await Promise.allSettled(flights.values())
    },
  }
}

/** Gives up after a while; what was asked for goes on, for whoever comes next. */
async function patiently<T>(promise: Promise<T>, { wait }: Cliquify): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const impatience = new Promise<never>((_, reject) => {
    const give = (): void =>
      reject(new Trouble({ kind: 'rate-limited', message: 'The relay waits for Cliquify.' }))
    timer = setTimeout(give, wait > PATIENCE_MS ? 0 : PATIENCE_MS)
  })
  promise.catch(() => undefined)
  try {
    return await Promise.race([promise, impatience])
  } finally {
    clearTimeout(timer)
  }
}
