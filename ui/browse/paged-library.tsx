import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { BrandAsset, Decoded, Folder } from '../../shared/brand.ts'
import type { Memory } from '../cliquify/known.ts'
import type { LoadPage } from '../cliquify/pages-of.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'
import { SkeletonTiles } from '../kit/skeleton.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import { useStaleness } from '../kit/staleness.ts'
import type { ScreenProps } from '../screen.ts'
import { AssetList, type Folding } from './grid/asset-list.tsx'
import { isOfMemory, tagsOf } from './find/filters.ts'
import { ListFace } from './list-face.tsx'
import { ListTrouble } from './list-trouble.tsx'
import type { LibraryTab } from './look.ts'
import { TagPicker, type TagList } from './find/tag-picker.tsx'
import { useBrowsing, type Browsing } from './use-browsing.ts'
import { usePages, type Pages } from './use-pages.ts'
import { useVanishedFilters } from './find/use-vanished-filters.ts'

export interface PagedLibraryProps {
  readonly screen: ScreenProps
  readonly tab: Exclude<LibraryTab, 'logos'>
  /** What to do where Cliquify has none. */
  readonly emptyAdvice: string
  /** Must stay the same as long as the list does. */
  readonly load: LoadPage
  /** Where its first page is remembered; must stay the same too. */
  readonly memory: Memory<Decoded<BrandAsset>>
  readonly tagList: TagList
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
  load,
  memory,
  tagList,
  folders = null,
  folderBar,
}: PagedLibraryProps): VNode {
  const pages = usePages(load, memory)
  const { assets, skipped, status, stale, trouble, loadMore } = pages
  useStaleness(screen.staleness, stale, loadMore)
  const isComplete = status === 'complete'
  const isHere = tab === 'assets' ? isAsset : isTemplate
  const browsing = useBrowsing({
    memory: screen.memory,
    tab,
    loaded: assets,
    isComplete,
    isHere,
    folders: folders ?? NO_FOLDERS,
  })
  const { look, changeFilters, isNarrowed, wantsAll, shown } = browsing
  const { filters } = look
  const carried = useMemo(() => tagsOf(assets), [assets])
  useVanishedFilters(filters, changeFilters, { folders, tags: isComplete ? carried : null })

  const isEmpty = assets.length === 0 && !isOfMemory(filters)
  useEffect(() => {
    if ((wantsAll || isEmpty) && status === 'waiting') loadMore()
  }, [wantsAll, isEmpty, status, loadMore])

  const isSearching = wantsAll && (status === 'loading' || status === 'waiting')
  return (
    <AssetList
      screen={screen}
      noun={tab}
      total={isComplete ? assets.length : null}
      browsing={browsing}
      isSearching={isSearching}
      onMore={status === 'waiting' && !isOfMemory(filters) ? loadMore : null}
      filters={
        <TagPicker
          noun={tab}
          list={tagList}
          carried={carried}
          selected={filters.tags}
          onSelect={(tags) => changeFilters({ tags })}
        />
      }
      chosenFolder={folders?.find(({ id }) => id === filters.folderId)?.name ?? null}
      above={(folding) => folderBar?.(browsing, folding)}
      face={isEmpty ? faceOf(pages, tab, emptyAdvice, screen) : null}
    >
      {trouble !== null && stale === null && !isEmpty && (
        <Problem
          what={`Not all ${tab} could be loaded. `}
          trouble={trouble}
          staleness={screen.staleness}
          onRetry={loadMore}
          onConnectAgain={screen.onConnectAgain}
          onOpenSettings={screen.onOpenSettings}
        />
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
          <Button onClick={loadMore}>Load more</Button>
        </p>
      )}
      <SkippedList skipped={skipped} />
    </AssetList>
  )
}

/** What stands where nothing is loaded: it is loading, it failed, or there is nothing. */
function faceOf(
  { status, trouble, loadMore }: Pages,
  noun: string,
  emptyAdvice: string,
  { staleness, onConnectAgain, onOpenSettings }: ScreenProps,
): VNode {
  if (trouble !== null) {
    return (
      <ListFace>
        <ListTrouble
          noun={noun}
          trouble={trouble}
          staleness={staleness}
          onRetry={loadMore}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
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
