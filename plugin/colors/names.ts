import type { BrandColor } from '../../shared/brand.ts'
import { colorName } from '../../shared/color-name.ts'
import type { KitRef, SyncOptions } from '../../shared/protocol.ts'
import { LONG, type Steps } from '../pace.ts'

/** A style's name beside the one it would have if no other color wanted it. */
export interface AssignedName {
  readonly name: string
  readonly wanted: string
}

/** What the file holds already, as far as it bears on names. */
export interface NamesInFile {
  /** The names of linked colors as last synced, by identity. */
  readonly synced: ReadonlyMap<string, AssignedName>
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

/** A color with the name that it would have if no other color wanted it. */
export interface WantedName {
  readonly identity: string
  readonly wanted: string
}

/**
 * Gives every color a name of its own, by identity. A color whose wanted name has not changed
 * keeps the name it was synced with; of the others that want one name, the first keeps it and the
 * rest get a number. The order of the colors makes no difference.
 */
export function* assignNames(
  colors: readonly WantedName[],
  file: NamesInFile,
): Steps<ReadonlyMap<string, AssignedName>> {
  const assigned = new Map<string, AssignedName>()
  const used = new Set<string>()
  const assign = (identity: string, wanted: string, name: string): void => {
    used.add(name)
    assigned.set(identity, { name, wanted })
  }

  const open: WantedName[] = []
  const oldestFirst = yield* sortByAge(colors, file.synced)
  for (const color of oldestFirst) {
    const { identity, wanted } = color
    const synced = file.synced.get(identity)
    const keeps =
      synced?.wanted === wanted && !used.has(synced.name) && !file.isLost(synced.name, identity)
    if (keeps) assign(identity, wanted, synced.name)
    else open.push(color)
    yield
  }

  const crowded: WantedName[] = []
  for (const color of open) {
    const { identity, wanted } = color
    if (used.has(wanted) || file.isReserved(wanted, identity)) crowded.push(color)
    else assign(identity, wanted, wanted)
    yield
  }
  for (const { identity, wanted } of crowded) {
    let number = 2
    let name = `${wanted} ${number}`
    while (used.has(name) || file.isTaken(name, identity)) {
      name = `${wanted} ${++number}`
      yield
    }
    assign(identity, wanted, name)
  }
  return assigned
}

/** Synced colors first, in the order of their names; then by identity, `id:9` before `id:10`. */
function* sortByAge(
  colors: readonly WantedName[],
  synced: NamesInFile['synced'],
): Steps<readonly WantedName[]> {
  const byAge = new Map<string, WantedName>()
  for (const color of colors) {
    const last = synced.get(color.identity)?.name
    const age = last === undefined ? '1' : `0${shortFirst(last)} `
    byAge.set(age + shortFirst(color.identity), color)
    yield
  }
  yield LONG
  return [...byAge.keys()].sort().flatMap((age) => byAge.get(age) ?? [])
}

/** Sorts by length, then by content. */
function shortFirst(text: string): string {
  return `${String(text.length).padStart(6, '0')}${text}`
}
