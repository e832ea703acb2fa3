import type { Job } from '../../shared/channel.ts'
import type { Decisions, Progress, SyncedColor, SyncReport } from '../../shared/protocol.ts'
import { createPace, inSlices, type Steps } from '../pace.ts'
import { sameLook } from './look.ts'
import type { PlanRow } from './plan-colors.ts'
import { reasonOf } from './write-error.ts'

type Result = Exclude<SyncedColor['result'], 'failed'>

/** A row that is to be written, and what the report will call it. */
interface Step {
  readonly row: PlanRow
  readonly result: Result
}

export interface Applied {
  readonly report: SyncReport
  readonly wrote: boolean
}

export interface RowWriter {
  /** Throws where a part could not be written; each part is then as it was, or complete. */
  write(row: PlanRow): void
  /** The id of an item whose row must be written next; null where any may. */
  takeDisplaced(): string | null
}

/**
 * Writes what the plan and the decisions ask for, one complete and linked color after the other;
 * it holds none of the other rows. `prepare` is called before the first write, with the rows
 * to be written, and only when there is one.
 */
export async function applyPlan(
  rows: Iterable<PlanRow>,
  decisions: Decisions,
  job: Job<Progress>,
  prepare: (rows: readonly PlanRow[]) => Promise<RowWriter>,
): Promise<Applied> {
  const { waiting, unchanged, kept } = await inSlices(sortOut(rows, decisions))
  const total = waiting.size
  const reported: SyncedColor[] = []
  let cancelled = job.cancelled
  if (total > 0 && !cancelled) {
    const writer = await prepare([...waiting].map(({ row }) => row))
    const pace = createPace()
    let stepOf: ReadonlyMap<string, Step> | null = null
    const displacedStep = (): Step | undefined => {
      const id = writer.takeDisplaced()
      if (id === null) return undefined
      stepOf ??= new Map([...waiting].flatMap((each) => itemIds(each).map((item) => [item, each])))
      const step = stepOf.get(id)
      return step !== undefined && waiting.has(step) ? step : undefined
    }
    const write = (step: Step): void => {
      waiting.delete(step)
      reported.push(tryToWrite(writer, step))
    }
    for (const step of waiting) {
      if (pace.step()) {
        job.progress({ done: reported.length, total })
        await pace.rest()
        cancelled = job.cancelled
      }
      if (cancelled) break
      write(step)
      // One that gave up its name to another has none of its own until it was written.
      for (let next = displacedStep(); next !== undefined; next = displacedStep()) write(next)
    }
  }
  return {
    report: { rows: reported, unchanged, kept, cancelled },
    wrote: reported.some(({ result }) => result !== 'failed'),
  }
}

function tryToWrite(writer: RowWriter, { row, result }: Step): SyncedColor {
  const name = (row.after ?? row.before)?.name ?? ''
  try {
    writer.write(row)
    return { key: row.key, name, result, reason: null }
  } catch (error) {
    return { key: row.key, name, result: 'failed', reason: reasonOf(error, name) }
  }
}

function itemIds({ row }: Step): readonly string[] {
  return [row.variable, row.style].flatMap((part) => part?.before?.id ?? [])
}

interface SortedOut {
  readonly waiting: Set<Step>
  readonly unchanged: number
  /** What people keep as it is. */
  readonly kept: number
}

function* sortOut(rows: Iterable<PlanRow>, decisions: Decisions): Steps<SortedOut> {
  const take = new Set(decisions.take)
  const remove = new Set(decisions.remove)
  const waiting = new Set<Step>()
  let unchanged = 0
  let kept = 0
  for (const row of rows) {
    const result = resultOf(row, take.has(row.key), remove.has(row.key))
    if (result !== null) waiting.add({ row, result })
    else if (row.outcome === 'unchanged') unchanged++
    else if (row.outcome !== 'skipped') kept++
    yield
  }
  return { waiting, unchanged, kept }
}

function resultOf(row: PlanRow, taken: boolean, removed: boolean): Result | null {
  switch (row.outcome) {
    case 'create':
      return 'created'
    case 'update':
      return 'updated'
    case 'rename':
      return 'renamed'
    case 'adopt':
      return 'adopted'
    case 'edited':
    case 'conflict':
      if (!taken) return null
      return changesLook(row) ? 'updated' : 'renamed'
    case 'removed':
      return removed ? 'removed' : null
    case 'unchanged':
    case 'skipped':
      return null
  }
}

function changesLook({ before, after }: PlanRow): boolean {
  return before !== null && after !== null && !sameLook(before, after)
}
