/** A text as it is searched: without case, accents and ligatures. */
export interface Folded {
  readonly text: string
  /** For each unit of `text`, where what it came from begins and ends in the original. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Letters that Unicode does not take apart into a letter and its accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
  ς: 'σ',
}

export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[ßæœøđðħıłþς]/g, (letter) => PLAIN[letter] ?? letter)
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

/** The words of a folded text: runs of letters and digits in any script. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}
