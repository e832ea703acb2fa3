import type { Decisions, PlannedColor, Reason, SyncReport } from '../../shared/sync.ts'
import { wantedKeys } from './decisions.ts'
import { reasonText } from './reason-texts.ts'

/** A color that a sync left as it was, and why. */
export interface LeftAlone {
  readonly key: string
  readonly name: string
  readonly reason: string
}

/** What a report has to tell beside its counts; what was kept had its reason in the review. */
export interface Summary {
  readonly failed: readonly LeftAlone[]
  readonly skipped: readonly LeftAlone[]
}

export function summaryOf(
  report: SyncReport,
  rows: readonly PlannedColor[],
  decisions: Decisions,
): Summary {
  const wanted = wantedKeys(decisions)
  return {
    failed: report.rows
      .filter(({ result }) => result === 'failed')
      .map(({ key, name, reason }) => ({ key, name, reason: textOf(reason) })),
    skipped: rows
      .filter(({ key, outcome }) => outcome === 'skipped' && !wanted.has(key))
      .map(({ key, before, after, reason }) => ({
        ...{ key, name: before?.name ?? after?.name ?? key },
        reason: textOf(reason),
      })),
  }
}

export function isEmpty({ failed, skipped }: Summary): boolean {
  return failed.length + skipped.length === 0
}

function textOf(reason: Reason | null): string {
  return reason === null ? 'Sync again to retry.' : reasonText(reason)
}
