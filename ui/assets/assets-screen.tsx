import type { VNode } from 'preact'
import { useCallback, useMemo } from 'preact/hooks'
import { PagedLibrary } from '../browse/paged-library.tsx'
import type { LoadPage } from '../cliquify/pages-of.ts'
import { isGone, useLoad, type LoadState } from '../kit/use-load.ts'
import type { Decoded, Folder } from '../../shared/brand.ts'
import type { ScreenProps } from '../screen.ts'
import { FolderBar } from './folder-bar.tsx'

/** All assets of the company, by folder, kind and tag. */
export function AssetsScreen(screen: ScreenProps): VNode {
  const { client, cache, staleness } = screen
  const load = useCallback<LoadPage>((from, signal) => client.assets(from, signal), [client])
  const folders = useLoad((signal) => client.folders(signal), [client], cache.folders)
  const tagList = useMemo(
    () => ({
      load: (signal: AbortSignal) => client.assetTags(signal),
      memory: cache.assetTags,
      staleness,
    }),
    [client, cache, staleness],
  )
  return (
    <PagedLibrary
      screen={screen}
      tab="assets"
      emptyAdvice="Upload pictures to your library in Cliquify, then open this tab again."
      load={load}
      memory={cache.assets}
      tagList={tagList}
      folders={knownFolders(folders.state)}
      folderBar={({ look, changeFilters }, folding) => (
        <FolderBar
          folders={folders}
          folding={folding}
          staleness={staleness}
          selected={look.filters.folderId}
          onSelect={(folderId) => changeFilters({ folderId })}
        />
      )}
    />
  )
}

/** Null where it is not known which there are. */
function knownFolders(state: LoadState<Decoded<Folder>>): readonly Folder[] | null {
  if (state.status === 'ready') return state.value.items
  return state.status === 'failed' && isGone(state.trouble) ? NONE : null
}

const NONE: readonly Folder[] = []
