import { readLastSync } from '../../../plugin/colors/last-sync.ts'
import { mergeCopies } from '../../../plugin/colors/merge-copies.ts'
import type { KitRef } from '../../../shared/brand.ts'
import type { Job } from '../../../shared/channel.ts'
import type { Progress } from '../../../shared/progress.ts'
import { NO_LIBRARIES } from '../libraries/no-libraries.ts'
import {
  createColorRoom,
  type ColorHost,
  type ColorRoom,
  type SyncLibraries,
} from '../../../plugin/colors/sync.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'

/** Merges copies as an apply does, without its sync. */
type Merge = (
  merge: { readonly kit: KitRef; readonly copies: readonly string[] },
  job: Job<Progress>,
) => ReturnType<typeof mergeCopies>

export interface OpenRoom extends ColorRoom {
  readonly merge: Merge
}

/** The room of colors with its writes in the queue, as in the sandbox. */
export function openColorRoom(figma: ColorHost, libraries: SyncLibraries = NO_LIBRARIES): OpenRoom {
  const room = createColorRoom(figma, libraries)
  const queue = createWriteQueue(figma)
  return {
    plan: (sync) => room.plan(sync),
    apply: (sync, job) => queue.run(() => room.apply(sync, job)),
    async merge({ kit, copies }, job) {
      const { options } = readLastSync(figma.root, kit.id)
      return queue.run(() => mergeCopies(figma, kit, options, copies, job))
    },
  }
}
