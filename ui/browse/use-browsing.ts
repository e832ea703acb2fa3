import { useEffect, useMemo } from 'preact/hooks'
import type { BrandAsset, Folder } from '../../shared/brand.ts'
import { folderAndInside, folderNamesIn } from '../assets/folder-tree.ts'
import type { Brand } from '../brand/brand.ts'
import type { TabState } from '../brand/tab-state.ts'
import type { LibraryTab, ViewSettings } from '../brand/view-settings.ts'
import { assetKey } from '../brand/asset-key.ts'
import { captionText } from './asset-texts.ts'
import { anyFilter, isOfMemory, meets, NO_FILTERS, type Filters } from './find/filters.ts'
import { marksIn, type Mark } from './find/search-marks.ts'
import { sortAssets } from './find/sort.ts'
import { useHeldOrder, type HeldOrder } from './grid/use-held-order.ts'

export interface BrowsingOptions {
  readonly brand: Brand
  readonly tab: LibraryTab
  /** The brand kit that the list belongs to; undefined where it is the company's. */
  readonly kitId: string | undefined
  /** What is loaded, each once, in the order that is the default here. */
  readonly loaded: readonly BrandAsset[]
  /** Whether that is all there is. */
  readonly isComplete: boolean
  /** Empty where there are none, or none yet. */
  readonly folders: readonly Folder[]
}

/** A list as a person looks at it: searched, filtered, sorted. */
export interface Browsing {
  readonly tab: TabState
  readonly view: ViewSettings
  readonly changeView: (change: Partial<ViewSettings>) => void
  readonly changeFilters: (change: Partial<Filters>) => void
  readonly query: string
  readonly setQuery: (query: string) => void
  /** Takes query and filters away. */
  readonly showAll: () => void
  /** Whether the query or a filter leaves some out. */
  readonly isNarrowed: boolean
  /** Whether this needs all of the list, not only what is loaded. */
  readonly wantsAll: boolean
  readonly shown: readonly BrandAsset[]
  readonly hold: HeldOrder['hold']
  readonly captionOf: (asset: BrandAsset) => string
  readonly marksOf: (text: string) => readonly Mark[]
  readonly folderNames: (asset: BrandAsset) => string
}

export function useBrowsing(options: BrowsingOptions): Browsing {
  const { brand, tab, kitId, loaded, isComplete, folders } = options
  const view = brand.views.value[tab]
  const favourites = brand.favouriteAssets.value
  const recent = brand.recentAssets.value
  const { filters, sort } = view
  const { favouritesOnly, recentOnly } = filters
  const state = brand.tab(kitId === undefined ? tab : `${tab} of ${kitId}`)
  const { search } = state
  const query = state.query.value
  useEffect(() => search.read(loaded), [search, loaded])

  const folderNames = useMemo(() => folderNamesIn(folders), [folders])

  const remembered = useMemo(() => {
    const keys = new Set(favourites.map(assetKey))
    const isWanted = (key: string): boolean => !favouritesOnly || keys.has(key)
    // What is no longer there cannot be placed.
    const there = isComplete ? new Set(loaded.map(assetKey)) : null
    return (recentOnly ? recent : favourites).filter((asset) => {
      const key = assetKey(asset)
      const isHere = `${asset.kind}s` === tab && (kitId === undefined || asset.kitId === kitId)
      return isHere && isWanted(key) && there?.has(key) !== false
    })
  }, [favouritesOnly, recentOnly, recent, favourites, tab, kitId, isComplete, loaded])

  const pool = isOfMemory(filters) ? remembered : loaded
  const sorted = useMemo(() => {
    const inside = filters.folderId === null ? NOWHERE : folderAndInside(folders, filters.folderId)
    const met = anyFilter(filters) ? pool.filter((asset) => meets(asset, filters, inside)) : pool
    return sortAssets(met, sort)
  }, [pool, filters, folders, sort])
  const found = useMemo(
    () => search.find(sorted, query, folderNames),
    [search, sorted, query, folderNames],
  )
  const { shown, hold } = useHeldOrder(found, JSON.stringify([query, filters, sort]))

  const setQuery = (next: string): void => {
    state.query.value = next
  }
  const changeView = (change: Partial<ViewSettings>): void =>
    brand.setView(tab, { ...view, ...change })
  const isNarrowed = query.trim() !== '' || anyFilter(filters)
  return {
    tab: state,
    view,
    changeView,
    changeFilters: (change) => changeView({ filters: { ...filters, ...change } }),
    query,
    setQuery,
    showAll() {
      setQuery('')
      changeView({ filters: NO_FILTERS })
    },
    isNarrowed,
    wantsAll: !isOfMemory(filters) && (isNarrowed || sort !== 'cliquify'),
    shown,
    hold,
    captionOf: (asset) => captionText(asset, filters.family),
    marksOf: (text) => marksIn(text, query),
    folderNames: ({ folderIds }) =>
      folderIds.flatMap((id) => folderNames(id).at(-1) ?? []).join(', '),
  }
}

const NOWHERE: ReadonlySet<string> = new Set()
