/**
 * In the order of their texts, which are sorted many times faster than by a comparison of ours. No two
 * of them must be the same.
 */
export function sortedByText<T>(
  items: Iterable<T>,
  textOf: (item: T, index: number) => string,
): readonly T[] {
  const byText = new Map([...items].map((item, index) => [textOf(item, index), item]))
  return [...byText.keys()].sort().flatMap((text) => byText.get(text) ?? [])
}
