import { openQueue, PRIORITY } from '../../shared/cliquify/queue.ts'

/** Runs so many jobs at once, the others in the order in which they came. */
export function openPool(
  parallel: number,
): <T>(signal: AbortSignal, job: () => Promise<T>) => Promise<T> {
  const queue = openQueue(Infinity, parallel)
  return (signal, job) => queue.run(PRIORITY.background, signal, job)
}
