import type { VNode } from 'preact'
import { useCallback, useMemo } from 'preact/hooks'
import { ApiError } from '../cliquify/errors.ts'
import { PagedLibrary } from '../browse/paged-library.tsx'
import type { LoadPage } from '../cliquify/pages-of.ts'
import { useLoad, type LoadState } from '../kit/use-load.ts'
import type { Decoded, Folder } from '../../shared/brand.ts'
import type { ScreenProps } from '../screen.ts'
import { FolderBar } from './folder-bar.tsx'

/** All assets of the company, by folder, kind and tag. */
export function AssetsScreen(screen: ScreenProps): VNode {
  const { client, cache } = screen
  const load = useCallback<LoadPage>((from, signal) => client.assets(from, signal), [client])
  const folders = useLoad((signal) => client.folders(signal), [client], cache.folders)
  const tagList = useMemo(
    () => ({
      load: (signal: AbortSignal) => client.assetTags(signal),
      memory: cache.assetTags,
    }),
    [client, cache],
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
  const isOffered = !(
    state.status === 'failed' &&
    state.trouble instanceof ApiError &&
    state.trouble.kind === 'not-offered'
  )
  return isOffered ? null : NONE
}

const NONE: readonly Folder[] = []
