import { fold, wordsOf } from '../../../shared/fold.ts'
import { createVocabulary, type Found } from './vocabulary.ts'

/** The names of a folder and of those that it lies in. */
export type FolderNames = (folderId: string) => readonly string[]

/** What is searched of an item of a list. */
export interface Searched {
  readonly name: string
  readonly tags: readonly string[]
  readonly folderIds: readonly string[]
}

export interface Search {
  /** Reads items ahead of a search; each is read once, however often it is searched. */
  read(items: readonly Searched[]): void
  /**
   * The items in whose name, tags and folders every word of the query is found, best first; those
   * that are as good keep their order. All of them for an empty query.
   */
  find<T extends Searched>(
    items: readonly T[],
    query: string,
    folderNames: FolderNames,
  ): readonly T[]
}

/** An item as it was read; words by their numbers in the vocabulary. */
interface Entry {
  readonly name: string
  readonly nameWords: readonly number[]
  readonly tagWords: readonly number[]
}

type Ranks = Readonly<Record<Found, number>>

/** How good it is to find a word there; the least is the best. */
const IN_NAME: Ranks = { same: 1, start: 2, inside: 5, typo: 9, not: Infinity }
const IN_TAGS: Ranks = { same: 3, start: 4, inside: 7, typo: 10, not: Infinity }
const IN_FOLDER: Ranks = { same: 6, start: 6, inside: 8, typo: 11, not: Infinity }

/** Where the name is, or begins with, all that was typed: before everything else. */
const IS_NAME = -2
const STARTS_NAME = -1

/** More than any sum of ranks, so that the word that is found worst decides. */
const WORST = 1e6

export function createSearch(): Search {
  const vocabulary = createVocabulary()
  const entries = new WeakMap<Searched, Entry>()

  function entryOf(item: Searched): Entry {
    const known = entries.get(item)
    if (known !== undefined) return known
    const name = fold(item.name)
    const entry = {
      name,
      nameWords: vocabulary.read(name),
      tagWords: vocabulary.read(fold(item.tags.join('\n'))),
    }
    entries.set(item, entry)
    return entry
  }

  function readFolders(
    items: readonly Searched[],
    folderNames: FolderNames,
  ): ReadonlyMap<string, readonly number[]> {
    const folders = new Map<string, readonly number[]>()
    for (const id of items.flatMap(({ folderIds }) => folderIds)) {
      if (!folders.has(id)) folders.set(id, vocabulary.read(fold(folderNames(id).join('\n'))))
    }
    return folders
  }

  return {
    read: (items) => items.forEach(entryOf),
    find<T extends Searched>(
      items: readonly T[],
      query: string,
      folderNames: FolderNames,
    ): readonly T[] {
      const typed = fold(query.trim())
      if (typed === '') return items
      const folders = readFolders(items, folderNames)
      const read = items.map(entryOf)
      const words = queryWords(typed).map((word) => ({ word, found: vocabulary.lookUp(word) }))
      const met: { readonly item: T; readonly rank: number }[] = []
      items.forEach((item, index) => {
        const entry = read[index]
        if (entry === undefined) return
        const folderWords = item.folderIds.flatMap((id) => folders.get(id) ?? [])
        const rank = rankOf(typed, words, entry, folderWords)
        if (rank < Infinity) met.push({ item, rank })
      })
      return met.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
    },
  }
}

/** A word of the query, and how it is found in each word of the vocabulary, by its number. */
interface Wanted {
  readonly word: string
  readonly found: readonly Found[]
}

/** The words of a folded query, each once; signs by themselves where there is nothing else. */
export function queryWords(typed: string): readonly string[] {
  const words = wordsOf(typed)
  return words.length === 0 ? [typed].filter(Boolean) : [...new Set(words)]
}

/** Infinity where a word is not found. Runs for each asset at each key. */
function rankOf(
  typed: string,
  words: readonly Wanted[],
  { name, nameWords, tagWords }: Entry,
  folderWords: readonly number[],
): number {
  let worst = 0
  let sum = 0
  for (const { word, found } of words) {
    const best = Math.min(
      bestOf(nameWords, found, IN_NAME),
      name.includes(word) ? IN_NAME.inside : Infinity,
      bestOf(tagWords, found, IN_TAGS),
      bestOf(folderWords, found, IN_FOLDER),
    )
    if (best === Infinity) return Infinity
    worst = Math.max(worst, best)
    sum += best
  }
  if (name === typed) return IS_NAME
  return name.startsWith(typed) ? STARTS_NAME : worst * WORST + sum
}

function bestOf(words: readonly number[], found: readonly Found[], ranks: Ranks): number {
  let best = Infinity
  for (const word of words) best = Math.min(best, ranks[found[word] ?? 'not'])
  return best
}
