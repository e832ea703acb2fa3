import type { VNode } from 'preact'
import type { Decoded, Folder } from '../../shared/brand.ts'
import type { Folding } from '../browse/grid/asset-list.tsx'
import { Button } from '../kit/button.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { IconFolder } from '../kit/icons.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import { useToldElsewhere, type Staleness } from '../kit/staleness.ts'
import { isGone, type Load } from '../kit/use-load.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { FolderTree } from './folder-tree-view.tsx'
import { folderPath } from './folder-tree.ts'
import './folder-bar.css'

export interface FolderBarProps {
  readonly folders: Load<Decoded<Folder>>
  readonly folding: Folding
  readonly staleness: Staleness
  /** A folder's id, or null for all. */
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
}

/** Where one is among the folders, and the way to the others; nothing where there are none. */
export function FolderBar({
  folders,
  folding,
  staleness,
  selected,
  onSelect,
}: FolderBarProps): VNode | null {
  const { state, retry } = folders
  const { isOpen, toggle } = folding
  const trouble = state.status === 'failed' ? state.trouble : null
  const isTold = useToldElsewhere(staleness, trouble, retry)
  if (state.status === 'loading') return null
  if (state.status === 'failed') {
    if (isTold || isGone(state.trouble)) return null
    return (
      <p class="folders-failed" role="alert">
        Folders could not be loaded. <Button onClick={retry}>Retry</Button>
      </p>
    )
  }
  const { items, skipped } = state.value
  const unread = <SkippedList skipped={skipped} noun="folder" />
  if (items.length === 0) return unread
  return (
    <div class="folder-bar">
      <div class="folder-bar-path">
        <IconButton label="Folders" expanded={isOpen} onClick={toggle}>
          <IconFolder />
        </IconButton>
        <Breadcrumbs
          key={selected}
          path={selected === null ? [] : folderPath(items, selected)}
          onSelect={onSelect}
        />
      </div>
      {isOpen && (
        <>
          <FolderTree folders={items} selected={selected} onSelect={onSelect} />
          {unread}
        </>
      )}
    </div>
  )
}
