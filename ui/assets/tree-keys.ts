import type { FolderRow } from './folder-tree.ts'

/** What a key does in a tree: to the row that has the focus, or which gets it, by its place among all. */
export type TreeMove = 'open' | 'close' | number

/** After the WAI-ARIA pattern (w3.org/WAI/ARIA/apg/patterns/treeview); null where the key does nothing. */
export function treeMove(key: string, at: number, rows: readonly FolderRow[]): TreeMove | null {
  const row = rows[at]
  if (row === undefined) return null
  switch (key) {
    case 'ArrowDown':
      return focus(at + 1, rows)
    case 'ArrowUp':
      return focus(at - 1, rows)
    case 'Home':
      return focus(0, rows)
    case 'End':
      return focus(rows.length - 1, rows)
    case 'ArrowRight':
      if (row.state === 'closed') return 'open'
      return row.state === 'open' ? focus(at + 1, rows) : null
    case 'ArrowLeft': {
      if (row.state === 'open') return 'close'
      const above = rows
        .slice(0, at)
        .map(({ depth }) => depth < row.depth)
        .lastIndexOf(true)
      return focus(above, rows)
    }
    default:
      return null
  }
}

function focus(row: number, rows: readonly FolderRow[]): number | null {
  return rows[row] === undefined ? null : row
}
