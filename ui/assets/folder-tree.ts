import type { Folder } from '../../shared/brand.ts'

export interface FolderOption {
  readonly id: string
  readonly name: string
  /** 0 at the top. */
  readonly depth: number
}

/** Folders in the order of a tree. One whose parent is missing, or is itself, stands at the top. */
export function folderOptions(folders: readonly Folder[]): readonly FolderOption[] {
  const children = childrenOf(folders)
  const options: FolderOption[] = []
  const seen = new Set<string>()
  const visit = (folder: Folder, depth: number): void => {
    if (seen.has(folder.id)) return
    seen.add(folder.id)
    options.push({ id: folder.id, name: folder.name, depth })
    for (const child of children.get(folder.id) ?? []) visit(child, depth + 1)
  }
  const ids = new Set(folders.map(({ id }) => id))
  for (const folder of folders) {
    if (folder.parentId === null || !ids.has(folder.parentId)) visit(folder, 0)
  }
  // What is left hangs in a circle of parents.
  for (const folder of folders) visit(folder, 0)
  return options
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
