import type { Decisions, Outcome, PlannedColor, Reason, SyncReport } from '../../shared/sync.ts'
import { reasonText } from './reason-texts.ts'

/** A color that a sync left as it was, and why. */
export interface LeftAlone {
  readonly key: string
  readonly name: string
  readonly reason: string
}

/** What a report has to tell beside its counts. */
export interface Summary {
  readonly failed: readonly LeftAlone[]
  readonly skipped: readonly LeftAlone[]
  readonly kept: readonly LeftAlone[]
}

const AGAIN = 'Sync again to retry.'
const UNSYNCED = 'It cannot be synced.'

const KEPT: Partial<Record<Outcome, string>> = {
  edited: 'Edited in Figma.',
  conflict: 'Changed on both sides; yours is kept.',
  unproven: 'Its link to Cliquify is in doubt; yours is kept.',
  removed: 'Removed in Cliquify.',
}

export function summaryOf(
  report: SyncReport,
  rows: readonly PlannedColor[],
  decisions: Decisions,
): Summary {
  const decided = new Set([...decisions.take, ...decisions.remove, ...decisions.merge])
  return {
    failed: failedOf(report.rows),
    skipped: rows
      .filter(({ key, outcome }) => outcome === 'skipped' && !decided.has(key))
      .map((row) => leave(row, row.reason === null ? UNSYNCED : reasonText(row.reason))),
    kept: rows.flatMap((row) => {
      const why = KEPT[row.outcome]
      return why === undefined || decided.has(row.key) ? [] : [leave(row, why)]
    }),
  }
}

export function isEmpty({ failed, skipped, kept }: Summary): boolean {
  return failed.length + skipped.length + kept.length === 0
}

function failedOf(
  rows: readonly { key: string; name: string; result: string; reason: Reason | null }[],
): readonly LeftAlone[] {
  return rows
    .filter(({ result }) => result === 'failed')
    .map(({ key, name, reason }) => ({
      key,
      name,
      reason: reason === null ? AGAIN : reasonText(reason),
    }))
}

function leave({ key, before, after }: PlannedColor, reason: string): LeftAlone {
  return { key, name: before?.name ?? after?.name ?? key, reason }
}
