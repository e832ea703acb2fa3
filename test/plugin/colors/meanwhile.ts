import type { Job } from '../../../shared/channel.ts'
import type { Progress } from '../../../shared/progress.ts'

/** Does something once, the first time that the sync gives way. */
export function meanwhile(act: () => void): Job<Progress> {
  let done = false
  return {
    cancelled: false,
    progress() {
      if (!done) act()
      done = true
    },
  }
}
