import type { ItemKind } from '../../shared/color-name.ts'
import { sortedByText } from './sorted-by-text.ts'
import type { SyncedName, TakenNames } from './taken-names.ts'

/** The name as Figma takes it, which refuses some characters in that of a variable. */
export function legalName(kind: ItemKind, name: string): string {
  return kind === 'variable' ? name.replace(/[.{}]/g, '-') : name
}

/**
 * Gives every color a name of its own, by its identity; `wanted` has the one that each would have
 * if no other color wanted it. A color whose wanted name has not changed keeps the name it was
 * synced with; of the others that want one name, the first keeps it and the rest get a number. The
 * order of the colors makes no difference.
 */
export function assignNames(
  wanted: ReadonlyMap<string, string>,
  file: TakenNames,
): ReadonlyMap<string, string> {
  const assigned = new Map<string, string>()
  const used = new Set<string>()
  const assign = (identity: string, name: string): void => {
    used.add(name)
    assigned.set(identity, name)
  }
  const wantedBy = (identity: string): string => wanted.get(identity) ?? ''

  const before = new Map([...wanted.keys()].map((identity) => [identity, file.synced(identity)]))
  const open: string[] = []
  for (const identity of sortByAge(wanted.keys(), before)) {
    const synced = before.get(identity)
    const keeps =
      synced?.wanted === wantedBy(identity) &&
      !used.has(synced.name) &&
      !file.isLost(synced.name, identity)
    if (keeps) assign(identity, synced.name)
    else open.push(identity)
  }

  const crowded: string[] = []
  for (const identity of open) {
    const name = wantedBy(identity)
    if (used.has(name) || file.isReserved(name, identity)) crowded.push(identity)
    else assign(identity, name)
  }
  for (const identity of sortByAge(crowded, before)) {
    let number = 1
    let name: string
    do name = `${wantedBy(identity)} ${++number}`
    while (used.has(name) || file.isTaken(name, identity))
    assign(identity, name)
  }
  return assigned
}

/** Synced colors first, in the order of their names; then by identity, `id:9` before `id:10`. */
function sortByAge(
  identities: Iterable<string>,
  synced: ReadonlyMap<string, SyncedName | undefined>,
): readonly string[] {
  return sortedByText(identities, (identity) => {
    const last = synced.get(identity)?.name
    const age = last === undefined ? '1' : `0${shortFirst(last)} `
    return age + shortFirst(identity)
  })
}

/** Sorts by length, then by content. */
function shortFirst(text: string): string {
  return `${String(text.length).padStart(6, '0')}${text}`
}
