/** Null where another person has deleted it: then reading throws. */
export function nameNow(item: PaintStyle | Variable): string | null {
  try {
    return item.name
  } catch {
    return null
  }
}
