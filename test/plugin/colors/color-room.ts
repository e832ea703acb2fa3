import { countUses } from '../../../plugin/colors/count-uses.ts'
import { readLastSync } from '../../../plugin/colors/last-sync.ts'
import { mergeCopies } from '../../../plugin/colors/merge-copies.ts'
import {
  applySync,
  planSync,
  type ColorHost,
  type SyncLibraries,
} from '../../../plugin/colors/sync.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'
import type { KitRef } from '../../../shared/brand.ts'
import type { Job } from '../../../shared/channel.ts'
import type { Progress } from '../../../shared/progress.ts'
import type { ColorApply, SyncRequest, SyncPlan, SyncReport } from '../../../shared/sync.ts'
import { NO_LIBRARIES } from '../libraries/no-libraries.ts'

export interface ColorRoom {
  plan(sync: SyncRequest): Promise<SyncPlan>
  uses(sync: SyncRequest, job: Pick<Job<never>, 'cancelled'>): ReturnType<typeof countUses>
  apply(sync: ColorApply, job: Job<Progress>): Promise<SyncReport>
  /** Merges copies as an apply does, without its sync. */
  merge(
    merge: { readonly kit: KitRef; readonly copies: readonly string[] },
    job: Job<Progress>,
  ): ReturnType<typeof mergeCopies>
}

/** What is asked of the sandbox about colors, with its writes in the queue. */
export function openColorRoom(
  figma: ColorHost,
  libraries: SyncLibraries = NO_LIBRARIES,
): ColorRoom {
  const queue = createWriteQueue(figma)
  return {
    plan: (sync) => planSync(figma, libraries, sync),
    uses: (sync, job) => countUses(figma, sync, job),
    apply: (sync, job) => queue.run(() => applySync(figma, libraries, sync, job)),
    async merge({ kit, copies }, job) {
      const { options } = readLastSync(figma.root, kit.id)
      return queue.run(() => mergeCopies(figma, kit, options, copies, job))
    },
  }
}
