import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'
import type { BrandAsset, Folder } from '../../shared/brand.ts'
import type { ListState } from '../brand/resource.ts'
import { SkippedList } from '../kit/skipped.tsx'
import { FolderTree } from './folder-tree-view.tsx'
import { folderCounts } from './folder-tree.ts'

export interface FolderPanelProps {
  readonly folders: ListState<Folder>
  readonly assets: ListState<BrandAsset>
  /** A folder's id, or null for all. */
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
}

/** All folders, each with how many assets it holds once all are loaded. */
export function FolderPanel({ folders, assets, selected, onSelect }: FolderPanelProps): VNode {
  const { items: loaded, status } = assets
  const { items, skipped } = folders
  const isWhole = status === 'complete'
  const counts = useMemo(
    () => (isWhole ? folderCounts(items, loaded) : null),
    [items, loaded, isWhole],
  )
  return (
    <>
      {items.length > 0 && (
        <FolderTree folders={items} counts={counts} selected={selected} onSelect={onSelect} />
      )}
      <SkippedList skipped={skipped} noun="folder" />
    </>
  )
}
