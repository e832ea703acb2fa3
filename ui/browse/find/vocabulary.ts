import { wordsOf } from '../../../shared/fold.ts'
import { typosIn } from './typos.ts'

/** How a typed word is found in another, from best to worst. */
export type Found = 'same' | 'start' | 'inside' | 'typo' | 'not'

/**
 * All words of what is searched, each once and by its number. Ten thousand assets share some hundred
 * words, and a search compares with these.
 */
export interface Vocabulary {
  /** The numbers of the words of a folded text. */
  read(folded: string): readonly number[]
  /** How a folded word is found in each word that was read so far, by its number. */
  lookUp(typed: string): readonly Found[]
}

export function createVocabulary(): Vocabulary {
  const words: string[] = []
  const numbers = new Map<string, number>()

  function numberOf(word: string): number {
    const known = numbers.get(word)
    if (known !== undefined) return known
    numbers.set(word, words.length)
    return words.push(word) - 1
  }

  return {
    read: (folded) => [...new Set(wordsOf(folded).map(numberOf))],
    lookUp: (typed) => words.map((word) => findIn(word, typed)),
  }
}

/** How `typed` is found in `word`; both are folded. */
export function findIn(word: string, typed: string): Found {
  if (word === typed) return 'same'
  if (word.startsWith(typed)) return 'start'
  if (word.includes(typed)) return 'inside'
  return typosIn(typed, word) === null ? 'not' : 'typo'
}
