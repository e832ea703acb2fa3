import type { BrandColor } from '../../shared/brand.ts'
import { colorName } from '../../shared/color-name.ts'
import type { KitRef, SyncOptions } from '../../shared/protocol.ts'
import { LONG, type Steps } from '../pace.ts'

/** A name that was synced, beside the one that the color would have had if no other wanted it. */
export interface SyncedName {
  readonly name: string
  readonly wanted: string
}

/** What the file holds already, as far as it bears on names. */
export interface NamesInFile {
  /** The name that a linked color was last synced with, by its identity. */
  readonly synced: (identity: string) => SyncedName | undefined
  /** Whether something else has the name that this color was synced with, and will keep it. */
  readonly isLost: (name: string, identity: string) => boolean
  /** Whether the name belongs, and will belong, to something that is not this color. */
  readonly isReserved: (name: string, identity: string) => boolean
  /** Whether a style that is not linked to this color bears the name. */
  readonly isTaken: (name: string, identity: string) => boolean
}

/** What Cliquify would call a color in the file. */
export function namer(
  kit: KitRef,
  { naming, collection }: SyncOptions,
  kind: 'style' | 'variable',
): (color: BrandColor) => string {
  if (kind === 'style') return (color) => colorName(kit, color, naming)
  // Kits share a variable by its name, so no kit's own name can be in it.
  const shared = collection === 'shared' && naming.prefix.type === 'kit'
  const own = shared ? { ...naming, prefix: { type: 'none' as const } } : naming
  return (color) => colorName(kit, color, own)
}

/** Figma refuses these characters in the name of a variable. */
export function legalVariableName(name: string): string {
  return name.replace(/[.{}]/g, '-')
}

/**
 * Gives every color a name of its own, by its identity; `wanted` has the one that each would have
 * if no other color wanted it. A color whose wanted name has not changed keeps the name it was
 * synced with; of the others that want one name, the first keeps it and the rest get a number. The
 * order of the colors makes no difference.
 */
export function* assignNames(
  wanted: ReadonlyMap<string, string>,
  file: NamesInFile,
): Steps<ReadonlyMap<string, string>> {
  const assigned = new Map<string, string>()
  const used = new Set<string>()
  const assign = (identity: string, name: string): void => {
    used.add(name)
    assigned.set(identity, name)
  }
  const wantedBy = (identity: string): string => wanted.get(identity) ?? ''

  const open: string[] = []
  const oldestFirst = yield* sortByAge(wanted.keys(), file.synced)
  for (const identity of oldestFirst) {
    const synced = file.synced(identity)
    const keeps =
      synced?.wanted === wantedBy(identity) &&
      !used.has(synced.name) &&
      !file.isLost(synced.name, identity)
    if (keeps) assign(identity, synced.name)
    else open.push(identity)
    yield
  }

  const crowded: string[] = []
  for (const identity of open) {
    const name = wantedBy(identity)
    if (used.has(name) || file.isReserved(name, identity)) crowded.push(identity)
    else assign(identity, name)
    yield
  }
  for (const identity of crowded) {
    let number = 1
    let name: string
    do {
      name = `${wantedBy(identity)} ${++number}`
      yield
    } while (used.has(name) || file.isTaken(name, identity))
    assign(identity, name)
  }
  return assigned
}

/** Synced colors first, in the order of their names; then by identity, `id:9` before `id:10`. */
function* sortByAge(
  identities: Iterable<string>,
  synced: NamesInFile['synced'],
): Steps<readonly string[]> {
  const byAge = new Map<string, string>()
  for (const identity of identities) {
    const last = synced(identity)?.name
    const age = last === undefined ? '1' : `0${shortFirst(last)} `
    byAge.set(age + shortFirst(identity), identity)
    yield
  }
  yield LONG
  return [...byAge.keys()].sort().flatMap((age) => byAge.get(age) ?? [])
}

/** Sorts by length, then by content. */
function shortFirst(text: string): string {
  return `${String(text.length).padStart(6, '0')}${text}`
}
