import type { Folder } from '../../shared/brand.ts'

/** A folder as a row of the tree. */
export interface FolderRow {
  readonly id: string
  readonly name: string
  /** 0 at the top. */
  readonly depth: number
  readonly state: 'open' | 'closed' | 'without-folders'
}

/**
 * Folders in the order of a tree, what is inside closed ones left out. One whose parent is missing,
 * or is itself, stands at the top.
 */
export function folderRows(
  folders: readonly Folder[],
  open: ReadonlySet<string>,
): readonly FolderRow[] {
  const children = childrenOf(folders)
  const rows: FolderRow[] = []
  const seen = new Set<string>()
  const visit = (top: Folder): void => {
    const waiting = [{ folder: top, depth: 0, isShown: true }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { folder, depth, isShown } = next
      const { id, name } = folder
      if (seen.has(id)) continue
      seen.add(id)
      const inside = children.get(id) ?? []
      const state = inside.length === 0 ? 'without-folders' : open.has(id) ? 'open' : 'closed'
      if (isShown) rows.push({ id, name, depth, state })
      for (const child of [...inside].reverse()) {
        waiting.push({ folder: child, depth: depth + 1, isShown: isShown && state === 'open' })
      }
    }
  }
  const ids = new Set(folders.map(({ id }) => id))
  for (const folder of folders) {
    if (folder.parentId === null || !ids.has(folder.parentId)) visit(folder)
  }
  // What is left hangs in a circle of parents.
  for (const folder of folders) visit(folder)
  return rows
}

/** A folder with those that it lies in, from the top down; empty where there is no such folder. */
export function folderPath(folders: readonly Folder[], id: string): readonly Folder[] {
  return pathIn(new Map(folders.map((folder) => [folder.id, folder])), id, Infinity)
}

function pathIn(byId: ReadonlyMap<string, Folder>, id: string, most: number): readonly Folder[] {
  const path = new Set<Folder>()
  let folder = byId.get(id)
  while (folder !== undefined && !path.has(folder) && path.size < most) {
    path.add(folder)
    folder = folder.parentId === null ? undefined : byId.get(folder.parentId)
  }
  return [...path].reverse()
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

function childrenOf(folders: readonly Folder[]): ReadonlyMap<string, readonly Folder[]> {
  const children = new Map<string, Folder[]>()
  for (const folder of folders) {
    if (folder.parentId === null) continue
    const siblings = children.get(folder.parentId)
    if (siblings === undefined) children.set(folder.parentId, [folder])
    else siblings.push(folder)
  }
  return children
}
