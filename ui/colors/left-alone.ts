import type { Decisions, Outcome, PlannedColor, Reason, SyncReport } from '../../shared/sync.ts'
import { wantedKeys } from './decisions.ts'
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
  const wanted = wantedKeys(decisions)
  const left = rows.filter(({ key }) => !wanted.has(key))
  return {
    failed: report.rows
      .filter(({ result }) => result === 'failed')
      .map(({ key, name, reason }) => ({ key, name, reason: textOf(reason) })),
    skipped: left
      .filter(({ outcome }) => outcome === 'skipped')
      .map((row) => leave(row, textOf(row.reason))),
    kept: left.flatMap((row) => {
      const why = KEPT[row.outcome]
      return why === undefined ? [] : [leave(row, why)]
    }),
  }
}

export function isEmpty({ failed, skipped, kept }: Summary): boolean {
  return failed.length + skipped.length + kept.length === 0
}

function textOf(reason: Reason | null): string {
  return reason === null ? 'Sync again to retry.' : reasonText(reason)
}

function leave({ key, before, after }: PlannedColor, reason: string): LeftAlone {
  return { key, name: before?.name ?? after?.name ?? key, reason }
}
