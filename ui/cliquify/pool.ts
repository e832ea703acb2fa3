import { cancelled } from '../../shared/trouble.ts'

/** Runs so many jobs at once, the others in the order in which they came. */
export function openPool(
  parallel: number,
): <T>(signal: AbortSignal, job: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let active = 0

  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(cancelled())
        return
      }
      const onAbort = (): void => {
        waiting.splice(waiting.indexOf(start), 1)
        reject(cancelled())
      }
      const start = (): void => {
        signal.removeEventListener('abort', onAbort)
        active++
        resolve()
      }
      if (active < parallel) {
        start()
        return
      }
      waiting.push(start)
      signal.addEventListener('abort', onAbort, { once: true })
    })
  }

  return async (signal, job) => {
    await turn(signal)
    try {
      return await job()
    } finally {
      active--
      waiting.shift()?.()
    }
  }
}
