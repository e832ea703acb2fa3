import { createColorRoom, type ColorHost, type ColorRoom } from '../../../plugin/colors/sync.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'

/** The room of colors with its writes in the queue, as in the sandbox. */
export function openColorRoom(figma: ColorHost): ColorRoom {
  const room = createColorRoom(figma)
  const queue = createWriteQueue(figma)
  return {
    plan: (sync) => room.plan(sync),
    apply: (sync, job) => queue.run(() => room.apply(sync, job)),
    merge: (merge, job) => queue.run(() => room.merge(merge, job)),
  }
}
