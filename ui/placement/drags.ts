import type { BrandAsset } from '../../shared/brand.ts'
import type { FetchAll, Fetching } from './fetching.ts'

/** Assets that are dragged, and fetched while they are. */
export interface Drag {
  readonly fetching: readonly Fetching[]
  readonly ending: AbortController
}

/** What is being dragged out of the window, until its drop is told. */
export interface Drags {
  /** Starts to fetch; gives the reference that the drop carries. */
  start(assets: readonly BrandAsset[]): string
  /** Null where the drop was told before, or is none of this window's. */
  take(reference: string): Drag | null
  readonly cancel: (reference: string) => void
}

/** Drags that ended with Escape are never told; their bytes are let go once this many came after. */
const DRAGS_KEPT = 3

export function createDrags(fetchAll: FetchAll): Drags {
  const drags = new Map<string, Drag>()
  let lastId = 0

  function cancel(reference: string): void {
    drags.get(reference)?.ending.abort()
    drags.delete(reference)
  }

  return {
    start(assets) {
      for (const oldest of [...drags.keys()].slice(0, -DRAGS_KEPT)) cancel(oldest)
      const reference = `drag-${++lastId}`
      const ending = new AbortController()
      drags.set(reference, { fetching: fetchAll(assets, ending.signal), ending })
      return reference
    },
    take(reference) {
      const drag = drags.get(reference) ?? null
      drags.delete(reference)
      return drag
    },
    cancel,
  }
}
