import { within } from '../media/within.ts'

/**
 * Waits for all, but no longer than so many milliseconds once the first is there. Gives what is there
 * by then, in order, and what is not. None of them may reject.
 */
export async function settledWithin<T>(
  all: readonly Promise<T>[],
  milliseconds: number,
): Promise<{ readonly settled: readonly T[]; readonly late: readonly Promise<T>[] }> {
  const values = new Map<Promise<T>, T>()
  const waits = all.map(async (each) => {
    values.set(each, await each)
  })
  await Promise.race(waits)
  await within(milliseconds, Promise.all(waits)).catch(() => undefined)
  const settled = all.flatMap((each) => {
    const value = values.get(each)
    return value === undefined ? [] : [value]
  })
  return { settled, late: all.filter((each) => !values.has(each)) }
}
