import { sameColor } from '../../shared/color.ts'
import type { Job } from '../../shared/channel.ts'
import type { Decisions, Progress, SyncedColor, SyncReport } from '../../shared/protocol.ts'
import { createPace } from '../pace.ts'
import type { PlanRow } from './plan.ts'
import { toPaints, writeLink, type ColorProfile } from './styles.ts'

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

export type StyleWriter = Pick<PluginAPI, 'createPaintStyle'>

/**
 * Writes what the plan and the decisions ask for, one complete and linked style after the other.
 * `begin` is called before the first write, and only when there is one.
 */
export async function applyPlan(
  figma: StyleWriter,
  rows: readonly PlanRow[],
  styles: ReadonlyMap<string, PaintStyle>,
  decisions: Decisions,
  profile: ColorProfile,
  job: Job<Progress>,
  begin: () => void,
): Promise<Applied> {
  const steps = stepsOf(rows, decisions)
  const pace = createPace()
  const reported: SyncedColor[] = []
  let cancelled = job.cancelled

  for (const [done, { row, result }] of steps.entries()) {
    if (pace.step()) {
      job.progress({ done, total: steps.length })
      await pace.rest()
      cancelled = job.cancelled
    }
    if (cancelled) break
    if (done === 0) begin()
    const name = (row.after ?? row.before)?.name ?? ''
    try {
      write(figma, row, styles, profile)
      reported.push({ key: row.key, name, result, reason: null })
    } catch {
      const reason = 'Figma did not accept this change. Sync again, or change the style by hand.'
      reported.push({ key: row.key, name, result: 'failed', reason })
    }
  }
  const unchanged = rows.filter(({ outcome }) => outcome === 'unchanged').length
  const skipped = rows.filter(({ outcome }) => outcome === 'skipped').length
  return {
    report: {
      rows: reported,
      unchanged,
      kept: rows.length - steps.length - unchanged - skipped,
      cancelled,
    },
    wrote: reported.some(({ result }) => result !== 'failed'),
  }
}

function stepsOf(rows: readonly PlanRow[], decisions: Decisions): readonly Step[] {
  const take = new Set(decisions.take)
  const remove = new Set(decisions.remove)
  const steps: Step[] = []
  for (const row of rows) {
    const result = resultOf(row, take.has(row.key), remove.has(row.key))
    if (result !== null) steps.push({ row, result })
  }
  return steps
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
      return changesValue(row) ? 'updated' : 'renamed'
    case 'removed':
      return removed ? 'removed' : null
    case 'unchanged':
    case 'skipped':
      return null
  }
}

function changesValue({ before, after }: PlanRow): boolean {
  const wanted = after?.value ?? null
  if (before === null || wanted === null) return false
  return before.value === null || !sameColor(before.value, wanted)
}

/** Throws with the file as it was before the row. */
function write(
  figma: StyleWriter,
  row: PlanRow,
  styles: ReadonlyMap<string, PaintStyle>,
  profile: ColorProfile,
): void {
  const style = row.styleId === null ? undefined : styles.get(row.styleId)
  if (row.outcome === 'create') create(figma, row, profile)
  else if (style === undefined) throw new Error(`style ${String(row.styleId)} is gone`)
  else if (row.outcome === 'removed') style.remove()
  else change(style, row, profile)
}

function create(figma: StyleWriter, { link }: PlanRow, profile: ColorProfile): void {
  if (link === null) return
  const style = figma.createPaintStyle()
  try {
    style.name = link.name
    style.paints = toPaints(link.value, profile)
    writeLink(style, link)
  } catch (error) {
    style.remove()
    throw error
  }
}

function change(style: PaintStyle, row: PlanRow, profile: ColorProfile): void {
  const { link } = row
  if (link === null) return
  const { name, paints } = style
  const repaint = changesValue(row)
  try {
    if (name !== link.name) style.name = link.name
    if (repaint) style.paints = toPaints(link.value, profile)
    writeLink(style, link)
  } catch (error) {
    if (style.name !== name) style.name = name
    if (repaint) style.paints = paints
    throw error
  }
}
