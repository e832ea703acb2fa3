import type { Job } from '../../shared/channel.ts'
import type { Progress } from '../../shared/progress.ts'
import type { Decisions, Outcome, SyncedColor } from '../../shared/sync.ts'
import { isViewOnly } from '../refusal-texts.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { sameAppearance } from './appearance.ts'
import { isAbsent, QUIET, type PlanRow } from './plan.ts'
import type { PlannedItem } from './plan-items.ts'
import type { RowWriter } from './row-writer.ts'
import { reasonOf } from './write-error.ts'

type Result = Exclude<SyncedColor['result'], 'failed'>

/** A row that is to be written, and what the report will call it. */
export interface ApplyStep {
  readonly row: PlanRow
  readonly result: Result
}

export interface DecidedRows {
  readonly steps: readonly ApplyStep[]
  /** New ones that are left out for good. */
  readonly leftOut: readonly PlanRow[]
  readonly unchanged: number
  /** What people keep as it is. */
  readonly kept: number
}

/** What is to be written as things are decided. */
export function decide(rows: readonly PlanRow[], decisions: Decisions): DecidedRows {
  const take = new Set(decisions.take)
  const remove = new Set(decisions.remove)
  const leaveOut = new Set(decisions.leaveOut)
  const steps: ApplyStep[] = []
  const leftOut: PlanRow[] = []
  let unchanged = 0
  let kept = 0
  for (const row of rows) {
    if (row.outcome === 'create' && leaveOut.has(row.key)) {
      leftOut.push(row)
      continue
    }
    const result = resultOf(row, take.has(row.key), remove.has(row.key))
    const isLinked = row.outcome === 'create' && result === 'adopted'
    if (result) steps.push({ row: withItems(row, isLinked ? adopt : make), result })
    else if (row.outcome === 'unchanged') unchanged++
    else if (row.outcome !== 'skipped' && row.outcome !== 'left-out') kept++
  }
  return { steps, leftOut, unchanged, kept }
}

function withItems(row: PlanRow, as: (item: PlannedItem) => PlannedItem): PlanRow {
  const { style, variable } = row
  return { ...row, style: style && as(style), variable: variable && as(variable) }
}

/** What is wanted again, as something new. */
function make(item: PlannedItem): PlannedItem {
  return isAbsent(item.outcome) ? { ...item, outcome: 'create' } : item
}

/** What looks the same in the place of something new. */
function adopt(item: PlannedItem): PlannedItem {
  return item.alike ? { ...item, outcome: 'adopt', before: item.alike } : item
}

/** What is written though nobody was asked. */
const UNASKED: Partial<Record<Outcome, Result>> = {
  create: 'created',
  update: 'updated',
  rename: 'renamed',
  adopt: 'adopted',
}

function resultOf(row: PlanRow, taken: boolean, removed: boolean): Result | null {
  const { outcome, before, after } = row
  if (outcome === 'removed') return removed ? 'removed' : null
  if (outcome === 'create' && taken && row.alike) return 'adopted'
  const unasked = UNASKED[outcome] ?? null
  if (unasked || !taken || QUIET.has(outcome)) return unasked
  if (isAbsent(outcome)) return 'created'
  return before && after && !sameAppearance(before, after) ? 'updated' : 'renamed'
}

/** Writes one complete and linked color after the other, until it is cancelled. */
export async function writeSteps(
  steps: readonly ApplyStep[],
  writer: RowWriter,
  job: Job<Progress>,
): Promise<{ readonly rows: readonly SyncedColor[]; readonly cancelled: boolean }> {
  const waiting = new Set(steps)
  const byVariable = new Map(steps.map((step) => [step.row.variable?.before?.id, step]))
  const rows: SyncedColor[] = []
  for (const step of waiting) {
    if (await yieldIfDue()) job.progress({ done: rows.length, total: steps.length })
    if (job.cancelled) return { rows, cancelled: true }
    let next: ApplyStep | undefined = step
    while (next && waiting.delete(next)) {
      rows.push(tryToWrite(writer, next, rows.length === 0))
      // One that gave up its name to another has none of its own until it was written.
      next = byVariable.get(writer.displaced() ?? '')
    }
  }
  return { rows, cancelled: false }
}

function tryToWrite(writer: RowWriter, { row, result }: ApplyStep, isFirst: boolean): SyncedColor {
  const name = (row.after ?? row.before)?.name ?? ''
  const written: SyncedColor = { key: row.key, name, result, reason: null }
  try {
    writer.write(row)
    return written
  } catch (error) {
    if (isFirst && isViewOnly(error)) throw error
    return { ...written, result: 'failed', reason: reasonOf(error, name) }
  }
}
