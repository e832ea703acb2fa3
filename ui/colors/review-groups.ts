import type { Outcome, PlannedColor } from '../../shared/protocol.ts'

export interface ReviewGroup {
  readonly outcome: Exclude<Outcome, 'unchanged'>
  readonly label: string
  readonly rows: readonly PlannedColor[]
}

const LABELS: Record<ReviewGroup['outcome'], string> = {
  create: 'New',
  update: 'Changed',
  rename: 'Renamed',
  adopt: 'Linked',
  edited: 'Edited in Figma',
  conflict: 'Conflict',
  removed: 'Removed in Cliquify',
  skipped: 'Skipped',
}

const ORDER = [
  'create',
  'update',
  'rename',
  'adopt',
  'edited',
  'conflict',
  'removed',
  'skipped',
] as const

/** The rows of a plan by what would happen to them; empty groups and unchanged rows are left out. */
export function groupRows(rows: readonly PlannedColor[]): readonly ReviewGroup[] {
  return ORDER.map((outcome) => ({
    outcome,
    label: LABELS[outcome],
    rows: rows.filter((row) => row.outcome === outcome),
  })).filter((group) => group.rows.length > 0)
}

/** Whether Cliquify has something that the file does not have yet. */
export function hasNews(rows: readonly PlannedColor[]): boolean {
  return rows.some(({ outcome }) => NEWS.has(outcome))
}

const NEWS: ReadonlySet<Outcome> = new Set(['create', 'update', 'rename', 'adopt', 'conflict'])

/** Whether the plan can write anything, by itself or by a person's decision. */
export function canApply(rows: readonly PlannedColor[]): boolean {
  return rows.some(({ outcome }) => outcome !== 'unchanged' && outcome !== 'skipped')
}
