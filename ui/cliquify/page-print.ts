import { isRecord, ownId, ownName } from '../../shared/cliquify/value.ts'
import { jsonOf } from '../../shared/json.ts'

/**
 * What identifies a page: the first one may or may not say that it is the first, and each may or may
 * not say how many items it is to hold.
 */
export function pageKey(url: string): string {
  const key = new URL(url)
  key.searchParams.delete('per_page')
  if (key.searchParams.get('page') === '1') key.searchParams.delete('page')
  key.searchParams.sort()
  return key.href
}

/** What a page holds, by ids and names: addresses may carry a signature that changes. */
export function printOf(content: unknown): string {
  const marks: unknown = Array.isArray(content) ? content.map(markOf) : markOf(content)
  return jsonOf(marks) ?? ''
}

function markOf(item: unknown): unknown {
  if (!isRecord(item)) return item
  const id = ownId(item)
  return id === null ? item : [id, ownName(item) ?? jsonOf(item)?.replace(/\?[^"]*/g, '')]
}
