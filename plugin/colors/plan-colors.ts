import type { KitRef, Outcome, PlannedColor, SyncOptions } from '../../shared/protocol.ts'
import { drain, type Steps } from '../pace.ts'
import type { FileItems } from './file-items.ts'
import type { Identified } from './identity.ts'
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

/**
 * The plan for whatever the sync is to write: one row a color, also where it is both. Each row is
 * made when it is asked for, and nothing holds on to it then: thousands of them are a burden.
 */
export function* planColors(
  kit: KitRef,
  options: SyncOptions,
  colors: Identified,
  { styles, variables }: ColorItems,
): Steps<Iterable<PlanRow>> {
  const { target } = options
  if (target === 'variables') {
    return eachAlone(yield* planItems(kit, options, colors, variables, 'variable'))
  }
  const ofStyles = yield* planItems(kit, options, colors, styles, 'style')
  if (target === 'styles') return eachAlone(ofStyles)
  // A person decides about both halves at once, so that the variable may stay as it is.
  const held = new Set<string>()
  for (const { outcome, identity } of ofStyles) {
    if (KEPT.has(outcome)) held.add(identity)
    yield
  }
  // QuickJS cannot loop over what `yield*` gives without a name for it.
  const ofVariables = yield* planItems(kit, options, colors, variables, 'variable', held)
  const partners = new Map<string, PlanPart>()
  for (const part of drain(ofVariables)) {
    const key = partnerKey(part)
    // Second orphans of one color have rows of their own.
    partners.set(partners.has(key) ? part.key : key, part)
    yield
  }
  return paired(ofStyles, partners)
}

function* eachAlone(parts: PlanPart[]): Iterable<PlanRow> {
  for (const part of drain(parts)) yield alone(part)
}

/** `variables`: by their partner keys. */
function* paired(styles: PlanPart[], variables: Map<string, PlanPart>): Iterable<PlanRow> {
  for (const style of drain(styles)) {
    const key = partnerKey(style)
    const variable = variables.get(key)
    variables.delete(key)
    yield variable === undefined ? alone(style) : together(variable, style)
  }
  for (const variable of variables.values()) yield alone(variable)
}

/** Style and variable of one color share a row; copies have one each. */
function partnerKey({ outcome, identity, key, after }: PlanPart): string {
  return after === null && outcome === 'removed' ? `removed:${identity}` : key
}

function alone(part: PlanPart): PlanRow {
  const [variable, style] = part.kind === 'variable' ? [part, null] : [null, part]
  return { ...rowOf(part), variable, style }
}

function together(variable: PlanPart, style: PlanPart): PlanRow {
  const isBound = variable.before !== null && style.before?.boundTo === variable.before.id
  const bind = style.outcome === 'unchanged' && variable.outcome !== 'skipped' && !isBound
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
