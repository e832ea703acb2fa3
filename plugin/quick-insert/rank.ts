import type { QuickItem } from '../../shared/protocol.ts'

const NONE = Infinity

/**
 * The items that a query finds, the best first: whole name, its beginning, a word's beginning, any
 * part of it, then tags and kit; of equals what was placed last. Without a query all of them, what
 * was placed last first.
 */
export function rankItems(items: readonly QuickItem[], query: string): readonly QuickItem[] {
  const wanted = fold(query)
  return items
    .map((item, position) => ({ item, position, score: scoreOf(item, wanted) }))
    .filter(({ score }) => score !== NONE)
    .sort(
      (one, other) =>
        one.score - other.score ||
        (other.item.usedAt ?? 0) - (one.item.usedAt ?? 0) ||
        one.position - other.position,
    )
    .map(({ item }) => item)
}

/** How well an item answers a query; less is better, `NONE` is not at all. */
function scoreOf(item: QuickItem, wanted: string): number {
  if (wanted === '') return 0
  const name = fold(item.name)
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (` ${name}`.includes(` ${wanted}`)) return 2
  if (name.includes(wanted)) return 3
  const tags = item.tags.map(fold)
  if (tags.includes(wanted)) return 4
  const all = ` ${[name, ...tags, fold(item.kitName ?? ''), item.kind].join(' ')}`
  const words = wanted.split(' ')
  if (words.every((word) => all.includes(` ${word}`))) return 5
  return words.every((word) => all.includes(word)) ? 6 : NONE
}

/** As people compare names: without case, accents and punctuation. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[\s\-_./,:;()[\]“”"’'–—]+/g, ' ')
    .trim()
}
