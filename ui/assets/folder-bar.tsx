import type { VNode } from 'preact'
import type { Folder } from '../../shared/brand.ts'
import { isGone, type ListState } from '../brand/resource.ts'
import type { Folding } from '../browse/grid/asset-list.tsx'
import { Button } from '../kit/button.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { IconFolder } from '../kit/icons.tsx'
import { useToldElsewhere } from '../kit/recovery.ts'
import { SkippedList } from '../kit/skipped.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { FolderTree } from './folder-tree-view.tsx'
import { folderPath } from './folder-tree.ts'
import './folder-bar.css'

export interface FolderBarProps {
  readonly folders: ListState<Folder>
  readonly onRetry: () => void
  readonly folding: Folding
  /** A folder's id, or null for all. */
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
}

/** Where one is among the folders, and the way to the others; nothing where there are none. */
export function FolderBar({
  folders,
  onRetry,
  folding,
  selected,
  onSelect,
}: FolderBarProps): VNode | null {
  const { items, skipped, isKnown, trouble } = folders
  const { isOpen, toggle } = folding
  const failure = isKnown ? null : trouble
  const isTold = useToldElsewhere(failure, onRetry)
  if (failure !== null) {
    if (isTold || isGone(failure)) return null
    return (
      <p class="hint folders-failed" role="alert">
        Folders could not be loaded. <Button onClick={onRetry}>Retry</Button>
      </p>
    )
  }
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
