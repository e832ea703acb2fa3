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
  const places = new Map(after.map((item, index) => [keyOf(item), index]))
  let last = -1
  let kept = 0
  for (const item of before) {
    const place = places.get(keyOf(item)) ?? -1
    if (place <= last) continue
    last = place
    kept += 1
  }
  return kept >= enough
}
