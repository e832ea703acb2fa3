import type { Steps } from '../pace.ts'
import type { FileItems, ItemKind, SortedItems } from './file-items.ts'
import { sameState, stateOf } from './look.ts'
import type { NamesInFile, SyncedName } from './names.ts'

/** Identities of linked colors that may keep what they are called. */
export interface Staying {
  /** Those that no variable can hold. */
  readonly gradients: ReadonlySet<string>
  /** Those that a person has yet to decide about. */
  readonly held: ReadonlySet<string>
}

export function* namesInFile(
  sorted: SortedItems,
  file: FileItems,
  kind: ItemKind,
  staying: Staying,
): Steps<NamesInFile> {
  const { linked, foreign } = sorted
  /** The color that alone bears a name; empty where something else bears it too. */
  const holders = new Map<string, string>()
  for (const { id, name, link } of file.items) {
    const own = link !== null && linked.get(link.color)?.id === id && !holders.has(name)
    holders.set(name, own ? link.color : '')
    yield
  }
  const synced = (identity: string): SyncedName | undefined => linked.get(identity)?.link
  const isTaken = (name: string, identity: string): boolean =>
    (holders.get(name) ?? identity) !== identity
  if (kind === 'style') {
    return { synced, isTaken, isLost: () => false, isReserved: (name) => foreign.has(name) }
  }
  const { isLost, isReserved } = yield* unsharedNames(sorted, staying)
  const { otherNames } = file
  return {
    synced,
    isLost,
    isReserved: (name, identity) => otherNames.has(name) || isReserved(name, identity),
    isTaken: (name, identity) => otherNames.has(name) || isTaken(name, identity),
  }
}

/** Styles may share a name, variables may not: what people keep there keeps its name. */
function* unsharedNames(
  { linked, adoptable, copies }: SortedItems,
  { gradients, held }: Staying,
): Steps<Pick<NamesInFile, 'isLost' | 'isReserved'>> {
  /** Identities by the names that they keep, whatever Cliquify calls them. */
  const kept = new Map<string, string>()
  /** Ids by the names that they bear by right. */
  const settled = new Map([...adoptable.values()].map(({ id, name }) => [name, id]))
  for (const [identity, item] of linked) {
    const { id, name, link } = item
    const fixed = gradients.has(identity)
    if (fixed || held.has(identity) || !sameState(item, stateOf(link))) kept.set(name, identity)
    if (fixed || name === link.name) settled.set(name, id)
    yield
  }
  for (const { id, name } of copies) {
    kept.set(name, '')
    settled.set(name, id)
  }
  return {
    isLost(name, identity) {
      const id = linked.get(identity)?.id
      return (settled.get(name) ?? id) !== id
    },
    isReserved: (name, identity) =>
      (linked.has(identity) && adoptable.has(name)) || (kept.get(name) ?? identity) !== identity,
  }
}
