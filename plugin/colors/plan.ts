import type { Rgba } from '../../shared/brand.ts'
import { sameColor } from '../../shared/color.ts'
import {
  DEFAULT_SYNC_OPTIONS,
  type ColorState,
  type ColorSync,
  type Outcome,
  type PlannedColor,
} from '../../shared/protocol.ts'
import { colorName } from '../../shared/color-name.ts'
import { identifyColors } from './identity.ts'
import { assignNames, type AssignedName } from './names.ts'

/** What a synced style carries: which color it is, and how it was at the last sync. */
export interface Link {
  readonly kitId: string
  /** The color's identity within the kit. */
  readonly color: string
  readonly name: string
  /** What the name would have been if no other color had wanted it. */
  readonly wanted: string
  /** sRGB. */
  readonly value: Rgba
}

/** A local paint style, as far as a sync is concerned with it. */
export interface FileStyle {
  readonly id: string
  readonly state: ColorState
  /** Null where it was never synced. */
  readonly link: Link | null
}

/** A row of the plan with what applying it needs. */
export interface PlanRow extends PlannedColor {
  /** Null where the style has yet to be made, or where nothing is to be done. */
  readonly styleId: string | null
  /** What the style carries once Cliquify's side is taken; null where it has none. */
  readonly link: Link | null
}

const RENEWED = 'It is the same on both sides already; only the link is renewed.'
const REPEATED = 'Cliquify lists this color twice, so the second one is left out.'
const COPY = 'It is a copy of another synced style, so it is left alone.'
const NOT_SOLID =
  'A style of this name is not a single solid color. Rename it or make it solid, then sync again.'

/**
 * Three-way: as last synced × now in the file × now in Cliquify. Rows are in Cliquify's order,
 * followed by the styles that it no longer has; styles are expected in the order of Figma's panel.
 */
export function planSync(sync: ColorSync, styles: readonly FileStyle[]): readonly PlanRow[] {
  const { kit } = sync
  const { naming } = sync.options ?? DEFAULT_SYNC_OPTIONS
  const { colors, repeated } = identifyColors(sync.colors)
  const known = new Set(colors.map(({ identity }) => identity))

  const linked = new Map<string, FileStyle & { readonly link: Link }>()
  const adoptable = new Map<string, FileStyle>()
  const copies: FileStyle[] = []
  const orphans: FileStyle[] = []
  const foreign = new Set<string>()
  for (const style of styles) {
    const { link } = style
    if (link !== null && link.kitId !== kit.id) {
      foreign.add(style.state.name)
    } else if (link !== null && known.has(link.color)) {
      if (linked.has(link.color)) copies.push(style)
      else linked.set(link.color, { ...style, link })
    } else {
      if (link !== null) orphans.push(style)
      if (!adoptable.has(style.state.name)) adoptable.set(style.state.name, style)
    }
  }

  const holders = new Map<string, Set<string>>()
  for (const { state, link } of styles) {
    const colorsOfName = holders.get(state.name) ?? new Set<string>()
    holders.set(state.name, colorsOfName.add(link?.kitId === kit.id ? link.color : ''))
  }
  const synced = new Map<string, AssignedName>()
  for (const [identity, { link }] of linked) synced.set(identity, link)
  const names = assignNames(kit, naming, colors, {
    synced,
    foreign,
    isTaken: (name, identity) =>
      [...(holders.get(name) ?? [])].some((holder) => holder !== identity),
  })

  const adopted = new Set<string>()
  const rows: PlanRow[] = []
  for (const { color, identity } of colors) {
    const fallback = colorName(kit, color, naming)
    const { name, wanted } = names.get(identity) ?? { name: fallback, wanted: fallback }
    const link: Link = { kitId: kit.id, color: identity, name, wanted, value: color.value }
    const style = linked.get(identity) ?? adoptable.get(name)
    if (style !== undefined) adopted.add(style.id)
    rows.push(style === undefined ? creation(link) : change(link, style))
  }
  for (const [index, color] of repeated.entries()) {
    rows.push({
      key: `repeated:${index}`,
      outcome: 'skipped',
      before: null,
      after: { name: colorName(kit, color, naming), value: color.value },
      reason: REPEATED,
      styleId: null,
      link: null,
    })
  }
  for (const style of copies) rows.push(leftover(style, 'skipped', COPY))
  for (const style of orphans) {
    if (!adopted.has(style.id)) rows.push(leftover(style, 'removed', null))
  }
  return rows
}

function creation(link: Link): PlanRow {
  return {
    key: link.color,
    outcome: 'create',
    before: null,
    after: { name: link.name, value: link.value },
    reason: substituteReason(link),
    styleId: null,
    link,
  }
}

function change(link: Link, style: FileStyle): PlanRow {
  const after: ColorState = { name: link.name, value: link.value }
  const outcome = outcomeOf(link, style, after)
  let reason: string | null = null
  if (outcome === 'skipped') reason = NOT_SOLID
  else if (outcome === 'adopt' && sameState(style.state, after)) {
    reason = style.link === null ? null : RENEWED
  } else if (outcome === 'rename') reason = substituteReason(link)
  return { key: link.color, outcome, before: style.state, after, reason, styleId: style.id, link }
}

function outcomeOf(link: Link, style: FileStyle, after: ColorState): Outcome {
  const { state, link: last } = style
  if (last === null) return state.value === null ? 'skipped' : 'adopt'
  const isRenewal = last.color !== link.color || last.wanted !== link.wanted
  const fileChanged = !sameState(state, last)
  const brandChanged = !sameState(after, last)
  if (sameState(state, after)) return brandChanged || isRenewal ? 'adopt' : 'unchanged'
  if (fileChanged) return brandChanged ? 'conflict' : 'edited'
  return sameValue(state.value, after.value) ? 'rename' : 'update'
}

function leftover(style: FileStyle, outcome: Outcome, reason: string | null): PlanRow {
  return {
    key: `style:${style.id}`,
    outcome,
    before: style.state,
    after: null,
    reason,
    styleId: style.id,
    link: null,
  }
}

function substituteReason({ name, wanted }: Link): string | null {
  return name === wanted ? null : `The name “${wanted}” is taken, so this one gets a number.`
}

function sameState(one: ColorState, other: ColorState): boolean {
  return one.name === other.name && sameValue(one.value, other.value)
}

function sameValue(one: Rgba | null, other: Rgba | null): boolean {
  return one !== null && other !== null && sameColor(one, other)
}
