import type { ItemKind } from '../../shared/color-name.ts'
import { type Job } from '../../shared/channel.ts'
import type { KitRef } from '../../shared/brand.ts'
import type { Progress } from '../../shared/progress.ts'
import type {
  ColorApply,
  SyncRequest,
  PlannedColor,
  SyncPlan,
  SyncedColor,
  SyncOptions,
  SyncReport,
  SyncTarget,
  ToPublish,
} from '../../shared/sync.ts'
import type { Libraries } from '../libraries/libraries.ts'
import { ifAble } from '../if-able.ts'
import { refused } from '../refused.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { noteLeftOut, noteSynced } from './absent-colors.ts'
import { stateOf } from './appearance.ts'
import { decide, writeSteps } from './apply.ts'
import { writeLastSync } from './last-sync.ts'
import { mergeCopies } from './merge-copies.ts'
import type { MoveHost } from './move-uses.ts'
import { removeNewCopies, type Created } from './new-copies.ts'
import type { PlanRow } from './plan.ts'
import { planNow } from './plan-now.ts'
import type { ColorReader } from './read-file.ts'
import { createRowWriter } from './row-writer.ts'
import type { StyleHost } from './style-writer.ts'

/** The part of Figma that a sync of colors works on. */
export type ColorHost = StyleHost &
  ColorReader &
  MoveHost &
  Pick<PluginAPI, 'commitUndo' | 'saveVersionHistoryAsync'>

/** What a sync is to know of the team's libraries. */
export interface SyncLibraries extends Pick<Libraries, 'of'> {
  /** Told once a sync has written; null where the file is no library. */
  toPublish(kit: KitRef, options: SyncOptions, removed: number): Promise<ToPublish | null>
}

/** What a sync would do. */
export async function planSync(
  figma: ColorHost,
  libraries: SyncLibraries,
  sync: SyncRequest,
): Promise<SyncPlan> {
  const { rows, file, lastSyncedAt, isMerged } = await planNow(figma, sync)
  const planned = rows.map(plannedColor)
  await yieldIfDue()
  const library = await libraries.of(sync.kit, sync.colors).catch(() => null)
  return {
    ...{ rows: planned, options: file.options, lastSyncedAt, isMerged, library },
  }
}

/** Plans again on the file as it is now, and writes. */
export async function applySync(
  figma: ColorHost,
  libraries: SyncLibraries,
  sync: ColorApply,
  job: Job<Progress>,
): Promise<SyncReport> {
  const { kit, decisions, only, saveVersion } = sync
  const { rows, identities, file, lastSyncedAt, isMerged } = await planNow(figma, sync)
  const wanted = only === undefined ? null : identities[only]
  const { steps, leftOut, unchanged, kept } = decide(
    wanted === null ? rows : rows.filter(({ identity }) => identity === wanted),
    decisions,
  )
  const { cancelled } = job
  const isIdle = steps.length + leftOut.length + decisions.merge.length === 0
  if (cancelled || (isIdle && !isMerged)) return { rows: [], unchanged, kept, cancelled }

  if (saveVersion && !isIdle) {
    try {
      await figma.saveVersionHistoryAsync(`Before syncing ${kit.name} from Cliquify`)
      ifAble(() => figma.commitUndo())
    } catch (error) {
      throw refused('version', '', error)
    }
  }
  const created: Created = { styles: new Set(), variables: new Set(), collection: null }
  const toWrite = steps.map(({ row }) => row)
  const writer = await createRowWriter(figma, kit, file, toWrite, created, rows)
  if (leftOut.length > 0)
    noteLeftOut(
      figma.root,
      kit.id,
      leftOut.map(({ identity }) => identity),
    )
  const written = await writeSteps(steps, writer, job)
  // One that was made for nothing.
  if (created.variables.size === 0) ifAble(() => created.collection?.remove())
  const merged =
    decisions.merge.length > 0 && !written.cancelled
      ? await mergeCopies(figma, kit, file.options, decisions.merge, job).catch(() => ({
          rows: rows.flatMap((row) => (decisions.merge.includes(row.key) ? notMerged(row) : [])),
          cancelled: false,
        }))
      : { rows: [], cancelled: written.cancelled }
  const report = [...written.rows, ...leftOut.map(reportLeftOut), ...merged.rows]
  if (isIdle || report.some(({ result }) => result !== 'failed')) {
    try {
      await removeNewCopies(figma, kit, file.options, created)
      // One color alone is no sync of the kit, of which nobody has seen the rest yet.
      if (wanted === null || lastSyncedAt !== null) {
        writeLastSync(figma.root, kit, new Date(), file.options)
      }
      const done = new Set(
        written.rows.flatMap(({ key, result }) => (result === 'failed' ? [] : key)),
      )
      noteSynced(figma.root, kit.id, {
        inFile: inFileNow(rows, done),
        broughtBack: rows.flatMap(({ outcome, key, identity }) =>
          outcome === 'left-out' && done.has(key) ? identity : [],
        ),
        known: identities.flatMap((id) => id ?? []),
      })
    } catch {
      // The colors are in the file: that their time is not noted must not hide the report.
    }
  }
  const removed = report.filter(({ result }) => result === 'removed').length
  const toPublish = await libraries.toPublish(kit, file.options, removed).catch(() => null)
  return { ...merged, rows: report, unchanged, kept, toPublish }
}

/** The colors that the file has once a sync is over; `done`: keys of the rows that went well. */
function inFileNow(
  rows: readonly PlanRow[],
  done: ReadonlySet<string>,
): Record<ItemKind, readonly string[]> {
  const identitiesOf = (kind: ItemKind): readonly string[] =>
    rows.flatMap((row) => {
      const item = row[kind]
      if (!item) return []
      const isDone = done.has(row.key) && item.outcome !== 'skipped'
      const isThere = item.outcome === 'removed' ? !isDone : isDone || item.before?.link != null
      return isThere ? [item.identity] : []
    })
  return { style: identitiesOf('style'), variable: identitiesOf('variable') }
}

/** What Figma does not let us look through stays as it is. */
function notMerged({ key, before }: PlanRow): SyncedColor {
  return { key, name: before?.name ?? '', result: 'failed', reason: { kind: 'not-merged' } }
}

function reportLeftOut({ key, after }: PlanRow): SyncedColor {
  return { key, name: after?.name ?? '', result: 'left-out', reason: null }
}

/** What crosses to the window. */
function plannedColor(row: PlanRow): PlannedColor {
  const { key, outcome, before, after, reason, copyOf, alike } = row
  return {
    ...{ key, outcome, reason, copyOf },
    before: before && stateOf(before),
    after: after && stateOf(after),
    alike: outcome === 'create' ? alike && { name: alike.name } : undefined,
    deletes: outcome === 'removed' ? itemsIn(row) : undefined,
  }
}

function itemsIn({ style, variable }: PlanRow): SyncTarget {
  if (!style) return 'variables'
  return variable ? 'both' : 'styles'
}
