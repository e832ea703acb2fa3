import type { VNode } from 'preact'
import type { Folder } from '../../shared/brand.ts'
import { isGone, type ListState } from '../brand/resource.ts'
import { intoView } from '../browse/find/into-view.ts'
import type { Folding } from '../browse/grid/asset-list.tsx'
import { Button } from '../kit/button.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { IconFolder } from '../kit/icons.tsx'
import { useToldElsewhere } from '../kit/recovery.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { folderPath } from './folder-tree.ts'
import './folder-bar.css'

export interface FolderBarProps {
  readonly folders: ListState<Folder>
  readonly onRetry: () => void
  /** Of the tree. */
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
  const failure = isKnown ? null : trouble
  const isTold = useToldElsewhere(failure, onRetry)
  if (failure !== null) {
    if (isTold || isGone(failure)) return null
    return (
      <p ref={intoView} class="hint folder-bar" role="alert">
        Folders could not be loaded. <Button onClick={onRetry}>Retry</Button>
      </p>
    )
  }
  if (items.length + skipped.length === 0) return null
  return (
    <div class="folder-bar">
      <IconButton label="Folders" expanded={folding.isOpen} onClick={folding.toggle}>
        <IconFolder />
      </IconButton>
      <Breadcrumbs
        path={selected === null ? [] : folderPath(items, selected)}
        folding={folding}
        onSelect={onSelect}
      />
    </div>
  )
}
