import { signal, type ReadonlySignal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import { assetKey } from './asset-key.ts'

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

/** `find` gives what is known under a key. */
export function createSelection(find: (key: string) => BrandAsset | null): Selection {
  const keys = signal<ReadonlySet<string>>(new Set())
  /** Where the next extension starts, and what the last one picked: that gives way to the next. */
  let anchor: string | null = null
  let extended: readonly string[] = []

  function add(added: readonly string[], without: readonly string[] = []): void {
    const next = new Set(keys.value)
    for (const key of without) next.delete(key)
    for (const key of added) next.add(key)
    keys.value = next
  }

  return {
    keys,
    toggle(asset) {
      const key = assetKey(asset)
      if (keys.value.has(key)) add([], [key])
      else add([key])
      anchor = key
      extended = []
    },
    extend(asset, shown, from) {
      const order = shown.map(assetKey)
      const end = order.indexOf(assetKey(asset))
      if (end < 0) return
      const begun = order.indexOf(anchor ?? assetKey(from ?? asset))
      const start = begun < 0 ? end : begun
      const range = order.slice(Math.min(start, end), Math.max(start, end) + 1)
      add(range, extended)
      anchor = order[start] ?? null
      extended = range.filter((key) => key !== anchor)
    },
    all(shown) {
      add(shown.map(assetKey))
      extended = []
    },
    clear() {
      keys.value = new Set()
      anchor = null
      extended = []
    },
    inOrder(shown) {
      const seen = shown.filter((asset) => keys.value.has(assetKey(asset)))
      const keysSeen = new Set(seen.map(assetKey))
      const hidden = [...keys.value].filter((key) => !keysSeen.has(key))
      return [...seen, ...hidden.flatMap((key) => find(key) ?? [])]
    },
  }
}
