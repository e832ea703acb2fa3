import type { Outcome, PlannedColor } from '../../shared/sync.ts'

/** How the rows of a review are sorted: by outcome, the copies of synced styles apart. */
export type ReviewKind = Exclude<RowKind, 'unchanged'>

export type RowKind = Outcome | 'copy'

export interface ReviewGroup {
  readonly kind: ReviewKind
  readonly label: string
  /** What it means where its name alone does not tell; else empty. */
  readonly hint: string
  readonly rows: readonly PlannedColor[]
}

const YOURS = 'Yours is kept unless you take Cliquify’s.'
const TICKED = 'They are made only where you tick them.'

/** In the order in which they are shown: first what a person is to decide. */
const GROUPS: readonly (readonly [kind: ReviewKind, label: string, hint: string])[] = [
  ['conflict', 'Conflict', `Changed on both sides since the last sync. ${YOURS}`],
  ['unproven', 'Link in doubt', `Linked to a color with neither its name nor its value. ${YOURS}`],
  ['edited', 'Edited in Figma', `Changed only in Figma since the last sync. ${YOURS}`],
  ['removed', 'Removed in Cliquify', 'They stay in the file unless you tick them.'],
  ['copy', 'Copies', 'A copy that you tick is deleted, and what uses it takes the original.'],
  ['create', 'New', 'What you untick is left out of this file for good.'],
  ['update', 'Changed', ''],
  ['rename', 'Renamed', ''],
  ['adopt', 'Linked', 'The file has these names already. They are linked, not made twice.'],
  ['deleted', 'Deleted here', TICKED],
  ['left-out', 'Left out', TICKED],
  ['skipped', 'Skipped', ''],
]

export function kindOf({ outcome, copyOf }: PlannedColor): RowKind {
  return copyOf === undefined ? outcome : 'copy'
}

/** The rows of a plan by what would happen to them; empty groups and unchanged rows are left out. */
export function groupRows(rows: readonly PlannedColor[]): readonly ReviewGroup[] {
  return GROUPS.map(([kind, label, hint]) => ({
    kind,
    label,
    hint,
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
