/** ASCII with single spaces, as nearly all texts are. */
export function isPlainAscii(text: string): boolean {
  return /^[!-~]+(?: [!-~]+)*$/.test(text)
}

/**
 * A text as one line of at most so many characters, cut with an ellipsis where it is longer: without
 * control characters, and without the marks that turn the direction of what follows them. Joiners
 * stay: emoji and several scripts need them. A plain text comes back as it is.
 */
export function plainText(text: string, most: number): string {
  if (text.length <= most && isPlainAscii(text)) return text
  const plain = text
    .slice(0, most * 20)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cs}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (plain.length <= most) return plain
  const characters = Array.from(plain)
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : plain
}
