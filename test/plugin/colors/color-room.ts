import { fromJson, jsonPieces, type InPieces } from '../../../shared/json.ts'
import type { ColorApply, ColorSync, SyncPlan, SyncReport } from '../../../shared/protocol.ts'
import { createColorRoom, type ColorHost, type ColorRoom } from '../../../plugin/colors/sync.ts'
import { createWriteQueue } from '../../../plugin/write-queue.ts'

type Apply = ColorRoom['apply']

/** The room of colors with its lists whole, as the window sees them. */
export interface WholeColorRoom extends Pick<ColorRoom, 'merge'> {
  plan(sync: ColorSync): Promise<SyncPlan>
  apply(sync: ColorApply, job: Parameters<Apply>[1]): Promise<SyncReport>
}

/** Writes go through a queue, as in the sandbox. */
export function openColorRoom(figma: ColorHost): WholeColorRoom {
  const room = createColorRoom(figma)
  const queue = createWriteQueue(figma)
  return {
    async plan(sync) {
      const plan = await room.plan(inPieces(sync))
      return { ...plan, rows: plan.rows.flatMap(fromJson) }
    },
    async apply(sync, job) {
      const report = await queue.run(() => room.apply(inPieces(sync), job))
      return { ...report, rows: report.rows.flatMap(fromJson) }
    },
    merge: (merge, job) => queue.run(() => room.merge(merge, job)),
  }
}

function inPieces<T extends ColorSync>(sync: T): Omit<T, 'colors'> & InPieces<ColorSync, 'colors'> {
  return { ...sync, colors: [...jsonPieces(sync.colors)] }
}
