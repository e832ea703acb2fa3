import { fold, wordsOf } from '../../shared/fold.ts'
import type { QuickItem } from '../../shared/saved-brand.ts'

const NONE = Infinity

export interface Suggested extends QuickItem {
  /** Half a step down among hits, where it is another kit's than the chosen one; else 0. */
  readonly down: number
}

/** An item with what is searched of it, as people compare texts. */
export interface Searchable {
  readonly item: Suggested
  readonly name: string
  readonly tags: readonly string[]
  /** Each word of its name, tags, kit and kind after a space. */
  readonly all: string
}

/** Reads items ahead of the first key, so that each key only compares. */
export function readItems(items: readonly Suggested[]): readonly Searchable[] {
  return items.map((item) => {
    const name = plain(item.name)
    const tags = item.tags.map(plain)
    const all = ` ${[name, ...tags, plain(item.kitName ?? ''), item.kind].join(' ')}`
    return { item, name, tags, all }
  })
}

/**
 * The items that a query finds, the best first: whole name, its beginning, a word's beginning, any
 * part of it, then tags and kit; of equals those of other kits last, and what was placed last first.
 * Without a query all are equal.
 */
export function rankItems(items: readonly Searchable[], query: string): readonly Suggested[] {
  const wanted = plain(query)
  return items
    .map((each) => ({ item: each.item, score: scoreOf(each, wanted) + each.item.down }))
    .filter(({ score }) => score !== NONE)
    .sort(
      (one, other) => one.score - other.score || (other.item.usedAt ?? 0) - (one.item.usedAt ?? 0),
    )
    .map(({ item }) => item)
}

/** How well an item answers a query; less is better, `NONE` is not at all. */
function scoreOf({ name, tags, all }: Searchable, wanted: string): number {
  if (wanted === '' || name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (` ${name}`.includes(` ${wanted}`)) return 2
  if (name.includes(wanted)) return 3
  if (tags.includes(wanted)) return 4
  const words = wanted.split(' ')
  if (words.every((word) => all.includes(` ${word}`))) return 5
  return words.every((word) => all.includes(word)) ? 6 : NONE
}

/** The words of a text, folded; its signs where it has no words. */
function plain(text: string): string {
  const folded = fold(text)
  return wordsOf(folded).join(' ') || folded.trim()
}
