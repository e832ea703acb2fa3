import type { VNode } from 'preact'
import { useCallback, useMemo, useState } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import { useLoad } from '../kit/use-load.ts'
import { PagedLibrary } from '../browse/paged-library.tsx'
import type { LoadPage } from '../browse/use-pages.ts'
import type { ScreenProps } from '../screen.ts'
import { FolderSelect } from './folder-select.tsx'
import { folderAndInside } from './folder-tree.ts'
import { KindSelect } from './kind-select.tsx'
import { mediaKind, type MediaKind } from './media-kind.ts'

/** All assets of the company, by folder and kind. */
export function AssetsScreen(screen: ScreenProps): VNode {
  const { client, cache } = screen
  const load = useCallback<LoadPage>((from, signal) => client.assets(from, signal), [client])
  const folders = useLoad((signal) => client.folders(signal), [client], cache.folders)
  const [folderId, setFolderId] = useState<string | null>(null)
  const [kind, setKind] = useState<MediaKind | null>(null)

  const loaded = folders.state.status === 'ready' ? folders.state.value.items : null
  const filter = useMemo(() => {
    if (folderId === null && kind === null) return null
    const inside = folderId === null ? null : folderAndInside(loaded ?? [], folderId)
    return (asset: BrandAsset): boolean =>
      (inside === null || (asset.folderId !== null && inside.has(asset.folderId))) &&
      (kind === null || mediaKind(asset) === kind)
  }, [loaded, folderId, kind])

  return (
    <PagedLibrary
      noun="assets"
      emptyAdvice="Upload pictures to your library in Cliquify, then open this tab again."
      load={load}
      memory={cache.assets}
      screen={screen}
      filter={filter}
      onClearFilters={() => {
        setFolderId(null)
        setKind(null)
      }}
      filters={
        <>
          <FolderSelect folders={folders} selected={folderId} onSelect={setFolderId} />
          <KindSelect selected={kind} onSelect={setKind} />
        </>
      }
    />
  )
}
