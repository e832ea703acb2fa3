/** Below this share of what was there before, a list is another one, to be seen from its top. */
const SAME_LIST = 0.8

/**
 * Whether a list is still the one that was there, grown or changed a little, so that a person keeps
 * their place in it; a search, a filter and another order make another list.
 */
export function isSameList<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): boolean {
  const enough = before.length * SAME_LIST
  if (after.length < enough) return false
  if (before.every((item, index) => item === after[index])) return true
  // Most searches are told by the objects themselves, without making thousands of keys.
  const same = compare(before, after, (item) => item)
  if (same.kept >= enough) return true
  if (same.kept + same.missing < enough) return false
  return compare(before, after, keyOf).kept >= enough
}

/** How many items are there still, in the same order, and how many are not there at all. */
function compare<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (item: T) => unknown,
): { readonly kept: number; readonly missing: number } {
  const places = new Map(after.map((item, index) => [idOf(item), index]))
  let last = -1
  let kept = 0
  let missing = 0
  for (const item of before) {
    const place = places.get(idOf(item))
    if (place === undefined) missing += 1
    else if (place >= last) {
      last = place
      kept += 1
    }
  }
  return { kept, missing }
}
