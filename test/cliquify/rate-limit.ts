const WINDOW_MS = 60_000

export interface Allowance {
  readonly allowed: boolean
  readonly remaining: number
  /** Seconds until the window ends. */
  readonly retryAfter: number
}

/** Counts requests in windows of a minute that start with the first request, as Laravel does. */
export interface RateLimit {
  take(ip: string, limit: number): Allowance
  clear(): void
}

export function createRateLimit(now: () => number): RateLimit {
  const windows = new Map<string, { endsAt: number; used: number }>()
  return {
    take(ip, limit) {
      const current = windows.get(ip)
      const window =
        current !== undefined && current.endsAt > now()
          ? current
          : { endsAt: now() + WINDOW_MS, used: 0 }
      windows.set(ip, window)
      const allowed = window.used < limit
      if (allowed) window.used++
      return {
        allowed,
        remaining: Math.max(0, limit - window.used),
        retryAfter: Math.ceil((window.endsAt - now()) / 1000),
      }
    },
    clear() {
      windows.clear()
    },
  }
}
