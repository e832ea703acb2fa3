import { ifAbleLater } from '../if-able.ts'

/** How to take back writes that belong together. */
export interface Rollback {
  /** Notes how to take back the write that comes next, or that was just made. */
  add(takeBack: () => void | Promise<void>): void
  /** Gives a layer that was just made; it is removed again. */
  made<Layer extends SceneNode>(layer: Layer): Layer
}

/**
 * Makes the writes; where one throws, takes back what was done, the last first, and throws on. What
 * cannot be taken back does not keep the rest from being so.
 */
export async function withRollback<T>(writes: (rollback: Rollback) => T | Promise<T>): Promise<T> {
  const done: (() => void | Promise<void>)[] = []
  try {
    return await writes({
      add: (takeBack) => done.push(takeBack),
      made(layer) {
        done.push(() => layer.remove())
        return layer
      },
    })
  } catch (error) {
    // The error to tell is the first one.
    for (const takeBack of done.reverse()) await ifAbleLater(takeBack)
    throw error
  }
}
