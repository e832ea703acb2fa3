import { isRecord, ownId } from './decode/value.ts'
import type { RawPage } from './lists.ts'

/** What identifies a page: the first one may or may not say that it is the first. */
export function pageKey(url: string): string {
  const key = new URL(url)
  if (key.searchParams.get('page') === '1') key.searchParams.delete('page')
  key.searchParams.sort()
  return key.href
}

/** What a page holds, by ids where there are any: addresses may carry a signature that changes. */
export function printOf({ content }: Pick<RawPage, 'content'>): string {
  if (!Array.isArray(content)) return JSON.stringify(content)
  return JSON.stringify(
    content.map((item: unknown) => (isRecord(item) ? (ownId(item) ?? item) : item)),
  )
}

/**
 * Whether a page says again what the one before it said, as paginators do that look neither at the
 * page they are asked for nor at their end: its items, or that there are none. Null where it is new.
 */
export function repeatOf(print: string, before: string | undefined): 'items' | 'nothing' | null {
  if (print !== before) return null
  return print === '[]' ? 'nothing' : 'items'
}
