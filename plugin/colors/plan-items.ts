import { colorName, type ItemKind } from '../../shared/color-name.ts'
import type { KitRef } from '../../shared/brand.ts'
import type { Outcome, PlannedColor, Reason, SyncOptions } from '../../shared/sync.ts'
import { yieldIfDue } from '../yield-if-due.ts'
import { sameAppearance } from './appearance.ts'
import {
  isLikely,
  isOurName,
  isProven,
  sortItems,
  type FileItem,
  type FileItems,
  type LinkedItem,
} from './file-item.ts'
import { withAlikes } from './alike.ts'
import { firstLinked, type Identified } from './identity.ts'
import type { Link } from './link.ts'
import { isSameName, nameKey } from './name-key.ts'
import { assignNames, legalName } from './names.ts'
import { lookChange, outcomeOf } from './outcome.ts'
import { ANYWHERE, inPlace, lastName, placeOf, type Place } from './place.ts'
import { withHeirs } from './predecessors.ts'
import { takenNames } from './taken-names.ts'

/** What a sync does to one style or variable, with what applying it needs. */
export interface PlannedItem extends PlannedColor {
  readonly kind: ItemKind
  /** The color's identity within the kit; empty where Cliquify lists it a second time. */
  readonly identity: string
  /** Null where the item has yet to be made, or where there is none to be. */
  readonly before: FileItem | null
  /** What the item carries once Cliquify's side is taken; null where it has none. */
  readonly link: Link | null
  readonly alike?: FileItem | undefined
  /** The name as it would be, had Figma not refused some of its characters. */
  readonly original?: string | undefined
}

/**
 * Three-way: as last synced × now in the file × now in Cliquify. The plan is in Cliquify's order,
 * followed by the items that it no longer has; items are expected in the order of Figma's panel.
 * `held`: identities of the colors that may stay as they are whatever this plan says of them.
 */
export async function planItems(
  kit: KitRef,
  options: SyncOptions,
  { identities, repeated }: Identified,
  file: FileItems,
  held: ReadonlySet<string> = new Set(),
): Promise<readonly PlannedItem[]> {
  const { kind } = file
  /** The colors by their identities, with their names as Cliquify's side wants them in the file. */
  const brand = new Map<string, Pick<Link, 'name' | 'value' | 'gradient'>>()
  /** Those names, where persons have put them. */
  const wanted = new Map<string, string>()
  /** What they would be, had Figma not refused some of their characters. */
  const originals = new Map<string, string>()
  for (const [color, identity] of identities) {
    await yieldIfDue()
    const original = colorName(kind, kit, color, options)
    const name = legalName(kind, original)
    if (name !== original) originals.set(identity, original)
    const { value, gradient } = color
    brand.set(identity, { name, value, gradient })
    wanted.set(identity, name)
  }
  const items = withHeirs(file.items, wanted)
  const sorted = sortItems(kit.id, items, brand)
  await yieldIfDue()
  const { linked, adoptable, copies, orphans } = sorted
  const places = new Map<string, Place>()
  for (const [identity, item] of linked) {
    await yieldIfDue()
    const { name, link, color } = item
    // Nearly all are where they were put.
    if (name === lastName(link) || !isProven(item, color)) continue
    const place = placeOf(item, color.name, lookChange(item, link, color))
    places.set(identity, place)
    wanted.set(identity, inPlace(color.name, place))
  }
  const taken = takenNames(sorted, { ...file, items }, { held, places })
  await yieldIfDue()
  const names = assignNames(wanted, taken)

  const planned: PlannedItem[] = []
  const adopted = new Set<string>()
  for (const [identity, { name: wantedName, value, gradient }] of brand) {
    await yieldIfDue()
    const name = names.get(identity) ?? wantedName
    const link: Link = {
      ...{ kitId: kit.id, color: identity, name, wanted: wantedName, value, gradient },
    }
    const own = linked.get(identity)
    const found = own ? undefined : adoptable.get(nameKey(name))
    if (found) adopted.add(found.id)
    const item = own ?? found ?? null
    // How a person writes the same name is theirs.
    const isNamed = item !== null && isSameName(item.name, name)
    const named = isNamed ? { ...link, name: item.name } : link
    const color = planColor(named, item, file, places.get(identity) ?? ANYWHERE)
    const absence = color.outcome === 'create' ? (file.absence?.(kind, identity) ?? null) : null
    // Where all were deleted, a person begins anew.
    const isNew = absence === 'deleted' && linked.size + orphans.length === 0
    planned.push({
      ...color,
      ...(!absence || isNew ? {} : { outcome: absence, reason: null }),
      original: originals.get(identity),
    })
  }
  for (const [index, color] of repeated.entries()) {
    planned.push({
      key: `repeated:${index}`,
      kind,
      identity: '',
      outcome: 'skipped',
      before: null,
      after: { name: colorName(kind, kit, color, options), value: color.value },
      reason: { kind: 'repeated' },
      link: null,
    })
  }
  await yieldIfDue()
  const firsts = firstLinked(kit.id, items)
  for (const item of copies) {
    const { link, color } = item
    const original = linked.get(link.color)
    // What is merged is deleted, and goes to the first in the file.
    const merges =
      original !== undefined &&
      firsts.get(link.color)?.id === original.id &&
      (isLikely(item, color) || (isLikely(original, color) && sameAppearance(item, original)))
    const why = merges ? 'copy' : 'in-doubt'
    const copy = leftover(item, kind, 'skipped', { kind: why, item: kind })
    planned.push(merges ? { ...copy, copyOf: { name: original.name } } : copy)
  }
  for (const item of orphans) {
    if (!adopted.has(item.id)) planned.push(leftover(item, kind, 'removed', null))
  }
  const open = file.items.filter(({ id }) => !adopted.has(id))
  return withAlikes(planned, open)
}

/** `item`: what the color is in the file, or what it adopts there; `place`: where that stays. */
function planColor(
  link: Link,
  item: FileItem | null,
  { kind, isShared }: FileItems,
  place: Place,
): PlannedItem {
  const refused = kind === 'variable' && link.gradient !== undefined
  const outcome = refused ? 'skipped' : outcomeOf(link, item, place)
  const reason: Reason | null = refused
    ? { kind: 'no-gradient' }
    : reasonOf(outcome, link, item, kind)
  const isSeenByOthers = outcome === 'create' && isShared
  return {
    key: link.color,
    kind,
    identity: link.color,
    outcome,
    link,
    before: item,
    after: link,
    reason: reason ?? (isSeenByOthers ? { kind: 'seen-by-others' } : null),
  }
}

function reasonOf(
  outcome: Outcome,
  { name, wanted }: Link,
  item: FileItem | null,
  kind: ItemKind,
): Reason | null {
  if (outcome === 'skipped') return { kind: 'not-solid', item: kind }
  if (item?.isBoundElsewhere) return { kind: 'unbinds' }
  if (outcome === 'adopt') return item?.link ? { kind: 'link-renewed' } : null
  if (outcome !== 'create' && outcome !== 'update' && outcome !== 'rename') return null
  if (!isOurName(name, wanted)) return { kind: 'keeps-place', name: wanted }
  const gotNumber = name !== wanted && outcome !== 'update'
  return gotNumber ? { kind: 'numbered', name: wanted } : null
}

function leftover(
  item: LinkedItem,
  kind: ItemKind,
  outcome: Outcome,
  reason: Reason | null,
): PlannedItem {
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
