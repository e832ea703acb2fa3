import type { Decoded, Folder } from '../../../shared/brand.ts'
import { unwrap } from './envelope.ts'
import {
  idIn,
  isRecord,
  itemsOf,
  ownId,
  ownName,
  readFirst,
} from '../../../shared/cliquify/value.ts'
import { beginReading } from './reading.ts'

/** Names under which replies hold folders. */
export const FOLDER_LISTS = ['folders', 'asset_folders', 'directories']

/** Fields of the folders in a folder, as Laravel's recursive relations are called, too. */
const CHILDREN = /^(?!.*(?:parent|ancest|ids)).*(?:child|folders|directories|descend)/i

/** Reads folders that name their parent, or that hold their children; a parent goes before them. */
export function decodeFolders(content: unknown): Decoded<Folder> {
  const { items, skipped, skip } = beginReading<Folder>()
  const waiting: { source: unknown; parentId: string | null }[] = []
  const add = (list: unknown, parentId: string | null): void => {
    const items = itemsOf(list, (record) => ownId(record) !== null)
    for (const [, source] of [...items].reverse()) waiting.push({ source, parentId })
  }

  add(content, null)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { source, parentId } = next
    const id = isRecord(source) ? ownId(source) : null
    if (!isRecord(source) || id === null) {
      skip(source, null, 'It has no id.')
      continue
    }
    const stated = readFirst(source, ['parent_id', 'parent_folder_id', 'parent'], idIn)
    items.push({
      id,
      name: ownName(source) ?? 'Unnamed folder',
      parentId: stated === '0' ? null : (stated ?? parentId),
    })
    for (const [key, value] of Object.entries(source)) {
      if (CHILDREN.test(key)) add(unwrap(value, [])?.content, id)
    }
  }
  return { items, skipped }
}

/** Each folder once; one whose parent is missing, or that is its own ancestor, stands at the top. */
export function arrangeFolders(folders: readonly Folder[]): readonly Folder[] {
  const byId = new Map<string, Folder>()
  for (const folder of folders) if (!byId.has(folder.id)) byId.set(folder.id, folder)
  const circular = circularIn(byId)
  return [...byId.values()].map((folder) => {
    const hasPlace = byId.has(folder.parentId ?? '') && !circular.has(folder.id)
    return hasPlace ? folder : { ...folder, parentId: null }
  })
}

/** One folder of each circle. */
function circularIn(byId: ReadonlyMap<string, Folder>): ReadonlySet<string> {
  const circular = new Set<string>()
  const settled = new Set<string>()
  for (const start of byId.values()) {
    const way = new Set<string>()
    let at: Folder | undefined = start
    while (at !== undefined && !settled.has(at.id) && !way.has(at.id)) {
      way.add(at.id)
      at = byId.get(at.parentId ?? '')
    }
    if (at !== undefined && way.has(at.id)) circular.add(at.id)
    for (const id of way) settled.add(id)
  }
  return circular
}
