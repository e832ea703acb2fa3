import type { BrandAsset, Folder } from '../../shared/brand.ts'
import { grouped } from '../../shared/grouped.ts'

/** A folder as a row of the tree. */
export interface FolderRow {
  readonly id: string
  readonly name: string
  /** 0 at the top. */
  readonly depth: number
  readonly state: 'open' | 'closed' | 'without-folders'
}

/** Folders in the order of a tree, what is inside closed ones left out; see `arrangeFolders`. */
export function folderRows(
  folders: readonly Folder[],
  open: ReadonlySet<string>,
): readonly FolderRow[] {
  const children = childrenOf(folders)
  const rows: FolderRow[] = []
  const waiting: { folder: Folder; depth: number }[] = []
  const add = (inside: readonly Folder[], depth: number): void => {
    for (const folder of [...inside].reverse()) waiting.push({ folder, depth })
  }
  add(children.get(null) ?? [], 0)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, depth } = next
    const { id, name } = folder
    const inside = children.get(id) ?? []
    const state = inside.length === 0 ? 'without-folders' : open.has(id) ? 'open' : 'closed'
    rows.push({ id, name, depth, state })
    if (state === 'open') add(inside, depth + 1)
  }
  return rows
}

/** A folder with those that it lies in, from the top down; empty where there is no such folder. */
export function folderPath(folders: readonly Folder[], id: string): readonly Folder[] {
  return pathIn(new Map(folders.map((folder) => [folder.id, folder])), id, Infinity)
}

function pathIn(byId: ReadonlyMap<string, Folder>, id: string, most: number): readonly Folder[] {
  const path: Folder[] = []
  let folder = byId.get(id)
  while (folder !== undefined && path.length < most) {
    path.push(folder)
    folder = byId.get(folder.parentId ?? '')
  }
  return path.reverse()
}

/** How many of the folders around one are searched by name: the nearest. */
const MOST_AROUND = 16

/** For a folder's id its name after those of the folders around it; made once for many folders. */
export function folderNamesIn(folders: readonly Folder[]): (id: string) => readonly string[] {
  const byId = new Map(folders.map((folder) => [folder.id, folder]))
  const known = new Map<string, readonly string[]>()
  return (id) => {
    const names = known.get(id) ?? pathIn(byId, id, MOST_AROUND).map(({ name }) => name)
    known.set(id, names)
    return names
  }
}

/** A folder's id and those of all folders inside it. */
export function folderAndInside(folders: readonly Folder[], id: string): ReadonlySet<string> {
  const children = childrenOf(folders)
  const inside = new Set<string>([id])
  for (const member of inside) {
    for (const child of children.get(member) ?? []) inside.add(child.id)
  }
  return inside
}

/** By the id of each folder how many of the assets are in it or in one inside it. */
export function folderCounts(
  folders: readonly Folder[],
  assets: readonly BrandAsset[],
): ReadonlyMap<string, number> {
  const children = childrenOf(folders)
  const fromTop = [...(children.get(null) ?? [])]
  for (const { id } of fromTop) {
    for (const child of children.get(id) ?? []) fromTop.push(child)
  }
  const counts = new Map<string, number>()
  const add = (id: string | null, more: number): void => {
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + more)
  }
  const parents = new Map(folders.map(({ id, parentId }) => [id, parentId]))
  for (const { folderIds } of assets) {
    for (const id of folderIds) add(id, 1)
    // Counted once where two of its folders meet.
    const holding = new Set<string>()
    for (const id of folderIds.length > 1 ? folderIds : []) {
      let at: string | null = id
      while (at !== null && !holding.has(at)) {
        holding.add(at)
        at = parents.get(at) ?? null
      }
      add(at, -1)
    }
  }
  for (const { id, parentId } of fromTop.reverse()) add(parentId, counts.get(id) ?? 0)
  return counts
}

/** By the id of their parent; null for those at the top. */
function childrenOf(folders: readonly Folder[]): ReadonlyMap<string | null, readonly Folder[]> {
  return grouped(folders, ({ parentId }) => parentId)
}
