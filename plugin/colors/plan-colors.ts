import type { ColorSync, Outcome, PlannedColor, SyncTarget } from '../../shared/protocol.ts'
import type { Steps } from '../pace.ts'
import type { FileItems } from './file-items.ts'
import { identifyColors } from './identity.ts'
import { planItems, type PlanPart } from './plan.ts'

/** A row of the plan: one color, with what happens to its variable and to its style. */
export interface PlanRow extends PlannedColor {
  readonly variable: PlanPart | null
  readonly style: PlanPart | null
}

export interface ColorItems {
  readonly styles: FileItems
  readonly variables: FileItems
}

const BINDS = 'Its style is bound to its variable.'

/** The plan for whatever the sync is to write: one row a color, also where it is both. */
export function* planColors(
  sync: ColorSync,
  target: SyncTarget,
  { styles, variables }: ColorItems,
): Steps<PlanRow[]> {
  const colors = yield* identifyColors(sync.colors)
  if (target !== 'both') {
    const parts =
      target === 'styles'
        ? yield* planItems(sync, colors, styles, 'style')
        : yield* planItems(sync, colors, variables, 'variable')
    const rows: PlanRow[] = []
    for (const part of parts) {
      rows.push(alone(part))
      yield
    }
    return rows
  }
  const ofStyles = yield* planItems(sync, colors, styles, 'style')
  // A person decides about both halves at once, so that the variable may stay as it is.
  const held = new Set<string>()
  for (const { outcome, identity } of ofStyles) {
    if (KEPT.has(outcome)) held.add(identity)
    yield
  }
  // QuickJS cannot loop over what `yield*` gives without a name for it.
  const ofVariables = yield* planItems(sync, colors, variables, 'variable', held)
  const partners = new Map<string, PlanPart>()
  for (const part of ofVariables) {
    const key = partnerKey(part)
    if (!partners.has(key)) partners.set(key, part)
    yield
  }
  const boundTo = new Map<string, string | undefined>()
  for (const style of styles.items) {
    boundTo.set(style.id, style.boundTo)
    yield
  }
  const paired = new Set<PlanPart>()
  const rows: PlanRow[] = []
  for (const style of ofStyles) {
    const variable = partners.get(partnerKey(style))
    if (variable === undefined || paired.has(variable)) rows.push(alone(style))
    else {
      paired.add(variable)
      rows.push(together(variable, style, boundTo.get(style.itemId ?? '')))
    }
    yield
  }
  for (const variable of ofVariables) {
    if (!paired.has(variable)) rows.push(alone(variable))
    yield
  }
  return rows
}

/** Style and variable of one color share a row; copies have one each, and so do second orphans. */
function partnerKey({ outcome, identity, key, after }: PlanPart): string {
  return after === null && outcome === 'removed' ? `removed:${identity}` : key
}

function alone(part: PlanPart): PlanRow {
  const [variable, style] = part.kind === 'variable' ? [part, null] : [null, part]
  return { ...rowOf(part), variable, style }
}

function together(variable: PlanPart, style: PlanPart, boundTo: string | undefined): PlanRow {
  const bind =
    style.outcome === 'unchanged' && variable.outcome !== 'skipped' && boundTo !== variable.itemId
  const written: PlanPart = bind ? { ...style, outcome: 'update', reason: BINDS } : style
  // A style is bound to a variable that a person changed only where Cliquify's side is taken.
  const told = KEPT.has(variable.outcome) ? style : written
  const { before, after } = changesAlone(variable, style) ? variable : style
  return {
    ...rowOf(style),
    before: before ?? variable.before,
    after,
    outcome: outcomeOfBoth(variable.outcome, told.outcome),
    reason: told.reason ?? variable.reason,
    variable,
    style: written,
  }
}

/** Whether it is only the variable that is not as Cliquify has it. */
function changesAlone(variable: PlanPart, style: PlanPart): boolean {
  const differs = variable.before !== null && !QUIET.has(variable.outcome)
  return differs && style.outcome === 'unchanged'
}

function rowOf({ key, outcome, before, after, reason, copyOf }: PlanPart): PlannedColor {
  const row = { key, outcome, before, after, reason }
  return copyOf === undefined ? row : { ...row, copyOf }
}

const QUIET: ReadonlySet<Outcome> = new Set(['unchanged', 'skipped'])

const KEPT: ReadonlySet<Outcome> = new Set(['edited', 'conflict'])

/** What people decide about, they decide for both; else what happens to either, happens. */
function outcomeOfBoth(variable: Outcome, style: Outcome): Outcome {
  if (variable === style) return style
  const either = (outcome: Outcome): boolean => variable === outcome || style === outcome
  if (either('conflict')) return 'conflict'
  if (either('edited')) return either('update') || either('rename') ? 'conflict' : 'edited'
  if (variable === 'skipped') return style
  // There is no style of this color then, which a person should go on being told.
  if (style === 'skipped') return variable === 'unchanged' ? 'skipped' : variable
  if (either('adopt')) return either('unchanged') || either('create') ? 'adopt' : 'update'
  if (either('rename') && either('unchanged')) return 'rename'
  return 'update'
}
