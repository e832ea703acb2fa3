import { cancelled } from '../trouble.ts'

/** What the user waits for first goes first. */
export const PRIORITY = { token: 0, kit: 1, page: 2, background: 3 } as const

export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY]

/** The requests to one API: in the order of their priority, within a budget a minute. */
export interface Queue {
  /** Runs the job when it is its turn; rejects with `cancelled` when aborted before that. */
  run<T>(priority: Priority, signal: AbortSignal, job: () => Promise<T>): Promise<T>
  /** Lets nothing through for so many milliseconds. */
  pause(milliseconds: number): void
  /** Told the milliseconds that are left, each second while something waits, and 0 at the end. */
  readonly onWait: (listener: (milliseconds: number) => void) => void
}

interface Waiting {
  readonly priority: Priority
  start(): void
}

const WINDOW_MS = 60_000
const TICK_MS = 1_000

export function openQueue(perMinute: number, parallel: number): Queue {
  const waiting: Waiting[] = []
  const listeners: ((milliseconds: number) => void)[] = []
  /** When requests ended, oldest first. */
  let ended: number[] = []
  let pausedUntil = 0
  let active = 0
  let told = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(milliseconds: number): void {
    if (milliseconds === told) return
    told = milliseconds
    for (const listener of listeners) listener(milliseconds)
  }

  /** Milliseconds until the next request may start. */
  function blockedFor(now: number): number {
    // A clock that was set back must not hold the queue for longer than a window.
    ended = ended.filter((at) => at > now - WINDOW_MS && at <= now)
    const tooMany = ended.length + active - perMinute
    const budget = tooMany < 0 ? 0 : (ended[tooMany] ?? now) + WINDOW_MS - now
    return Math.max(0, budget, pausedUntil - now)
  }

  function pump(): void {
    clearTimeout(timer)
    while (waiting.length > 0 && active < parallel) {
      const now = Date.now()
      const left = blockedFor(now)
      if (left > 0) {
        tell(left)
        timer = setTimeout(pump, Math.min(left, TICK_MS))
        return
      }
      const next = waiting.shift()
      active++
      next?.start()
    }
    tell(0)
  }

  return {
    run<T>(priority: Priority, signal: AbortSignal, job: () => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        if (signal.aborted) {
          reject(cancelled())
          return
        }
        const onAbort = (): void => {
          waiting.splice(waiting.indexOf(entry), 1)
          reject(cancelled())
          pump()
        }
        const entry: Waiting = {
          priority,
          start() {
            signal.removeEventListener('abort', onAbort)
            job()
              .then(resolve, reject)
              .finally(() => {
                active--
                // Cliquify counts a request when it arrives, which is before its end at the latest.
                ended.push(Date.now())
                pump()
              })
          },
        }
        signal.addEventListener('abort', onAbort, { once: true })
        const later = waiting.findIndex((other) => other.priority > priority)
        waiting.splice(later === -1 ? waiting.length : later, 0, entry)
        pump()
      })
    },
    pause(milliseconds) {
      pausedUntil = Math.max(pausedUntil, Date.now() + milliseconds)
    },
    onWait(listener) {
      listeners.push(listener)
    },
  }
}
