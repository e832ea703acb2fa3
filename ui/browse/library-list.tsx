import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { BrandAsset, Folder } from '../../shared/brand.ts'
import { notOffered } from '../../shared/cliquify/errors.ts'
import { isGone, type Resource } from '../brand/resource.ts'
import { useResource } from '../brand/use-resource.ts'
import type { LibraryTab } from '../brand/view-settings.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { useKeptFocus } from '../kit/keep-focus.ts'
import { Problem } from '../kit/problem.tsx'
import { Skeleton } from '../kit/skeleton.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import { logoFamily } from '../logos/variants.ts'
import type { ScreenProps } from '../screen.ts'
import { isOfMemory, tagCounts } from './find/filters.ts'
import { TagPicker } from './find/tag-picker.tsx'
import { useVanishedFilters } from './find/use-vanished-filters.ts'
import { AssetList, type Folding } from './grid/asset-list.tsx'
import { useBrowsing, type Browsing } from './use-browsing.ts'
import './library-list.css'

export interface LibraryListProps {
  readonly screen: ScreenProps
  readonly tab: LibraryTab
  readonly list: Resource<BrandAsset>
  /** The brand kit that the list belongs to; left out where it is the company's. */
  readonly kitId?: string
  /** Another order than Cliquify's, as the one to begin with. */
  readonly arrange?: (assets: readonly BrandAsset[]) => readonly BrandAsset[]
  /** What stands where Cliquify has none. */
  readonly empty: VNode
  /** Null where Cliquify has no list of them. */
  readonly tags: Resource<string> | null
  /** Null where they are not known, or not yet; must stay the same as long as they do. */
  readonly folders?: readonly Folder[] | null
  /** What stands among the filters; what it opens closes what else is open. */
  readonly way?: (browsing: Browsing, folding: Folding) => ComponentChildren
  /** What that opens. */
  readonly opened?: (browsing: Browsing) => ComponentChildren
}

/** A list of assets that grows as one scrolls, and to its end while one searches or filters. */
export function LibraryList({
  screen,
  tab,
  list,
  kitId,
  arrange = asLoaded,
  empty,
  tags,
  folders = null,
  way,
  opened,
}: LibraryListProps): VNode {
  const { items, skipped, status, isKnown, asOf, total, trouble } = useResource(list)
  const { more } = list
  // Logos have no pages: what is known of them is all there is.
  const isComplete = tab === 'logos' ? isKnown : status === 'complete'
  const assets = useMemo(() => arrange(items), [arrange, items])
  const browsing = useBrowsing({
    brand: screen.brand,
    tab,
    kitId,
    loaded: assets,
    isComplete,
    folders: folders ?? NO_FOLDERS,
  })
  const { view, changeFilters, isNarrowed, wantsAll, shown } = browsing
  const { filters } = view
  const { family } = filters
  const carried = useMemo(() => tagCounts(assets), [assets])
  useVanishedFilters(filters, changeFilters, {
    folders,
    tags: isComplete ? [...carried.keys()] : null,
    families: isComplete && family !== null ? assets.map(({ name }) => logoFamily(name)) : null,
  })

  const search = JSON.stringify([browsing.query, view.filters, view.sort])
  const [stopped, setStopped] = useState('')
  const goesOn = wantsAll && stopped !== search
  useKeptFocus(goesOn)
  const isMemory = isOfMemory(filters)
  const isEmpty = assets.length === 0 && !isMemory
  useEffect(() => {
    if ((goesOn || isEmpty) && status === 'waiting') more()
  }, [goesOn, isEmpty, status, more])

  const isLoading = status === 'loading' && !isComplete
  const isFailed = trouble !== null && asOf === null
  return (
    <AssetList
      screen={screen}
      noun={tab}
      total={isComplete ? assets.length : null}
      browsing={browsing}
      isSearching={goesOn && (isLoading || status === 'waiting')}
      onMore={status === 'waiting' && !isMemory ? more : null}
      filters={
        <TagPicker
          noun={tab}
          list={tags}
          carried={carried}
          isWhole={isComplete}
          selected={filters.tags}
          onSelect={(chosen) => changeFilters({ tags: chosen })}
        />
      }
      isFolderTold={folders?.some(({ id }) => id === filters.folderId) === true}
      way={way}
      opened={opened}
      face={
        isEmpty ? (
          <div class="list-face">
            {isComplete ? (
              empty
            ) : trouble === null ? (
              <Skeleton of="tiles" count={12} />
            ) : isGone(trouble) ? (
              <NotOffered noun={tab} onRetry={more} />
            ) : (
              <Problem trouble={trouble} onRetry={more} />
            )}
          </div>
        ) : null
      }
    >
      {isFailed && !isEmpty && (
        <Problem what={`Not all ${tab} could be loaded. `} trouble={trouble} onRetry={more} />
      )}
      {isLoading && !isEmpty && !isMemory && (
        <>
          <p class="hint list-note">
            {isNarrowed
              ? `Looking through the rest, ${assets.length} ${total !== null && total > assets.length ? `of ${total}` : 'so far'}…`
              : 'Loading more…'}{' '}
            {goesOn && (
              <Button variant="plain" onClick={() => setStopped(search)}>
                Stop
              </Button>
            )}
          </p>
          {shown.length === 0 && <Skeleton of="tiles" count={6} />}
        </>
      )}
      {status === 'waiting' && !goesOn && !isEmpty && !isMemory && (
        <p class="hint list-note">
          <Button onClick={more}>Load more</Button>
        </p>
      )}
      <SkippedList skipped={skipped} />
    </AssetList>
  )
}

/** A list that the account does not have is no failure. */
function NotOffered({ noun, onRetry }: { noun: string; onRetry: () => void }): VNode {
  return (
    <Empty title={`No ${noun} for this account`}>
      <p>{notOffered(noun).message}</p>
      <Button onClick={onRetry}>Retry</Button>
    </Empty>
  )
}

function asLoaded(assets: readonly BrandAsset[]): readonly BrandAsset[] {
  return assets
}

const NO_FOLDERS: readonly Folder[] = []
