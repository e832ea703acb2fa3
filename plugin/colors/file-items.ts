import type { ColorState } from '../../shared/protocol.ts'
import type { Steps } from '../pace.ts'
import type { Link } from './link.ts'

export type ItemKind = 'style' | 'variable'

/** A local paint style or variable, as far as a sync is concerned with it. */
export interface FileItem {
  readonly id: string
  readonly state: ColorState
  /** Null where it was never synced. */
  readonly link: Link | null
  /** The variable that a style shows, where it is one of the kit's. */
  readonly boundTo?: string
}

/** What the file has of one kind, in the order of Figma's panel. */
export interface FileItems {
  readonly items: readonly FileItem[]
  /** Names in the same collection that are of no color: no two variables may share one. */
  readonly otherNames: ReadonlySet<string>
}

export type Linked = FileItem & { readonly link: Link }

/** The file's items by what they are to the kit. */
export interface SortedItems {
  /** By the color's identity; the first one in the file. */
  readonly linked: ReadonlyMap<string, Linked>
  readonly copies: readonly Linked[]
  /** Linked to what Cliquify no longer has. */
  readonly orphans: readonly Linked[]
  /** By name. */
  readonly adoptable: ReadonlyMap<string, FileItem>
  /** Names of what is linked to other kits. */
  readonly foreign: ReadonlySet<string>
}

export function* sortItems(
  kitId: string,
  items: readonly FileItem[],
  known: ReadonlySet<string>,
): Steps<SortedItems> {
  const linked = new Map<string, Linked>()
  const adoptable = new Map<string, FileItem>()
  const copies: Linked[] = []
  const orphans: Linked[] = []
  const foreign = new Set<string>()
  for (const item of items) {
    yield
    const { link } = item
    if (link !== null && link.kitId !== kitId) {
      foreign.add(item.state.name)
    } else if (link !== null && known.has(link.color)) {
      if (linked.has(link.color)) copies.push({ ...item, link })
      else linked.set(link.color, { ...item, link })
    } else {
      if (link !== null) orphans.push({ ...item, link })
      if (!adoptable.has(item.state.name)) adoptable.set(item.state.name, item)
    }
  }
  return { linked, adoptable, copies, orphans, foreign }
}
