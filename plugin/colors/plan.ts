import type {
  ColorState,
  KitRef,
  Outcome,
  PlannedColor,
  SyncOptions,
} from '../../shared/protocol.ts'
import type { Steps } from '../pace.ts'
import type { Identified } from './identity.ts'
import {
  sortItems,
  type FileItem,
  type FileItems,
  type ItemKind,
  type Linked,
} from './file-items.ts'
import { sameLook, sameState, stateOf } from './look.ts'
import type { Link } from './link.ts'
import { assignNames, legalVariableName, namer } from './names.ts'
import { namesInFile } from './names-in-file.ts'

/** What a sync does to one style or variable, with what applying it needs. */
export interface PlanPart extends PlannedColor {
  readonly kind: ItemKind
  /** The color's identity within the kit; empty where Cliquify lists it a second time. */
  readonly identity: string
  /** Null where the item has yet to be made, or where there is none to be. */
  readonly before: FileItem | null
  /** What the item carries once Cliquify's side is taken; null where it has none. */
  readonly link: Link | null
  /** The name as it would be, had Figma not refused some of its characters. */
  readonly original?: string
}

const RENEWED = 'It is the same on both sides already; only the link is renewed.'
const REPEATED = 'Cliquify lists this color twice, so the second one is left out.'
const COPIES: Record<ItemKind, string> = {
  style:
    'It is a copy of another synced style. Merge them to put its layers on the original, or leave it.',
  variable:
    'It is a copy of another synced variable. Merge them to put what uses it on the original, or leave it.',
}
const NOT_SOLID =
  'A style of this name is not a single solid color. Rename it or make it solid, then sync again.'
const NO_VALUE =
  'A variable of this name refers to another one. Rename it or give it a color, then sync again.'
const NO_GRADIENT = 'A variable cannot hold a gradient. Sync to styles to have it in the file.'

/**
 * Three-way: as last synced × now in the file × now in Cliquify. Rows are in Cliquify's order,
 * followed by the items that it no longer has; items are expected in the order of Figma's panel.
 * `held`: identities of the colors that may stay as they are whatever this plan says of them.
 */
export function* planItems(
  kit: KitRef,
  options: SyncOptions,
  { identities, repeated }: Identified,
  file: FileItems,
  kind: ItemKind,
  held: ReadonlySet<string> = new Set(),
): Steps<PlanPart[]> {
  const plainName = namer(kit, options, kind)
  const legalName = (plain: string): string =>
    kind === 'variable' ? legalVariableName(plain) : plain
  const wantedNames = new Map<string, string>()
  const gradients = new Set<string>()
  for (const [color, identity] of identities) {
    wantedNames.set(identity, legalName(plainName(color)))
    if (color.gradient !== undefined) gradients.add(identity)
    yield
  }
  const sorted = yield* sortItems(kit.id, file.items, wantedNames)
  const { linked, adoptable, copies, orphans } = sorted
  const inFile = yield* namesInFile(sorted, file, kind, { gradients, held })
  const names = yield* assignNames(wantedNames, inFile)

  const adopted = new Set<string>()
  const rows: PlanPart[] = []
  for (const [color, identity] of identities) {
    const plain = plainName(color)
    const wanted = legalName(plain)
    const name = names.get(identity) ?? wanted
    const { value, gradient } = color
    const link: Link = {
      ...{ kitId: kit.id, color: identity, name, wanted, value },
      ...(gradient === undefined ? {} : { gradient }),
    }
    const own = linked.get(identity)
    const item = own ?? adoptable.get(name)
    if (own === undefined && item !== undefined) adopted.add(item.id)
    const row = item === undefined ? creation(link, kind) : change(link, item, kind)
    rows.push(plain === wanted ? row : { ...row, original: plain })
    yield
  }
  for (const [index, color] of repeated.entries()) {
    rows.push({
      key: `repeated:${index}`,
      kind,
      identity: '',
      outcome: 'skipped',
      before: null,
      after: { name: plainName(color), value: color.value },
      reason: REPEATED,
      link: null,
    })
  }
  for (const item of copies) {
    const name = linked.get(item.link.color)?.name
    const row = leftover(item, kind, 'skipped', COPIES[kind])
    rows.push(name === undefined ? row : { ...row, copyOf: { name } })
  }
  for (const item of orphans) {
    if (!adopted.has(item.id)) rows.push(leftover(item, kind, 'removed', null))
  }
  return rows
}

function creation(link: Link, kind: ItemKind): PlanPart {
  const refused = kind === 'variable' && link.gradient !== undefined
  return {
    key: link.color,
    kind,
    identity: link.color,
    outcome: refused ? 'skipped' : 'create',
    before: null,
    after: stateOf(link),
    reason: refused ? NO_GRADIENT : substituteReason(link),
    link,
  }
}

function change(link: Link, item: FileItem, kind: ItemKind): PlanPart {
  const after = stateOf(link)
  const refused = kind === 'variable' && link.gradient !== undefined
  const outcome = refused ? 'skipped' : outcomeOf(link, item, after)
  // Thousands of them: they hold on to nothing that the file does not hold already.
  const same = outcome === 'unchanged'
  let reason: string | null = null
  if (refused) reason = NO_GRADIENT
  else if (outcome === 'skipped') reason = kind === 'style' ? NOT_SOLID : NO_VALUE
  else if (outcome === 'adopt' && sameState(item, after)) {
    reason = item.link === null ? null : RENEWED
  } else if (outcome === 'rename') reason = substituteReason(link)
  return {
    key: link.color,
    kind,
    identity: link.color,
    outcome,
    before: item,
    after: same ? item : after,
    reason,
    link: same ? item.link : link,
  }
}

function outcomeOf(link: Link, item: FileItem, after: ColorState): Outcome {
  const { link: last } = item
  if (last === null) {
    const comparable = link.gradient !== undefined && item.gradient !== undefined
    return item.value === null && !comparable ? 'skipped' : 'adopt'
  }
  const lastState = stateOf(last)
  const isRenewal = last.color !== link.color || last.wanted !== link.wanted
  const fileChanged = !sameState(item, lastState)
  const brandChanged = !sameState(after, lastState)
  if (sameState(item, after)) return brandChanged || isRenewal ? 'adopt' : 'unchanged'
  if (fileChanged) return brandChanged ? 'conflict' : 'edited'
  return sameLook(item, after) ? 'rename' : 'update'
}

function leftover(item: Linked, kind: ItemKind, outcome: Outcome, reason: string | null): PlanPart {
  return {
    key: `${kind}:${item.id}`,
    kind,
    identity: item.link.color,
    outcome,
    before: item,
    after: null,
    reason,
    link: null,
  }
}

function substituteReason({ name, wanted }: Link): string | null {
  return name === wanted ? null : `The name “${wanted}” is taken, so this one gets a number.`
}
