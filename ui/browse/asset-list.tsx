import type { ComponentChildren, VNode } from 'preact'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { SearchField } from '../kit/search-field.tsx'
import { signal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import { assetKey } from '../placement/asset-key.ts'
import { AssetGrid } from './asset-grid.tsx'
import type { Favourites } from './favourites.ts'
import { PlacementProblems, type PlacementProblemsProps } from '../placement/placement-problems.tsx'
import './asset-list.css'

export interface AssetListProps extends PlacementProblemsProps {
  /** What the list holds, in the plural: "logos". */
  readonly noun: string
  /** How many there are before search and filters, or null while that is not known. */
  readonly total: number | null
  /** What search and filters leave. */
  readonly assets: readonly BrandAsset[]
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Further filters beside the search field. */
  readonly filters?: ComponentChildren
  /** Shows everything again. */
  readonly onClear: () => void
  /** Whether more may still be found, so that nothing found yet is not the last word. */
  readonly searching?: boolean
  /** Asks for the next page; null where all is loaded, or is being loaded. */
  readonly onMore?: (() => void) | null
  /** What stands below the tiles. */
  readonly children?: ComponentChildren
}

/** A list of assets that is there: search and filters, what could not be placed, and the tiles. */
export function AssetList({
  noun,
  placer,
  total,
  assets,
  query,
  onQuery,
  filters,
  onClear,
  searching = false,
  onMore = null,
  onConnectAgain,
  onOpenSettings,
  children,
}: AssetListProps): VNode {
  return (
    <div class="asset-list">
      <div class="asset-list-bar">
        <SearchField
          value={query}
          onInput={onQuery}
          placeholder={total === null ? `Search ${noun}` : `Search ${total} ${noun}`}
        />
        {filters !== undefined && <div class="asset-list-filters">{filters}</div>}
        <PlacementProblems
          placer={placer}
          onConnectAgain={onConnectAgain}
          onOpenSettings={onOpenSettings}
        />
      </div>
      {assets.length > 0 && (
        <AssetGrid
          label={noun}
          assets={assets}
          placer={placer}
          view="grid"
          tileSize={104}
          marksOf={noMarks}
          favourites={FAVOURITES}
          folderName={noFolder}
          onMore={onMore}
        />
      )}
      {assets.length === 0 && !searching && (
        <Empty
          title={query.trim() === '' ? `No ${noun} here` : `Nothing matches “${query.trim()}”`}
        >
          <p>Try another word or fewer filters.</p>
          <Button onClick={onClear}>Show all {noun}</Button>
        </Empty>
      )}
      {children}
    </div>
  )
}

const noMarks = (): readonly [] => []
const noFolder = (): null => null

const favouriteKeys = signal<ReadonlySet<string>>(new Set())
const FAVOURITES: Favourites = {
  keys: favouriteKeys,
  toggle(asset) {
    const keys = new Set(favouriteKeys.value)
    if (!keys.delete(assetKey(asset))) keys.add(assetKey(asset))
    favouriteKeys.value = keys
  },
}
