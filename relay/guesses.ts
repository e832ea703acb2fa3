const WINDOW_MS = 60_000
/** Callers that are remembered at once. */
const MOST_CALLERS = 10_000

/** Counts what a caller got wrong, a minute at a time. */
export interface Guesses {
  /** Milliseconds until the caller may try again; 0 while it may. */
  blockedFor(caller: string): number
  note(caller: string): void
}

export function openGuesses(mostPerMinute: number, now: () => number): Guesses {
  const windows = new Map<string, { wrong: number; readonly endsAt: number }>()
  const current = (caller: string): { wrong: number; readonly endsAt: number } | null => {
    const found = windows.get(caller)
    return found !== undefined && found.endsAt > now() ? found : null
  }
  return {
    blockedFor(caller) {
      const found = current(caller)
      return found === null || found.wrong < mostPerMinute ? 0 : found.endsAt - now()
    },
    note(caller) {
      const found = current(caller)
      if (found !== null) {
        found.wrong++
        return
      }
      windows.delete(caller)
      windows.set(caller, { wrong: 1, endsAt: now() + WINDOW_MS })
      const [oldest] = windows.keys()
      if (windows.size > MOST_CALLERS && oldest !== undefined) windows.delete(oldest)
    },
  }
}
