export interface KeyGrid {
  readonly count: number
  /** How many tiles stand in a row; rows are read in the direction of the text. */
  readonly columns: number
  /** How many rows are in view at once. */
  readonly rowsInView: number
}

/** The tile that a key leads to, or null where the key does not move within the grid. */
export function tileAfterKey(key: string, from: number, grid: KeyGrid): number | null {
  const to = target(key, from, grid)
  return to === null || to === from || to < 0 || to >= grid.count ? null : to
}

function target(key: string, from: number, { count, columns, rowsInView }: KeyGrid): number | null {
  switch (key) {
    case 'ArrowRight':
      return from + 1
    case 'ArrowLeft':
      return from - 1
    case 'ArrowUp':
      return from - columns
    case 'ArrowDown':
      return down(from, columns, columns, count)
    case 'PageDown':
      return down(from, columns * Math.max(1, rowsInView - 1), columns, count)
    case 'PageUp': {
      const above = from - columns * Math.max(1, rowsInView - 1)
      return above < 0 ? from % columns : above
    }
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** Down by a number of tiles; to the last one where the rows end before, unless it is in the last. */
function down(from: number, by: number, columns: number, count: number): number {
  const inLastRow = Math.floor(from / columns) === Math.floor((count - 1) / columns)
  if (from + by < count) return from + by
  return inLastRow ? from : count - 1
}
