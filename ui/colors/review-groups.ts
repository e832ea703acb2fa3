import type { Decisions, Outcome, PlannedColor } from '../../shared/protocol.ts'

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

/** Whether a person has to look at the plan before anything is written, or may decide in it. */
export function needsReview(rows: readonly PlannedColor[]): boolean {
  return rows.some(({ outcome }) => outcome !== 'unchanged' && outcome !== 'skipped')
}

/** How many rows would be written with these decisions. */
export function countWrites(rows: readonly PlannedColor[], { take, remove }: Decisions): number {
  return rows.filter(({ key, outcome }) => {
    switch (outcome) {
      case 'create':
      case 'update':
      case 'rename':
      case 'adopt':
        return true
      case 'edited':
      case 'conflict':
        return take.includes(key)
      case 'removed':
        return remove.includes(key)
      case 'unchanged':
      case 'skipped':
        return false
    }
  }).length
}
