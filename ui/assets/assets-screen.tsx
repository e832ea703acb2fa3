import type { VNode } from 'preact'
import type { Folder } from '../../shared/brand.ts'
import { isGone, type ListState } from '../brand/resource.ts'
import { useResource } from '../brand/use-resource.ts'
import { LibraryList } from '../browse/library-list.tsx'
import { Empty } from '../kit/empty.tsx'
import type { ScreenProps } from '../screen.ts'
import { FolderBar } from './folder-bar.tsx'
import { FolderPanel } from './folder-panel.tsx'

/** All assets of the company, by folder, kind and tag. */
export function AssetsScreen(screen: ScreenProps): VNode {
  const { assets, assetTags, folders } = screen.brand
  const state = useResource(folders)
  return (
    <LibraryList
      screen={screen}
      tab="assets"
      list={assets}
      empty={<Empty title="No assets yet">Add assets in Cliquify, then open this tab again.</Empty>}
      tags={assetTags}
      folders={knownFolders(state)}
      way={({ view, changeFilters }, folding) => (
        <FolderBar
          folders={state}
          onRetry={folders.retry}
          folding={folding}
          selected={view.filters.folderId}
          onSelect={(folderId) => changeFilters({ folderId })}
        />
      )}
      opened={({ view, changeFilters }) => (
        <FolderPanel
          folders={state}
          assets={assets.state.value}
          selected={view.filters.folderId}
          onSelect={(folderId) => changeFilters({ folderId })}
        />
      )}
    />
  )
}

/** Null where it is not known which there are. */
function knownFolders({ items, isKnown, trouble }: ListState<Folder>): readonly Folder[] | null {
  return isKnown || isGone(trouble) ? items : null
}
