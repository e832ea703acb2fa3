import { sameState } from './appearance.ts'
import { isOnlyNoted, isOurName, isProven, type FileItems, type SortedItems } from './file-item.ts'
import type { Link } from './link.ts'
import { nameKey } from './name-key.ts'
import { ANYWHERE, inPlace, lastName, type Place } from './place.ts'

/** How a color was synced last. */
export type SyncedName = Pick<Link, 'name' | 'wanted'>

/** What the file holds already, as far as it bears on the names of colors. */
export interface TakenNames {
  /** By the color's identity. */
  readonly synced: (identity: string) => SyncedName | undefined
  /** Whether something else has the name that this color was synced with, and will keep it. */
  readonly isLost: (name: string, identity: string) => boolean
  /** Whether the name belongs, and will belong, to something that is not this color. */
  readonly isReserved: (name: string, identity: string) => boolean
  /** Whether an item that is not linked to this color bears the name. */
  readonly isTaken: (name: string, identity: string) => boolean
}

/** Identities of linked colors that may keep what they are called. */
export interface Staying {
  /** Those that a person has yet to decide about. */
  readonly held: ReadonlySet<string>
  /** Where persons have put them. */
  readonly places: ReadonlyMap<string, Place>
}

export function takenNames(sorted: SortedItems, file: FileItems, staying: Staying): TakenNames {
  const { linked, adoptable, foreign } = sorted
  /** The color that alone bears a name; empty where something else bears it too. */
  const holders = new Map<string, string>()
  for (const { id, name, link } of file.items) {
    const own = link !== null && linked.get(link.color)?.id === id && !holders.has(name)
    holders.set(name, own ? link.color : '')
  }
  const synced: TakenNames['synced'] = (identity) => {
    const item = linked.get(identity)
    // What a doubtful link says of a name is not taken over from it.
    if (!item || !isProven(item, item.color)) return undefined
    const place = staying.places.get(identity) ?? ANYWHERE
    const { name, wanted } = item.link
    // What a person had called it is no name of it any more once it was put back.
    const isBack = isOurName(item.name, wanted) && !isOurName(name, wanted)
    return { name: inPlace(isBack ? item.name : name, place), wanted: inPlace(wanted, place) }
  }
  // Styles may share a name, variables may not: what people keep there keeps its name.
  const isVariable = file.kind === 'variable'
  const others = isVariable ? file.otherNames : foreign
  const { kept, settled } = isVariable ? keptNames(sorted, staying) : NONE
  return {
    synced,
    isLost(name, identity) {
      const id = linked.get(identity)?.id
      return (settled.get(name) ?? id) !== id
    },
    isReserved: (name, identity) =>
      others.has(name) ||
      (isVariable && linked.has(identity) && adoptable.has(nameKey(name))) ||
      (kept.get(name) ?? identity) !== identity,
    isTaken: (name, identity) => others.has(name) || (holders.get(name) ?? identity) !== identity,
  }
}

interface KeptNames {
  /** Identities by the names that they keep, whatever Cliquify calls them. */
  readonly kept: ReadonlyMap<string, string>
  /** Ids by the names that they bear by right. */
  readonly settled: ReadonlyMap<string, string>
}

const NONE: KeptNames = { kept: new Map(), settled: new Map() }

function keptNames({ linked, adoptable, copies }: SortedItems, staying: Staying): KeptNames {
  const kept = new Map<string, string>()
  const settled = new Map([...adoptable.values()].map(({ id, name }) => [name, id]))
  for (const [identity, item] of linked) {
    const { id, name, link, color } = item
    // No variable can hold a gradient.
    const fixed = color.gradient !== undefined
    const undecided = staying.held.has(identity) || isOnlyNoted(item, color)
    const last = { ...link, name: lastName(link) }
    if (fixed || undecided || !sameState(item, last)) kept.set(name, identity)
    if (fixed || name === link.name) settled.set(name, id)
  }
  for (const { id, name } of copies) {
    kept.set(name, '')
    settled.set(name, id)
  }
  return { kept, settled }
}
