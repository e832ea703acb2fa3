import type { Decoded, Folder, Skipped } from '../../../shared/brand.ts'
import { unwrap } from './envelope.ts'
import {
  firstOf,
  idOf,
  isRecord,
  nameForSkipped,
  own,
  ownId,
  ownName,
} from '../../../shared/cliquify/value.ts'

/** Names under which replies hold folders. */
export const FOLDER_LISTS = ['folders', 'asset_folders', 'directories']

const CHILDREN_KEYS = ['children', 'subfolders', 'sub_folders', 'folders', 'childs']

/** Reads folders that name their parent, or that hold their children; a parent goes before them. */
export function decodeFolders(content: unknown): Decoded<Folder> {
  const items: Folder[] = []
  const skipped: Skipped[] = []
  const waiting: { source: unknown; parentId: string | null }[] = []
  const add = (list: unknown, parentId: string | null): void => {
    const sources: readonly unknown[] = Array.isArray(list)
      ? list
      : isRecord(list) && ownId(list) === null
        ? Object.values(list)
        : [list]
    for (const source of [...sources].reverse()) waiting.push({ source, parentId })
  }

  add(content, null)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { source, parentId } = next
    const id = isRecord(source) ? ownId(source) : null
    if (!isRecord(source) || id === null) {
      const name = nameForSkipped(source, null, items.length + skipped.length + 1)
      skipped.push({ name, reason: 'It is no folder with an id.' })
      continue
    }
    const parent = own(source, 'parent')
    const stated =
      idOf(firstOf(source, ['parent_id', 'parentId', 'parent_folder_id'])) ??
      (isRecord(parent) ? ownId(parent) : idOf(parent))
    items.push({
      id,
      name: ownName(source) ?? 'Unnamed folder',
      parentId: stated === '0' ? null : (stated ?? parentId),
    })
    const children = firstOf(source, CHILDREN_KEYS)
    if (typeof children === 'object') add(unwrap(children, [])?.content ?? [], id)
  }
  return { items, skipped }
}

/** Each folder once; one whose parent is missing, or that is its own ancestor, stands at the top. */
export function arrangeFolders(folders: readonly Folder[]): readonly Folder[] {
  const byId = new Map<string, Folder>()
  for (const folder of folders) if (!byId.has(folder.id)) byId.set(folder.id, folder)
  for (const folder of byId.values()) {
    if (!reachesTop(folder, byId)) byId.set(folder.id, { ...folder, parentId: null })
  }
  return [...byId.values()]
}

function reachesTop(folder: Folder, byId: ReadonlyMap<string, Folder>): boolean {
  const seen = new Set<string>()
  let parentId = folder.parentId
  while (parentId !== null && parentId !== folder.id && !seen.has(parentId)) {
    seen.add(parentId)
    const parent = byId.get(parentId)
    if (parent === undefined) return seen.size > 1
    parentId = parent.parentId
  }
  return parentId !== folder.id
}
