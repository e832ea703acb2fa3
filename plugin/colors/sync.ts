import { ChannelError, type Job } from '../../shared/channel.ts'
import {
  DEFAULT_SYNC_OPTIONS,
  type ColorSync,
  type Decisions,
  type PlannedColor,
  type Progress,
  type SyncPlan,
  type SyncReport,
} from '../../shared/protocol.ts'
import { applyPlan, type StyleWriter } from './apply.ts'
import { readLastSync, writeLastSync } from './last-sync.ts'
import { planSync, type PlanRow } from './plan.ts'
import { readStyle } from './styles.ts'

/** The part of Figma that a sync of colors works on. */
export type ColorHost = StyleWriter &
  Pick<PluginAPI, 'editorType' | 'root' | 'getLocalPaintStylesAsync' | 'commitUndo'>

export interface ColorRoom {
  plan(sync: ColorSync): Promise<SyncPlan>
  /** Plans again on the file as it is now, and writes; one call at a time. */
  apply(sync: ColorSync & { decisions: Decisions }, job: Job<Progress>): Promise<SyncReport>
}

export function createColorRoom(figma: ColorHost): ColorRoom {
  let last: Promise<unknown> = Promise.resolve()
  return {
    plan: (sync) => plan(figma, sync),
    apply(sync, job) {
      // Two syncs that ran together would each create what the other is creating.
      const run = last.then(() => apply(figma, sync, job))
      last = run.catch(() => undefined)
      return run
    },
  }
}

async function plan(figma: ColorHost, sync: ColorSync): Promise<SyncPlan> {
  const { rows } = await read(figma, sync)
  return {
    rows: rows.map(toPlanned),
    options: sync.options ?? DEFAULT_SYNC_OPTIONS,
    lastSyncedAt: readLastSync(figma.root, sync.kit.id),
  }
}

async function apply(
  figma: ColorHost,
  sync: ColorSync & { decisions: Decisions },
  job: Job<Progress>,
): Promise<SyncReport> {
  const { rows, styles } = await read(figma, sync)
  const profile = figma.root.documentColorProfile
  // One sync is one undo step of its own, and none when there is nothing to write.
  const begin = (): void => figma.commitUndo()
  const applied = await applyPlan(figma, rows, styles, sync.decisions, profile, job, begin)
  if (applied.wrote) {
    try {
      writeLastSync(figma.root, sync.kit.id, new Date())
    } catch {
      // The colors are in the file: that their time is not noted must not hide the report.
    }
    figma.commitUndo()
  }
  return applied.report
}

async function read(
  figma: ColorHost,
  sync: ColorSync,
): Promise<{ rows: readonly PlanRow[]; styles: ReadonlyMap<string, PaintStyle> }> {
  if (figma.editorType !== 'figma') {
    throw new ChannelError({
      code: 'wrong-editor',
      message: 'Color styles exist in Figma Design only. Open a design file to sync colors.',
      details: `editorType is ${figma.editorType}`,
    })
  }
  const profile = figma.root.documentColorProfile
  const local = await figma.getLocalPaintStylesAsync()
  const styles = new Map<string, PaintStyle>()
  // A remote style throws when it is written.
  for (const style of local) if (!style.remote) styles.set(style.id, style)
  const rows = planSync(
    sync,
    [...styles.values()].map((style) => readStyle(style, profile)),
  )
  return { rows, styles }
}

function toPlanned({ key, outcome, before, after, reason }: PlanRow): PlannedColor {
  return { key, outcome, before, after, reason }
}
