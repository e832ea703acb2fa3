import type { Outcome, PlannedColor } from '../../shared/sync.ts'

/** How the rows of a review are sorted: by outcome, the copies of synced styles apart. */
export type ReviewKind = Exclude<Outcome, 'unchanged'> | 'copy'

export interface ReviewGroup {
  readonly kind: ReviewKind
  readonly label: string
  readonly rows: readonly PlannedColor[]
}

/** In the order in which they are shown. */
const LABELS: readonly (readonly [ReviewKind, string])[] = [
  ['create', 'New'],
  ['update', 'Changed'],
  ['rename', 'Renamed'],
  ['adopt', 'Linked'],
  ['edited', 'Edited in Figma'],
  ['conflict', 'Conflict'],
  ['unproven', 'Link in doubt'],
  ['deleted', 'Deleted here'],
  ['left-out', 'Left out'],
  ['removed', 'Removed in Cliquify'],
  ['copy', 'Copies'],
  ['skipped', 'Skipped'],
]

/** The rows of a plan by what would happen to them; empty groups and unchanged rows are left out. */
export function groupRows(rows: readonly PlannedColor[]): readonly ReviewGroup[] {
  const kindOf = ({ outcome, copyOf }: PlannedColor) => (copyOf === undefined ? outcome : 'copy')
  return LABELS.map(([kind, label]) => ({
    kind,
    label,
    rows: rows.filter((row) => kindOf(row) === kind),
  })).filter((group) => group.rows.length > 0)
}

/** Whether Cliquify has something that the file does not have yet. */
export function hasNews(rows: readonly PlannedColor[]): boolean {
  return rows.some(({ outcome }) => NEWS.has(outcome))
}

const NEWS: ReadonlySet<Outcome> = new Set([
  'create',
  'update',
  'rename',
  'adopt',
  'conflict',
  'unproven',
])

/** Whether the plan can write anything, by itself or by a person's decision. */
export function canApply(rows: readonly PlannedColor[]): boolean {
  return rows.some(({ outcome }) => outcome !== 'unchanged' && outcome !== 'skipped')
}
