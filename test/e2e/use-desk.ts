import { afterAll, afterEach, beforeAll } from 'vitest'
import { openDesk, type Desk } from './desk.ts'

/**
 * The desk of a file of tests, there while they run. Each begins with the stand-in as at its
 * start, and what they have opened is closed after the last.
 */
export function useDesk(): Desk {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterEach(() => desk.cliquify.reset())
  afterAll(() => desk.close())
  return {
    get cliquify() {
      return desk.cliquify
    },
    openFile: (options) => desk.openFile(options),
    openConnected: (options) => desk.openConnected(options),
    close: () => desk.close(),
  }
}
