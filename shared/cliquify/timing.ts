import { cancelled } from '../trouble.ts'

/** Waits; rejects with `cancelled` as soon as the signal is aborted. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await untilAborted(over, signal).finally(() => clearTimeout(timer))
}

/** Settles with the promise, or rejects with `cancelled` when the signal is aborted first. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(cancelled())
    const onAbort = (): void => reject(cancelled())
    signal.addEventListener('abort', onAbort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort))
  })
}

/** A wait that doubles with each attempt, spread so that clients do not come back in step. */
export function backoff(firstMs: number, attempt: number): number {
  return firstMs * 2 ** attempt * (0.75 + Math.random() / 2)
}

/**
 * Milliseconds out of `Retry-After`: seconds, or an HTTP date; null where there is none, or the
 * server does not let the window read it.
 */
export function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000
  const date = text === '' ? NaN : Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
