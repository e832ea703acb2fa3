import type { Decisions, TeamLibrary, Outcome, PlannedColor } from '../../shared/sync.ts'
import { kindOf, type RowKind } from './review-groups.ts'

/** The safe default: keep what the file has, delete nothing. */
export const NOTHING_DECIDED: Decisions = { take: [], remove: [], leaveOut: [], merge: [] }

/** The keys with or without these. */
export function withKeys(
  keys: readonly string[],
  some: readonly string[],
  wanted: boolean,
): readonly string[] {
  const changed = new Set(some)
  const others = keys.filter((key) => !changed.has(key))
  return wanted ? [...others, ...some] : others
}

/** Outcomes for which Cliquify's side is taken only where a person says so. */
export const ASKED: ReadonlySet<RowKind> = new Set(['edited', 'conflict', 'unproven'])

/** What a box at a row decides: whether it is made, deleted or merged; null where it has none. */
export function decisionOf(kind: RowKind): keyof Decisions | null {
  if (kind === 'copy') return 'merge'
  if (kind === 'create') return 'leaveOut'
  if (kind === 'removed') return 'remove'
  return kind === 'deleted' || kind === 'left-out' ? 'take' : null
}

/** The keys of the rows that a person wants written. */
export function wantedKeys({ take, remove, merge }: Decisions): ReadonlySet<string> {
  return new Set([...take, ...remove, ...merge])
}

const BY_ITSELF: ReadonlySet<Outcome> = new Set(['create', 'update', 'rename', 'adopt'])

/** How many colors would be written, or left out, as things are decided now. */
export function changeCount(rows: readonly PlannedColor[], decisions: Decisions): number {
  const wanted = wantedKeys(decisions)
  return rows.filter(({ key, outcome }) => BY_ITSELF.has(outcome) || wanted.has(key)).length
}

/**
 * Whether a person has to look at it before anything is written: a first sync, a choice to make,
 * copies to merge, or something that this plugin has not made and would change, adopted or not; after
 * a merge also what is new, as it may have been deleted. What is skipped for good leaves no choice.
 */
export function needsPerson(plan: {
  readonly rows: readonly PlannedColor[]
  readonly lastSyncedAt: string | null
  readonly isMerged?: boolean
  readonly library?: TeamLibrary | null
}): boolean {
  const asked: readonly RowKind[] = [...ASKED, 'adopt', 'removed', 'copy']
  return (
    plan.lastSyncedAt === null ||
    plan.rows.map(kindOf).some((kind) => {
      const isDoubted = kind === 'create' && (plan.isMerged === true || plan.library != null)
      return isDoubted || asked.includes(kind)
    })
  )
}
