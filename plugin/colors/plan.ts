import type { KitRef } from '../../shared/brand.ts'
import type { Outcome, PlannedColor, SyncOptions } from '../../shared/sync.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import type { Absence } from './absent-colors.ts'
import type { FileItems } from './file-item.ts'
import type { Identified } from './identity.ts'
import { planItems, type PlannedItem } from './plan-items.ts'

/** A row of the plan: one color, with what happens to its variable and to its style. */
export interface PlanRow extends PlannedColor {
  /** The color's; empty where Cliquify lists it a second time. */
  readonly identity: string
  readonly variable: PlannedItem | null
  readonly style: PlannedItem | null
}

export interface ColorItems {
  readonly styles: FileItems
  readonly variables: FileItems
}

/** The plan for whatever the sync is to write: one row a color, also where it is both. */
export async function planColors(
  kit: KitRef,
  options: SyncOptions,
  colors: Identified,
  { styles, variables }: ColorItems,
): Promise<readonly PlanRow[]> {
  const { target } = options
  const ofStyles = target === 'variables' ? [] : await planItems(kit, options, colors, styles)
  // A person decides about both halves at once, so that the variable may stay as it is.
  const held = ofStyles.filter(({ outcome }) => KEPT.has(outcome)).map(({ identity }) => identity)
  const partners = new Map<string, PlannedItem>()
  const ofVariables =
    target === 'styles' ? [] : await planItems(kit, options, colors, variables, new Set(held))
  for (const variable of ofVariables) {
    const key = partnerKey(variable)
    // Second orphans of one color have rows of their own.
    partners.set(partners.has(key) ? variable.key : key, variable)
  }
  await yieldIfDue()
  const rows = ofStyles.map((style) => {
    const key = partnerKey(style)
    const variable = partners.get(key)
    partners.delete(key)
    return variable ? together(variable, style) : alone(style)
  })
  return [...rows, ...[...partners.values()].map(alone)]
}

/** Style and variable of one color share a row; copies have one each. */
function partnerKey({ outcome, identity, key, after }: PlannedItem): string {
  return !after && outcome === 'removed' ? `removed:${identity}` : key
}

function alone(item: PlannedItem): PlanRow {
  const [variable, style] = item.kind === 'variable' ? [item, null] : [null, item]
  return { ...item, variable, style }
}

function together(ofVariable: PlannedItem, ofStyle: PlannedItem): PlanRow {
  const variable = unlessAlone(ofVariable, ofStyle)
  const style = unlessAlone(ofStyle, ofVariable)
  const isBound = variable.before !== null && style.before?.boundTo === variable.before.id
  const bind = style.outcome === 'unchanged' && variable.outcome !== 'skipped' && !isBound
  const written: PlannedItem = bind
    ? { ...style, outcome: 'update', reason: { kind: 'binds' } }
    : style
  // A style is bound to a variable that a person changed only where Cliquify's side is taken.
  const told = KEPT.has(variable.outcome) ? style : written
  const { before, after } = changesAlone(variable, style) ? variable : style
  return {
    ...alone(style),
    before: before ?? variable.before,
    after,
    outcome: outcomeOfBoth(variable.outcome, told.outcome),
    reason: told.reason ?? variable.reason,
    variable,
    style: written,
  }
}

/** Whether it is only the variable that is not as Cliquify has it. */
function changesAlone(variable: PlannedItem, style: PlannedItem): boolean {
  const differs = variable.before !== null && !QUIET.has(variable.outcome)
  return differs && style.outcome === 'unchanged'
}

/** What is not there by a person's will holds up nothing that is to be done with the other half. */
function unlessAlone(item: PlannedItem, other: PlannedItem): PlannedItem {
  const { outcome, kind } = item
  const isOpen = isAbsent(other.outcome) || QUIET.has(other.outcome)
  if (!isAbsent(outcome) || isOpen) return item
  return { ...item, outcome: 'skipped', reason: { kind: outcome, item: kind } }
}

/** Whether it is not there by a person's will. */
export function isAbsent(outcome: Outcome): outcome is Absence {
  return outcome === 'deleted' || outcome === 'left-out'
}

/** With nothing to be done. */
export const QUIET: ReadonlySet<Outcome> = new Set(['unchanged', 'skipped'])

const KEPT: ReadonlySet<Outcome> = new Set(['edited', 'conflict', 'unproven'])

/** What either is, both are. */
const FIRST: readonly Outcome[] = ['left-out', 'deleted', 'unproven', 'conflict']

/** What people decide about, they decide for both; else what happens to either, happens. */
function outcomeOfBoth(variable: Outcome, style: Outcome): Outcome {
  if (variable === style) return style
  const either = (outcome: Outcome): boolean => variable === outcome || style === outcome
  const first = FIRST.find(either)
  if (first) return first
  if (either('edited')) return either('update') || either('rename') ? 'conflict' : 'edited'
  if (variable === 'skipped') return style
  // There is no style of this color then, which a person should go on being told.
  if (style === 'skipped') return variable === 'unchanged' ? 'skipped' : variable
  if (either('adopt')) return either('unchanged') || either('create') ? 'adopt' : 'update'
  if (either('rename') && either('unchanged')) return 'rename'
  return 'update'
}
