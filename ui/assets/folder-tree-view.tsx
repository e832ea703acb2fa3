import type { TargetedKeyboardEvent, TargetedMouseEvent, VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Folder } from '../../shared/brand.ts'
import { countText } from '../browse/find/find-texts.ts'
import { hasModifier } from '../kit/has-modifier.ts'
import { IconForward } from '../kit/icons.tsx'
import { folderPath, folderRows } from './folder-tree.ts'
import { treeMove } from './tree-keys.ts'
import './folder-tree-view.css'

export interface FolderTreeProps {
  readonly folders: readonly Folder[]
  /** How many assets each holds, see `folderCounts`; null where that is not known. */
  readonly counts: ReadonlyMap<string, number> | null
  /** A folder's id, or null for all. */
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
}

/** Folders to open, close and choose; Tab enters the tree once, the arrow keys move in it. */
export function FolderTree({ folders, counts, selected, onSelect }: FolderTreeProps): VNode {
  const tree = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(selected === null ? [] : around(folders, selected)),
  )
  const rows = folderRows(folders, open)
  const [focused, setFocused] = useState<string | null>(selected)
  const tabStop = Math.max(
    0,
    rows.findIndex(({ id }) => id === focused),
  )

  // Where one is stays in view, however one came there.
  useEffect(() => {
    if (selected === null) return
    setOpen((before) => new Set([...before, ...around(folders, selected)]))
    setFocused(selected)
  }, [folders, selected])

  function setState(id: string, state: 'open' | 'close'): void {
    const next = new Set(open)
    if (state === 'open') next.add(id)
    else next.delete(id)
    setOpen(next)
  }

  function choose(id: string): void {
    onSelect(id === selected ? null : id)
  }

  function move(event: TargetedKeyboardEvent<HTMLUListElement>): void {
    const row = rows[tabStop]
    if (row === undefined || hasModifier(event)) return
    const { key } = event
    const to = treeMove(key, tabStop, rows)
    if (key === 'Enter' || key === ' ') choose(row.id)
    else if (typeof to === 'string') setState(row.id, to)
    else if (to !== null) {
      tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[to]?.focus()
    } else return
    event.preventDefault()
  }

  return (
    <ul ref={tree} class="folder-tree" role="tree" aria-label="Folders" onKeyDown={move}>
      {rows.map(({ id, name, depth, state }, index) => {
        const count = counts === null ? null : (counts.get(id) ?? 0)
        return (
          <li
            key={id}
            class="folder-row"
            style={{ '--depth': depth }}
            role="treeitem"
            aria-level={depth + 1}
            aria-expanded={state === 'without-folders' ? undefined : state === 'open'}
            aria-selected={id === selected}
            tabIndex={index === tabStop ? 0 : -1}
            title={count === null ? name : `${name}, ${countText(count, 'assets')}`}
            onFocus={() => setFocused(id)}
            onClick={(event) => {
              if (isOnMark(event) && state !== 'without-folders') {
                setState(id, state === 'open' ? 'close' : 'open')
              } else choose(id)
            }}
          >
            <span class="folder-row-mark" aria-hidden="true">
              {state !== 'without-folders' && <IconForward />}
            </span>
            <span class="cut" dir="auto">
              {name}
            </span>
            <span class="hint" aria-hidden="true">
              {count}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** The folders that must be open for this one to be seen. */
function around(folders: readonly Folder[], id: string): readonly string[] {
  return folderPath(folders, id)
    .slice(0, -1)
    .map((folder) => folder.id)
}

function isOnMark({ target }: TargetedMouseEvent<HTMLElement>): boolean {
  return target instanceof Element && target.closest('.folder-row-mark') !== null
}
