import type { BrandColor } from '../../shared/brand.ts'
import { colorName } from '../../shared/color-name.ts'
import type { KitRef, SyncOptions } from '../../shared/protocol.ts'
import type { IdentifiedColor } from './identity.ts'

/** A style's name beside the one it would have if no other color wanted it. */
export interface AssignedName {
  readonly name: string
  readonly wanted: string
}

/** What the file holds already, as far as it bears on names. */
export interface NamesInFile {
  /** The names of linked colors as last synced, by identity. */
  readonly synced: ReadonlyMap<string, AssignedName>
  /** Names that belong to other kits. */
  readonly foreign: ReadonlySet<string>
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
 * Gives every color a name of its own, by identity. A color whose wanted name has not changed
 * keeps the name it was synced with; of the others that want one name, the first keeps it and the
 * rest get a number. The order of the colors makes no difference.
 */
export function assignNames(
  nameOf: (color: BrandColor) => string,
  colors: readonly IdentifiedColor[],
  file: NamesInFile,
): ReadonlyMap<string, AssignedName> {
  const assigned = new Map<string, AssignedName>()
  const used = new Set<string>()
  const assign = (identity: string, wanted: string, name: string): void => {
    used.add(name)
    assigned.set(identity, { name, wanted })
  }

  const open: { identity: string; wanted: string; last: string | null }[] = []
  const entries = colors
    .map(({ color, identity }) => {
      const synced = file.synced.get(identity)
      return { identity, wanted: nameOf(color), last: synced?.name ?? null, synced }
    })
    .sort((one, other) => byAge(one, other))
  for (const { identity, wanted, last, synced } of entries) {
    if (synced?.wanted === wanted && !used.has(synced.name)) {
      assign(identity, wanted, synced.name)
    } else {
      open.push({ identity, wanted, last })
    }
  }

  const crowded = open.filter(({ identity, wanted }) => {
    if (used.has(wanted) || file.foreign.has(wanted)) return true
    assign(identity, wanted, wanted)
    return false
  })
  for (const { identity, wanted } of crowded) {
    let number = 2
    let name = `${wanted} ${number}`
    while (used.has(name) || file.isTaken(name, identity)) name = `${wanted} ${++number}`
    assign(identity, wanted, name)
  }
  return assigned
}

interface Aged {
  readonly identity: string
  readonly last: string | null
}

/** Synced colors first, in the order of their names; then by identity, `id:9` before `id:10`. */
function byAge(one: Aged, other: Aged): number {
  if (one.last !== null && other.last !== null) {
    return shortFirst(one.last, other.last) || shortFirst(one.identity, other.identity)
  }
  if (one.last !== null) return -1
  if (other.last !== null) return 1
  return shortFirst(one.identity, other.identity)
}

function shortFirst(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0)
}
