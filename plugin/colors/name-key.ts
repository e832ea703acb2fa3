/** ASCII with single spaces, as nearly all names are: their own keys. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/**
 * The same for names that people take for the same: that differ only by their Unicode form, by the
 * kind of their spaces, or by spaces around a slash.
 */
export function nameKey(name: string): string {
  const isPlain = PLAIN.test(name) && !name.includes(' /') && !name.includes('/ ')
  if (isPlain) return name
  return name
    .normalize('NFC')
    .split('/')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .join('/')
}

export function isSameName(one: string, other: string): boolean {
  return one === other || nameKey(one) === nameKey(other)
}
