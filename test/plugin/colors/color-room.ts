import { NO_LIBRARIES } from '../libraries/no-libraries.ts'
import {
  createColorRoom,
  type ColorHost,
  type ColorRoom,
  type SyncLibraries,
} from '../../../plugin/colors/sync.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'

/** The room of colors with its writes in the queue, as in the sandbox. */
export function openColorRoom(
  figma: ColorHost,
  libraries: SyncLibraries = NO_LIBRARIES,
): ColorRoom {
  const room = createColorRoom(figma, libraries)
  const queue = createWriteQueue(figma)
  return {
    plan: (sync) => room.plan(sync),
    apply: (sync, job) => queue.run(() => room.apply(sync, job)),
    merge: (merge, job) => queue.run(() => room.merge(merge, job)),
  }
}
