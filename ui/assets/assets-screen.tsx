import type { VNode } from 'preact'
import { isGone, type ListState } from '../brand/resource.ts'
import { useResource } from '../brand/use-resource.ts'
import { PagedLibrary } from '../browse/paged-library.tsx'
import type { Folder } from '../../shared/brand.ts'
import type { ScreenProps } from '../screen.ts'
import { FolderBar } from './folder-bar.tsx'

/** All assets of the company, by folder, kind and tag. */
export function AssetsScreen(screen: ScreenProps): VNode {
  const { assetTags, folders } = screen.brand
  const state = useResource(folders)
  return (
    <PagedLibrary
      screen={screen}
      tab="assets"
      emptyAdvice="Upload pictures to your library in Cliquify, then open this tab again."
      tags={assetTags}
      folders={knownFolders(state)}
      folderBar={({ view, changeFilters }, folding) => (
        <FolderBar
          folders={state}
          onRetry={folders.retry}
          folding={folding}
          selected={view.filters.folderId}
          onSelect={(folderId) => changeFilters({ folderId })}
        />
      )}
    />
  )
}

/** Null where it is not known which there are. */
function knownFolders({ items, isKnown, trouble }: ListState<Folder>): readonly Folder[] | null {
  if (isKnown) return items
  return isGone(trouble) ? NONE : null
}

const NONE: readonly Folder[] = []
