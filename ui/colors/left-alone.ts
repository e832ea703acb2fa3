import type { Skipped } from '../../shared/brand.ts'
import type { Decisions, PlannedColor, Reason, SyncReport } from '../../shared/sync.ts'
import { leafName } from './color-texts.ts'
import { wantedKeys } from './decisions.ts'
import { reasonText } from './reason-texts.ts'

/** Colors that a report has to tell beside its counts; what was kept had its reason in the review. */
export interface Summary {
  readonly failed: readonly Skipped[]
  readonly skipped: readonly Skipped[]
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
      .map(({ name, reason }) => left(name, reason)),
    skipped: rows
      .filter(({ key, outcome }) => outcome === 'skipped' && !wanted.has(key))
      .map(({ key, before, after, reason }) => left(before?.name ?? after?.name ?? key, reason)),
  }
}

export function isEmpty({ failed, skipped }: Summary): boolean {
  return failed.length + skipped.length === 0
}

function left(name: string, reason: Reason | null): Skipped {
  const why = reason === null ? 'Sync again to retry.' : reasonText(reason)
  return { name: leafName(name), reason: why }
}
