import { signal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'
import { assetKey } from './asset-key.ts'

/** Every asset that is known, once, under its key; all else that knows of assets holds keys. */
export interface AssetMap {
  readonly get: (key: string) => BrandAsset | null
  /** Those of these keys that are known, in their order; read in a component, it follows changes. */
  all(keys: readonly string[]): readonly BrandAsset[]
  /** Takes assets as Cliquify told them now. */
  put(assets: readonly BrandAsset[]): void
  /** Takes assets as they were told before: what is known already is newer. */
  add(assets: readonly BrandAsset[]): void
  /** What was told last first. */
  lastToldFirst(): readonly BrandAsset[]
  clear(): void
}

export function openAssetMap(): AssetMap {
  /** A new object around the same map at each change: copies of ten thousand would be waste. */
  const known = signal({ assets: new Map<string, BrandAsset>() })

  function take(told: readonly BrandAsset[], isNewer: boolean): void {
    const { assets } = known.peek()
    let changed = false
    for (const asset of told) {
      const key = assetKey(asset)
      const before = assets.get(key)
      if (before !== undefined && !isNewer) continue
      const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(asset)
      // Deleted first, so that it comes last.
      assets.delete(key)
      assets.set(key, isSame ? before : asset)
      changed ||= !isSame
    }
    if (changed) known.value = { assets }
  }

  return {
    get: (key) => known.peek().assets.get(key) ?? null,
    all(keys) {
      const { assets } = known.value
      return keys.flatMap((key) => assets.get(key) ?? [])
    },
    put: (told) => take(told, true),
    add: (told) => take(told, false),
    lastToldFirst: () => [...known.peek().assets.values()].reverse(),
    clear() {
      known.value = { assets: new Map() }
    },
  }
}
