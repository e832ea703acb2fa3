import type { ReadonlySignal } from '@preact/signals'
import type { BrandAsset } from '../../shared/brand.ts'

/** What a person has marked to find it again. */
export interface Favourites {
  /** See `assetKey`. */
  readonly keys: ReadonlySignal<ReadonlySet<string>>
  /** Marks an asset, or takes its mark away. */
  toggle(asset: BrandAsset): void
}
