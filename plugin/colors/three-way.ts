/**
 * Who has changed one property since the last sync: nobody, only the file, only Cliquify, or both of
 * them differently. Where both have it alike now there is nothing left to do.
 */
export type Change = 'none' | 'here' | 'there' | 'both'

export function changeOf<T>(
  last: T,
  here: T,
  there: T,
  same: (one: T, other: T) => boolean,
): Change {
  if (same(here, there)) return 'none'
  if (same(last, there)) return 'here'
  return same(last, here) ? 'there' : 'both'
}

export function isHere(change: Change): boolean {
  return change === 'here' || change === 'both'
}

export function isThere(change: Change): boolean {
  return change === 'there' || change === 'both'
}
