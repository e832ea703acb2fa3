import type { Tab } from '../../shared/protocol.ts'
import { MEDIA_KINDS } from '../assets/media-kind.ts'
import { NO_FILTERS, type Filters } from '../browse/find/filters.ts'
import { SORTS, type Sort } from '../browse/find/sort.ts'
import { isText, recordOf } from '../../shared/cliquify/value.ts'

/** The tabs that show assets. */
export type LibraryTab = Exclude<Tab, 'colors' | 'check'>

/** How a tab shows its assets, and which of them; it outlives the window. */
export interface ViewSettings {
  readonly view: 'grid' | 'list'
  /** The least width of a tile in CSS pixels. */
  readonly tileSize: number
  readonly sort: Sort
  readonly filters: Filters
}

/** CSS pixels. */
export const TILE_SIZE = { least: 72, most: 240, step: 8 }

export const DEFAULT_VIEW: ViewSettings = {
  view: 'grid',
  tileSize: 104,
  sort: 'cliquify',
  filters: NO_FILTERS,
}

/** More than anyone combines; what was stored by anything else is cut off. */
const MOST_TAGS = 50

/** View settings as they were stored; what is missing or damaged is as at first. */
export function readViewSettings(value: unknown): ViewSettings {
  const stored = recordOf(value)
  const { view, tileSize, sort } = stored
  return {
    view: view === 'list' ? view : DEFAULT_VIEW.view,
    tileSize: isTileSize(tileSize) ? tileSize : DEFAULT_VIEW.tileSize,
    sort: SORTS.find(({ value: each }) => each === sort)?.value ?? DEFAULT_VIEW.sort,
    filters: readFilters(stored['filters']),
  }
}

function isTileSize(value: unknown): value is number {
  return typeof value === 'number' && value >= TILE_SIZE.least && value <= TILE_SIZE.most
}

function readFilters(value: unknown): Filters {
  const { favouritesOnly, recentOnly, folderId, kind, tags, family } = recordOf(value)
  return {
    favouritesOnly: favouritesOnly === true,
    recentOnly: recentOnly === true,
    folderId: textOrNull(folderId),
    kind: MEDIA_KINDS.find(({ value: each }) => each === kind)?.value ?? null,
    tags: Array.isArray(tags) ? tags.filter(isText).slice(0, MOST_TAGS) : [],
    family: textOrNull(family),
  }
}

function textOrNull(value: unknown): string | null {
  return isText(value) ? value : null
}
