import { signal, type Signal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import { createSearch, type Search } from '../browse/find/search.ts'
import { createSelection, type Selection } from './selection.ts'

/** What a person looks for in a list, has picked out, and where they are; it outlives the tab. */
export interface TabState {
  readonly query: Signal<string>
  /** What was read of the list for searching. */
  readonly search: Search
  readonly selection: Selection
  /** Where the top of the view was when it was left; null at the start of the list. */
  place: Place | null
}

/** A tile, and how many rows the top of the view lies below it. */
export interface Place {
  readonly index: number
  readonly key: string
  readonly rows: number
}

/** `find` gives the asset under a key. */
export function openTabState(find: (key: string) => BrandAsset | null): TabState {
  return {
    query: signal(''),
    search: createSearch(),
    selection: createSelection(find),
    place: null,
  }
}
