export const MOST_FAVOURITES = 300

/** Of each kind. */
export const MOST_RECENT = 24

/** With the key first, or without it where it was there; null where there are as many as can be. */
export function withFavourite(keys: readonly string[], key: string): readonly string[] | null {
  if (keys.includes(key)) return keys.filter((each) => each !== key)
  return keys.length < MOST_FAVOURITES ? [key, ...keys] : null
}

/** The key before the others, each once; no more than `MOST_RECENT` of its kind are kept. */
export function withPlaced(
  placed: readonly (readonly [string, number])[],
  key: string,
  at: number,
): readonly (readonly [string, number])[] {
  const others = placed.filter(([each]) => each !== key)
  const ofKind = others.filter(([each]) => kindOf(each) === kindOf(key))
  const leaving = new Set(ofKind.slice(MOST_RECENT - 1))
  return [[key, at], ...others.filter((each) => !leaving.has(each))]
}

/** See `assetKey`. */
function kindOf(key: string): string {
  return key.slice(0, key.indexOf(','))
}
