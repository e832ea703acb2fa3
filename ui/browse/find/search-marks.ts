import { fold } from '../../../shared/fold.ts'
import { queryWords } from './search.ts'
import { findIn } from './vocabulary.ts'

/** A part of a text: from one index up to the other, not included. */
export type Mark = readonly [from: number, to: number]

/** The parts of a name in which the words of a query are found, from the left, never overlapping. */
export function marksIn(name: string, query: string): readonly Mark[] {
  const words = queryWords(fold(query.trim()))
  if (words.length === 0) return []
  const { text, starts, ends } = foldWithPlaces(name)
  const marks = words.flatMap((word) => placesOf(word, text))
  return joined(marks).map(([from, to]) => [starts[from] ?? 0, ends[to - 1] ?? name.length])
}

/**
 * The text as it is searched, and for each unit of it where what it came from begins and ends.
 * Slower than `fold`, letter by letter: for what is shown, not for what is searched.
 */
function foldWithPlaces(original: string) {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const letter of original) {
    const end = at + letter.length
    const folded = fold(letter)
    // An accent belongs to the letter before it.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end
    folded.split('').forEach(() => {
      starts.push(at)
      ends.push(end)
    })
    text += folded
    at = end
  }
  return { text, starts, ends }
}

/** Beginnings of words, else the first place inside one, else the words that it is a typo of. */
function placesOf(word: string, text: string): readonly Mark[] {
  const nameWords = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: found, index }) => ({
    at: index,
    found,
    how: findIn(found, word),
  }))
  const beginnings = nameWords.filter(({ how }) => how === 'same' || how === 'start')
  if (beginnings.length > 0) return beginnings.map(({ at }) => [at, at + word.length])
  const inside = text.indexOf(word)
  if (inside !== -1) return [[inside, inside + word.length]]
  return nameWords
    .filter(({ how }) => how === 'typo')
    .map(({ at, found }) => [at, at + found.length])
}

function joined(marks: readonly Mark[]): readonly Mark[] {
  const result: Mark[] = []
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last === undefined || last[1] < from) result.push([from, to])
    else result[result.length - 1] = [last[0], Math.max(last[1], to)]
  }
  return result
}
