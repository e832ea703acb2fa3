import type { ReadonlySignal } from '@preact/signals'
import type { VNode } from 'preact'
import type { BrandAsset } from '../../../shared/brand.ts'
import type { Brand } from '../../brand/brand.ts'
import type { Selection } from '../../brand/selection.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { IconDetails, IconStar } from '../../kit/icons.tsx'
import { assetKey } from '../../brand/asset-key.ts'
import { boxOf, type GridLayout } from './grid-layout.ts'
import './tile-actions.css'

export interface TileActionsProps {
  readonly assets: readonly BrandAsset[]
  /** The tile under the pointer, or null. */
  readonly hovered: ReadonlySignal<number | null>
  readonly layout: GridLayout
  readonly selection: Selection
  readonly brand: Brand
  readonly onDetails: (index: number) => void
}

/**
 * What a tile offers beside being placed, for the pointer: the same by keyboard is in its details.
 * It lies over the tile and not in it, as a button cannot hold another.
 */
export function TileActions(props: TileActionsProps): VNode | null {
  const { assets, hovered, layout, selection, brand, onDetails } = props
  const index = hovered.value
  const asset = index === null ? undefined : assets[index]
  if (index === null || asset === undefined) return null
  const key = assetKey(asset)
  const isFavourite = brand.favourites.value.has(key)
  return (
    <div class="tile-actions" data-index={index} style={boxOf(layout, index)}>
      <input
        type="checkbox"
        class="tile-actions-select"
        aria-label={`Select ${asset.name}`}
        title="Select"
        tabIndex={-1}
        checked={selection.keys.value.has(key)}
        onChange={() => selection.toggle(asset)}
      />
      <span class="tile-actions-buttons">
        <IconButton
          label={`Favourite ${asset.name}`}
          pressed={isFavourite}
          onClick={() => brand.toggleFavourite(asset)}
        >
          <IconStar filled={isFavourite} />
        </IconButton>
        <IconButton label={`Details of ${asset.name}`} onClick={() => onDetails(index)}>
          <IconDetails />
        </IconButton>
      </span>
    </div>
  )
}
