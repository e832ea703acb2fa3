import type { FolderRow } from './folder-tree.ts'

/** What a key does in a tree of folders; rows by their place among those shown. */
export type TreeMove =
  | { readonly type: 'focus'; readonly row: number }
  | { readonly type: 'open' | 'close'; readonly id: string }

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
      if (row.state === 'closed') return { type: 'open', id: row.id }
      return row.state === 'open' ? focus(at + 1, rows) : null
    case 'ArrowLeft': {
      if (row.state === 'open') return { type: 'close', id: row.id }
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

function focus(row: number, rows: readonly FolderRow[]): TreeMove | null {
  return row < 0 || row >= rows.length ? null : { type: 'focus', row }
}
