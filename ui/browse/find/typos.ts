/** The shortest word in which a typo is forgiven, and the shortest in which two are. */
const ONE_TYPO_FROM = 3
const TWO_TYPOS_FROM = 8
/** The beginning of a shorter word says too little to forgive a typo in it. */
const BEGINNING_FROM = 5

/**
 * How many typos make `typed` of `word`, or of the beginning of it: letters left out, added, wrong
 * or changed round. Null where these are more than a word of that length is forgiven.
 */
export function typosIn(typed: string, word: string): number | null {
  const { length } = typed
  if (length < ONE_TYPO_FROM) return null
  const most = length < TWO_TYPOS_FROM ? 1 : 2
  if (word.length < length - most) return null
  if (most === 1 && !beginsAlike(typed, word)) return null
  if (length >= BEGINNING_FROM) return distance(typed, word.slice(0, length + most), most, true)
  return word.length > length + most ? null : distance(typed, word, most, false)
}

/** "Night" is another word than "light", not a typo of it. */
function beginsAlike(typed: string, word: string): boolean {
  const turned = typed.charAt(1) + typed.charAt(0)
  return word.startsWith(typed.charAt(0)) || word.startsWith(turned)
}

/** Edits from one to the other, or to the best beginning of it; null where more than `most`. */
function distance(typed: string, word: string, most: number, toBeginning: boolean): number | null {
  const columns = word.length + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: columns }, (_, column) => column)
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row]
    for (let column = 1; column < columns; column += 1) {
      const isSame = typed[row - 1] === word[column - 1]
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isTurned = typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
      if (row > 1 && column > 1 && isTurned) {
        edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1)
      }
      current.push(edits)
    }
    beforeLast = last
    last = current
  }
  const edits = toBeginning ? Math.min(...last) : (last[columns - 1] ?? most + 1)
  return edits <= most ? edits : null
}
