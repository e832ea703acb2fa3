/** Writes that belong together: where one fails, those before it are taken back. */
export interface Attempt {
  /** Notes how to take back the write that comes next, or that was just made. */
  onFailure(takeBack: () => void | Promise<void>): void
}

/**
 * Makes the writes; where one throws, takes back what was done, the last first, and throws on. What
 * cannot be taken back does not keep the rest from being so.
 */
export async function attempt<T>(writes: (attempt: Attempt) => T | Promise<T>): Promise<T> {
  const done: (() => void | Promise<void>)[] = []
  try {
    return await writes({ onFailure: (takeBack) => done.push(takeBack) })
  } catch (error) {
    for (const takeBack of done.reverse()) {
      try {
        await takeBack()
      } catch {
        // The error to tell is the first one.
      }
    }
    throw error
  }
}
