import { fold } from '../../../shared/fold.ts'

/** A text as it is searched: without case, accents and ligatures. */
export interface Folded {
  readonly text: string
  /** For each unit of `text`, where what it came from begins and ends in the original. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Slower than `fold`, letter by letter: for what is shown, not for what is searched. */
export function foldWithPlaces(original: string): Folded {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const letter of original) {
    const end = at + letter.length
    const folded = fold(letter)
    // An accent belongs to the letter before it.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end
    starts.push(...Array.from({ length: folded.length }, () => at))
    ends.push(...Array.from({ length: folded.length }, () => end))
    text += folded
    at = end
  }
  return { text, starts, ends }
}
