/** How many buttons a row has: the color, and "More". */
const COLUMNS = 2

/**
 * The button that a key leads to, or null where the key does not move. Buttons are counted through
 * the rows, two a row; `from` is -1 where the key was pressed elsewhere.
 */
export function rowAfterKey(key: string, from: number, count: number): number | null {
  if (from < 0) return null
  const to = target(key, from, count)
  return to === null || to === from || to < 0 || to >= count ? null : to
}

function target(key: string, from: number, count: number): number | null {
  const column = from % COLUMNS
  switch (key) {
    case 'ArrowDown':
      return from + COLUMNS
    case 'ArrowUp':
      return from - COLUMNS
    case 'ArrowRight':
      return from - column + 1
    case 'ArrowLeft':
      return from - column
    case 'Home':
      return column
    case 'End':
      return count - COLUMNS + column
    default:
      return null
  }
}
