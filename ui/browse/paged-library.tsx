import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { BrandAsset, Folder } from '../../shared/brand.ts'
import type { ListState, Resource } from '../brand/resource.ts'
import { useResource } from '../brand/use-resource.ts'
import type { LibraryTab } from '../brand/view-settings.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'
import { SkeletonTiles } from '../kit/skeleton.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import type { ScreenProps } from '../screen.ts'
import { AssetList, type Folding } from './grid/asset-list.tsx'
import { isOfMemory, tagsOf } from './find/filters.ts'
import { ListFace } from './list-face.tsx'
import { ListTrouble } from './list-trouble.tsx'
import { TagPicker } from './find/tag-picker.tsx'
import { useBrowsing, type Browsing } from './use-browsing.ts'
import { useVanishedFilters } from './find/use-vanished-filters.ts'

export interface PagedLibraryProps {
  readonly screen: ScreenProps
  readonly tab: Exclude<LibraryTab, 'logos'>
  /** What to do where Cliquify has none. */
  readonly emptyAdvice: string
  readonly tags: Resource<string>
  /** Null where they are not known, or not yet; must stay the same as long as they do. */
  readonly folders?: readonly Folder[] | null
  /** The way through the folders. */
  readonly folderBar?: (browsing: Browsing, folding: Folding) => ComponentChildren
}

/** A long list of assets that grows as one scrolls, and to its end while one searches or filters. */
export function PagedLibrary({
  screen,
  tab,
  emptyAdvice,
  tags,
  folders = null,
  folderBar,
}: PagedLibraryProps): VNode {
  const { brand } = screen
  const list = brand[tab]
  const state = useResource(list)
  const { items: assets, skipped, status, asOf, trouble } = state
  const { more } = list
  const isComplete = status === 'complete'
  const browsing = useBrowsing({
    brand,
    tab,
    list: tab,
    loaded: assets,
    isComplete,
    isHere: tab === 'assets' ? isAsset : isTemplate,
    folders: folders ?? NO_FOLDERS,
  })
  const { view, changeFilters, isNarrowed, wantsAll, shown } = browsing
  const { filters } = view
  const carried = useMemo(() => tagsOf(assets), [assets])
  useVanishedFilters(filters, changeFilters, { folders, tags: isComplete ? carried : null })

  const isEmpty = assets.length === 0 && !isOfMemory(filters)
  useEffect(() => {
    if ((wantsAll || isEmpty) && status === 'waiting') more()
  }, [wantsAll, isEmpty, status, more])

  const isSearching = wantsAll && (status === 'loading' || status === 'waiting')
  return (
    <AssetList
      screen={screen}
      noun={tab}
      total={isComplete ? assets.length : null}
      browsing={browsing}
      isSearching={isSearching}
      onMore={status === 'waiting' && !isOfMemory(filters) ? more : null}
      filters={
        <TagPicker
          noun={tab}
          list={tags}
          carried={carried}
          selected={filters.tags}
          onSelect={(tags) => changeFilters({ tags })}
        />
      }
      chosenFolder={folders?.find(({ id }) => id === filters.folderId)?.name ?? null}
      above={(folding) => folderBar?.(browsing, folding)}
      face={isEmpty ? faceOf(state, more, tab, emptyAdvice) : null}
    >
      {trouble !== null && asOf === null && !isEmpty && (
        <Problem what={`Not all ${tab} could be loaded. `} trouble={trouble} onRetry={more} />
      )}
      {status === 'loading' && !isEmpty && !isOfMemory(filters) && (
        <>
          <p class="asset-list-note">
            {isNarrowed ? `Looking through the rest, ${assets.length} so far…` : 'Loading more…'}
          </p>
          {shown.length === 0 && <SkeletonTiles count={6} />}
        </>
      )}
      {status === 'waiting' && !wantsAll && !isEmpty && !isOfMemory(filters) && (
        <p class="asset-list-note">
          <Button onClick={more}>Load more</Button>
        </p>
      )}
      <SkippedList skipped={skipped} />
    </AssetList>
  )
}

/** What stands where nothing is loaded: it is loading, it failed, or there is nothing. */
function faceOf(
  { status, trouble }: ListState<BrandAsset>,
  more: () => void,
  noun: string,
  emptyAdvice: string,
): VNode {
  if (trouble !== null) {
    return (
      <ListFace>
        <ListTrouble noun={noun} trouble={trouble} onRetry={more} />
      </ListFace>
    )
  }
  return (
    <ListFace>
      {status === 'complete' ? (
        <Empty title={`No ${noun} yet`}>{emptyAdvice}</Empty>
      ) : (
        <SkeletonTiles count={12} />
      )}
    </ListFace>
  )
}

function isAsset({ kind }: BrandAsset): boolean {
  return kind === 'asset'
}

function isTemplate({ kind }: BrandAsset): boolean {
  return kind === 'template'
}

const NO_FOLDERS: readonly Folder[] = []
