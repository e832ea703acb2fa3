import type { BrandAsset } from '../../shared/brand.ts'
import type { QuickItem } from '../../shared/saved-brand.ts'
import { assetKey } from './asset-key.ts'
import type { Icons } from './icons.ts'
import { whyNotPlaceable } from '../placement/placeable.ts'

export const MOST_SUGGESTIONS = 1_500

/** Characters of JSON of the assets behind them; a part of what is kept on the device. */
export const MOST_TEXT = 800_000

const MOST_TAGS = 8

export interface Suggestable {
  /** In the order in which they are kept as long as there is room. */
  readonly assets: readonly BrandAsset[]
  /** When an asset was placed last, by its key. */
  readonly placedAt: ReadonlyMap<string, number>
  /** The name of a kit, by its id. */
  readonly kitNames: ReadonlyMap<string, string>
  readonly icons: Pick<Icons, 'of'>
}

/** The assets that quick insert can suggest without the window: what was placed goes first. */
export function suggestable({ assets, placedAt }: Suggestable): readonly BrandAsset[] {
  const candidates = assets.filter(
    (asset) => asset.kind !== 'template' && whyNotPlaceable(asset) === null,
  )
  const timeOf = (asset: BrandAsset): number => placedAt.get(assetKey(asset)) ?? 0
  let room = MOST_TEXT
  return candidates
    .sort((a, b) => timeOf(b) - timeOf(a))
    .slice(0, MOST_SUGGESTIONS)
    .filter((asset) => {
      room -= JSON.stringify(asset).length
      return room > 0
    })
}

export function suggestionOf(
  asset: BrandAsset,
  { placedAt, kitNames, icons }: Suggestable,
): QuickItem {
  const key = assetKey(asset)
  return {
    key,
    kind: asset.kind,
    name: asset.name,
    tags: asset.tags.slice(0, MOST_TAGS),
    kitName: asset.kitId === null ? null : (kitNames.get(asset.kitId) ?? null),
    ...icons.of(asset),
    usedAt: placedAt.get(key) ?? null,
  }
}
