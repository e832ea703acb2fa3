import { isRecord, ownId } from '../../shared/cliquify/value.ts'

/** What identifies a page: the first one may or may not say that it is the first. */
export function pageKey(url: string): string {
  const key = new URL(url)
  if (key.searchParams.get('page') === '1') key.searchParams.delete('page')
  key.searchParams.sort()
  return key.href
}

/** What a page holds, by ids where there are any: addresses may carry a signature that changes. */
export function printOf(content: unknown): string {
  if (!Array.isArray(content)) return JSON.stringify(content)
  return JSON.stringify(
    content.map((item: unknown) => (isRecord(item) ? (ownId(item) ?? item) : item)),
  )
}
