import type { ComponentChildren, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { BrandAsset, Decoded } from '../../shared/brand.ts'
import type { Memory } from '../cliquify/known.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Problem } from '../kit/problem.tsx'
import { SkeletonTiles } from '../kit/skeleton.tsx'
import { SkippedList } from '../kit/skipped.tsx'
import { useStaleness } from '../kit/staleness.ts'
import type { ScreenProps } from '../screen.ts'
import { AssetList } from './asset-list.tsx'
import { ListFace } from './list-face.tsx'
import { ListTrouble } from './list-trouble.tsx'
import { MoreOnScroll } from './more-on-scroll.tsx'
import { searchAssets } from './search.ts'
import { usePages, type LoadPage } from './use-pages.ts'

export interface PagedLibraryProps {
  readonly screen: ScreenProps
  /** What the list holds, in the plural: "assets". */
  readonly noun: string
  /** What to do where Cliquify has none. */
  readonly emptyAdvice: string
  /** Must stay the same as long as the list does. */
  readonly load: LoadPage
  /** Where its first page is remembered; must stay the same too. */
  readonly memory: Memory<Decoded<BrandAsset>>
  readonly filters?: ComponentChildren
  /** What the filters leave; null while none is set. */
  readonly filter?: ((asset: BrandAsset) => boolean) | null
  readonly onClearFilters?: () => void
}

/** A long list of assets that grows as one scrolls, and to its end while one searches or filters. */
export function PagedLibrary({
  screen: { placer, staleness, onConnectAgain, onOpenSettings },
  noun,
  emptyAdvice,
  load,
  memory,
  filters,
  filter = null,
  onClearFilters,
}: PagedLibraryProps): VNode {
  const { assets, skipped, status, stale, trouble, loadMore } = usePages(load, memory)
  useStaleness(staleness, stale, loadMore)
  const [query, setQuery] = useState('')
  const narrowed = query.trim() !== '' || filter !== null

  useEffect(() => {
    if (narrowed && status === 'waiting') loadMore()
  }, [narrowed, status, loadMore])

  if (assets.length === 0) {
    if (trouble !== null) {
      return (
        <ListFace>
          <ListTrouble
            noun={noun}
            trouble={trouble}
            onRetry={loadMore}
            onConnectAgain={onConnectAgain}
            onOpenSettings={onOpenSettings}
          />
        </ListFace>
      )
    }
    if (status === 'loading') {
      return (
        <ListFace>
          <SkeletonTiles count={12} />
        </ListFace>
      )
    }
    if (status === 'complete') {
      return (
        <ListFace>
          <Empty title={`No ${noun} yet`}>{emptyAdvice}</Empty>
          <SkippedList skipped={skipped} />
        </ListFace>
      )
    }
  }

  const searched = searchAssets(assets, query)
  const shown = filter === null ? searched : searched.filter(filter)
  const searching = narrowed && (status === 'loading' || status === 'waiting')
  return (
    <AssetList
      noun={noun}
      placer={placer}
      total={status === 'complete' ? assets.length : null}
      assets={shown}
      query={query}
      onQuery={setQuery}
      filters={filters}
      onClear={() => {
        setQuery('')
        onClearFilters?.()
      }}
      searching={searching}
      onMore={status === 'waiting' ? loadMore : null}
      onConnectAgain={onConnectAgain}
      onOpenSettings={onOpenSettings}
    >
      {trouble !== null && stale === null && (
        <Problem
          trouble={{
            message: `Not all ${noun} could be loaded. ${trouble.message}`,
            action: trouble.action,
            details: trouble.details,
          }}
          onRetry={loadMore}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
      )}
      {status === 'loading' && (
        <>
          <p class="asset-list-note">
            {narrowed ? `Looking through the rest, ${assets.length} so far…` : 'Loading more…'}
          </p>
          {shown.length === 0 && <SkeletonTiles count={6} />}
        </>
      )}
      {status === 'waiting' && !narrowed && (
        <MoreOnScroll onMore={loadMore}>
          <Button onClick={loadMore}>Load more</Button>
        </MoreOnScroll>
      )}
      <SkippedList skipped={skipped} />
    </AssetList>
  )
}
