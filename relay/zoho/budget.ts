import type { Storage } from '../storage.ts'

/**
 * What a person may ask of Cliq. Zoho counts by user, a minute at a time, and locks out who asks for
 * more for ten minutes: the relay stays below, and keeps to a lock.
 */
export interface Budget {
  /** Takes all of these requests, or none: milliseconds until they can be made; 0 where they can now. */
  take(person: string, requests: Requests): number
  /** Milliseconds for which Zoho takes nothing of this kind. */
  lock(person: string, kind: RequestKind, milliseconds: number): void
}

export type RequestKind = 'channels' | 'message' | 'picture'

export type Requests = Readonly<Partial<Record<RequestKind, number>>>

const WINDOW_MS = 60_000
/** Zoho documents 20, 50, and for files that are fetched 20; what else the person does counts, too. */
const PER_MINUTE: Readonly<Record<RequestKind, number>> = { channels: 15, message: 40, picture: 15 }
const KINDS: readonly RequestKind[] = ['channels', 'message', 'picture']

export function openBudget(storage: Storage, now: () => number): Budget {
  return {
    take: (person, requests) =>
      storage.transact((rows) => {
        const at = now()
        const wanted = KINDS.map((kind) => {
          const row = rows.get('zoho-budget', `${kind} ${person}`)
          const times = (row?.times ?? []).filter((time) => time > at - WINDOW_MS)
          const count = requests[kind] ?? 0
          const lockedUntil = row?.lockedUntil ?? 0
          const tooMany = times.length + count - PER_MINUTE[kind]
          const freeAt = tooMany > 0 ? (times[tooMany - 1] ?? at) + WINDOW_MS : at
          const wait = count === 0 ? 0 : Math.max(freeAt, lockedUntil) - at
          return { kind, count, times, lockedUntil, wait }
        })
        const wait = Math.max(...wanted.map((each) => each.wait))
        if (wait > 0) return wait
        for (const { kind, count, times, lockedUntil } of wanted) {
          if (count === 0) continue
          const value = { times: [...times, ...Array<number>(count).fill(at)], lockedUntil }
          rows.put('zoho-budget', `${kind} ${person}`, value, at + WINDOW_MS)
        }
        return 0
      }),
    lock(person, kind, milliseconds) {
      const lockedUntil = now() + milliseconds
      storage.transact((rows) => {
        rows.put('zoho-budget', `${kind} ${person}`, { times: [], lockedUntil }, lockedUntil)
      })
    },
  }
}
