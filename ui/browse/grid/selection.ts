import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { BrandAsset } from '../../../shared/brand.ts'
import { assetKey } from '../../placement/asset-key.ts'

/** The assets that a person has picked out; they stay picked while a search hides them. */
export interface Selection {
  readonly keys: ReadonlySignal<ReadonlySet<string>>
  toggle(asset: BrandAsset): void
  /** Picks from the last one that was picked, or from `from`, to this one, in the order shown. */
  extend(asset: BrandAsset, shown: readonly BrandAsset[], from?: BrandAsset): void
  all(shown: readonly BrandAsset[]): void
  readonly clear: () => void
  /** What is picked, in the order in which it is shown; then what is not shown at present. */
  inOrder(shown: readonly BrandAsset[]): readonly BrandAsset[]
}

export function createSelection(): Selection {
  const picked = signal<ReadonlyMap<string, BrandAsset>>(new Map())
  const keys = computed<ReadonlySet<string>>(() => new Set(picked.value.keys()))
  /** Where the next extension starts, and what the last one picked: that gives way to the next. */
  let anchor: string | null = null
  let extended: readonly string[] = []

  function add(assets: readonly BrandAsset[], without: readonly string[] = []): void {
    const next = new Map(picked.value)
    for (const key of without) next.delete(key)
    for (const asset of assets) next.set(assetKey(asset), asset)
    picked.value = next
  }

  return {
    keys,
    toggle(asset) {
      const key = assetKey(asset)
      if (picked.value.has(key)) add([], [key])
      else add([asset])
      anchor = key
      extended = []
    },
    extend(asset, shown, from) {
      const order = shown.map(assetKey)
      const start = order.indexOf(anchor ?? assetKey(from ?? asset))
      const end = order.indexOf(assetKey(asset))
      if (end < 0) return
      const [first, last] = start < 0 ? [end, end] : [Math.min(start, end), Math.max(start, end)]
      const range = shown.slice(first, last + 1)
      add(range, extended)
      anchor = order[start < 0 ? end : start] ?? null
      extended = range.map(assetKey).filter((key) => key !== anchor)
    },
    all(shown) {
      add(shown)
      extended = []
    },
    clear() {
      picked.value = new Map()
      anchor = null
      extended = []
    },
    inOrder(shown) {
      const seen = shown.filter((asset) => picked.value.has(assetKey(asset)))
      const keysSeen = new Set(seen.map(assetKey))
      return [...seen, ...[...picked.value.values()].filter((a) => !keysSeen.has(assetKey(a)))]
    },
  }
}
