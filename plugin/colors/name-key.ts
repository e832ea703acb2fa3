import { isPlainAscii } from '../../shared/plain-text.ts'

/**
 * The same for names that people take for the same: that differ only by their Unicode form, by the
 * kind of their spaces, or by spaces around a slash.
 */
export function nameKey(name: string): string {
  const isOwnKey = isPlainAscii(name) && !name.includes(' /') && !name.includes('/ ')
  if (isOwnKey) return name
  return name
    .normalize('NFC')
    .split('/')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .join('/')
}

export function isSameName(one: string, other: string): boolean {
  return one === other || nameKey(one) === nameKey(other)
}
