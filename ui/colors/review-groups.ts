import type { Outcome, PlannedColor } from '../../shared/sync.ts'

/** How the rows of a review are sorted: by outcome, the copies of synced styles apart. */
export type ReviewKind = Exclude<RowKind, 'unchanged'>

export type RowKind = Outcome | 'copy'

export interface ReviewGroup {
  readonly kind: ReviewKind
  readonly label: string
  readonly rows: readonly PlannedColor[]
}

/** In the order in which they are shown: first what a person is to decide. */
const LABELS: readonly (readonly [ReviewKind, string])[] = [
  ['conflict', 'Conflict'],
  ['unproven', 'Link in doubt'],
  ['edited', 'Edited in Figma'],
  ['removed', 'Removed in Cliquify'],
  ['copy', 'Copies'],
  ['create', 'New'],
  ['update', 'Changed'],
  ['rename', 'Renamed'],
  ['adopt', 'Linked'],
  ['deleted', 'Deleted here'],
  ['left-out', 'Left out'],
  ['skipped', 'Skipped'],
]

export function kindOf({ outcome, copyOf }: PlannedColor): RowKind {
  return copyOf === undefined ? outcome : 'copy'
}

/** The rows of a plan by what would happen to them; empty groups and unchanged rows are left out. */
export function groupRows(rows: readonly PlannedColor[]): readonly ReviewGroup[] {
  return LABELS.map(([kind, label]) => ({
    kind,
    label,
    rows: rows.filter((row) => kindOf(row) === kind),
  })).filter((group) => group.rows.length > 0)
}

/** Whether Cliquify has something that the file does not have yet, or the file has something twice. */
export function hasNews(rows: readonly PlannedColor[]): boolean {
  return rows.some((row) => NEWS.has(kindOf(row)))
}

const NEWS: ReadonlySet<RowKind> = new Set([
  'copy',
  'create',
  'update',
  'rename',
  'adopt',
  'conflict',
  'unproven',
])

/** Whether the plan can write anything, by itself or by a person's decision. */
export function canApply(rows: readonly PlannedColor[]): boolean {
  return rows.map(kindOf).some((kind) => kind !== 'unchanged' && kind !== 'skipped')
}
