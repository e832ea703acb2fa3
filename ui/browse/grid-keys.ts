/**
 * The tile that a key leads to, or null where the key does not move within the grid.
 * `columns` is how many tiles stand in a row; rows are read in the direction of the text.
 */
export function tileAfterKey(
  key: string,
  from: number,
  count: number,
  columns: number,
): number | null {
  const to = target(key, from, count, columns)
  return to === null || to === from || to < 0 || to >= count ? null : to
}

function target(key: string, from: number, count: number, columns: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return from + 1
    case 'ArrowLeft':
      return from - 1
    case 'ArrowUp':
      return from - columns
    case 'ArrowDown': {
      const below = from + columns
      const inLastRow = Math.floor(from / columns) === Math.floor((count - 1) / columns)
      return below < count || inLastRow ? below : count - 1
    }
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
