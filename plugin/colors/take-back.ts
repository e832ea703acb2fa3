import { ifAble } from '../if-able.ts'

/**
 * Makes the writes; where one throws, takes the steps to undo them, the last first, and throws on. What
 * Figma refuses to take back stops nothing else: the next sync compares with what is there then.
 */
export function writeOrTakeBack(write: () => void, ...steps: readonly (() => void)[]): void {
  try {
    write()
  } catch (error) {
    for (const step of [...steps].reverse()) ifAble(step)
    throw error
  }
}
