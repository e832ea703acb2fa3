/** Lets the window answer between two steps of long work that no other thread can do. */
export function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** Milliseconds of work on end. */
const WORK_MS = 30

/** The items, between which the window gets its turn where that is due. */
export async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T> {
  let since = performance.now()
  for (const item of items) {
    yield item
    if (performance.now() - since < WORK_MS) continue
    await letOthersRun()
    since = performance.now()
  }
}
