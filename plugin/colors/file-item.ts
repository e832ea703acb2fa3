import type { ItemKind } from '../../shared/color-name.ts'
import type { ColorState } from '../../shared/protocol.ts'
import type { Link } from './link.ts'

/** A local paint style or variable as it is now, as far as a sync is concerned with it. */
export interface FileItem extends ColorState {
  readonly id: string
  /** Null where it was never synced. */
  readonly link: Link | null
  /** The variable that a style shows, where it is one of the kit's. */
  readonly boundTo?: string
}

/** What the file has of one kind, in the order of Figma's panel. */
export interface FileItems {
  readonly kind: ItemKind
  readonly items: readonly FileItem[]
  /** Names in the same collection that are of no color: no two variables may share one. */
  readonly otherNames: ReadonlySet<string>
}

export type LinkedItem = FileItem & { readonly link: Link }

/** The file's items by what they are to the kit. */
export interface SortedItems {
  /** By the color's identity; the first one in the file. */
  readonly linked: ReadonlyMap<string, LinkedItem>
  /** Linked to a color that an earlier one is linked to. */
  readonly copies: readonly LinkedItem[]
  /** Linked to what Cliquify no longer has. */
  readonly orphans: readonly LinkedItem[]
  /** By name. */
  readonly adoptable: ReadonlyMap<string, FileItem>
  /** Names of what is linked to other kits. */
  readonly foreign: ReadonlySet<string>
}

/** `colors`: whatever it is, by the identities of the kit's colors. */
export function sortItems(
  kitId: string,
  items: readonly FileItem[],
  colors: ReadonlyMap<string, unknown>,
): SortedItems {
  const linked = new Map<string, LinkedItem>()
  const adoptable = new Map<string, FileItem>()
  const copies: LinkedItem[] = []
  const orphans: LinkedItem[] = []
  const foreign = new Set<string>()
  const addAdoptable = (item: FileItem): void => {
    if (!adoptable.has(item.name)) adoptable.set(item.name, item)
  }
  for (const item of items) {
    if (!isLinked(item)) addAdoptable(item)
    else if (item.link.kitId !== kitId) foreign.add(item.name)
    else if (!colors.has(item.link.color)) {
      orphans.push(item)
      addAdoptable(item)
    } else if (linked.has(item.link.color)) copies.push(item)
    else linked.set(item.link.color, item)
  }
  return { linked, adoptable, copies, orphans, foreign }
}

function isLinked(item: FileItem): item is LinkedItem {
  return item.link !== null
}
