import { computed, type ReadonlySignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useId, useMemo, useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { IconCheck, IconReload, IconStar, Spinner } from '../../kit/icons.tsx'
import { assetKey } from '../../brand/asset-key.ts'
import { formatLabel, whyNotPlaceable } from '../../placement/placeable.ts'
import type { ScreenProps } from '../../screen.ts'
import { dayText, dimensionsText, kindText } from '../asset-texts.ts'
import type { Browsing } from '../use-browsing.ts'
import { AssetThumbnail } from './asset-thumbnail.tsx'
import { boxOf, nameEndRoom, type GridLayout } from './grid-layout.ts'
import { MarkedName } from '../find/marked-name.tsx'
import { endOf } from '../find/name-end.ts'
import { textWidth } from './text-width.ts'
import { useAssetDrag } from './use-asset-drag.ts'
import './asset-tile.css'
import './asset-row.css'

/** What happens to the tiles of one grid; it stays the same object as long as the grid does. */
export interface TileEvents {
  pressed(asset: BrandAsset, event: MouseEvent): void
  focused(index: number): void
  /** What a drag of this asset takes along. */
  dragged(asset: BrandAsset): readonly BrandAsset[]
  dropped(): void
}

export interface AssetTileProps {
  readonly asset: BrandAsset
  readonly index: number
  /** How many tiles the grid has. */
  readonly count: number
  readonly layout: GridLayout
  /** Whether Tab stops here; one tile of a grid does. */
  readonly tabStop: boolean
  readonly screen: ScreenProps
  readonly browsing: Browsing
  readonly hurried: ReadonlySignal<boolean>
  /** The tile under the pointer, or under what lies over it for the pointer; or null. */
  readonly hovered: ReadonlySignal<number | null>
  readonly events: TileEvents
}

/** One asset: click or Enter places it in the view, a drag places it where it is dropped. */
export function AssetTile(props: AssetTileProps): VNode {
  const { asset, index, count, layout, tabStop, screen, browsing, hurried, hovered, events } = props
  const { brand, placer } = screen
  const { view } = browsing.view
  const selectedKeys = browsing.tab.selection.keys.value
  const imageRef = useRef<HTMLImageElement | null>(null)
  const drag = useAssetDrag(placer)
  const descriptionId = useId()
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState(false)
  const isHovered = useMemo(() => computed(() => hovered.value === index), [hovered, index])
  const key = assetKey(asset)
  const reason = whyNotPlaceable(asset)
  const label = formatLabel(asset.format)
  const busy = placer.busy.value.includes(key)
  const selected = selectedKeys.has(key)
  const caption = browsing.captionOf(asset)
  const name = (
    <span class="asset-name" dir="auto">
      <MarkedName
        name={caption}
        marks={browsing.marksOf(caption)}
        end={endOf(caption, nameEndRoom(view, layout), textWidth)}
      />
    </span>
  )
  const day = dayText(asset.updatedAt ?? asset.createdAt)
  const dimensions = dimensionsText(asset.dimensions)

  return (
    <li
      class={view === 'grid' ? 'asset-tile' : 'asset-row'}
      data-index={index}
      data-refused={reason !== null || undefined}
      data-hovered={isHovered.value || undefined}
      data-selected={selected || undefined}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={boxOf(layout, index)}
    >
      <button
        type="button"
        class="asset-button"
        aria-label={asset.name}
        title={reason ?? asset.name}
        tabIndex={tabStop ? 0 : -1}
        aria-busy={busy}
        aria-pressed={selectedKeys.size > 0 ? selected : undefined}
        aria-describedby={descriptionId}
        draggable={reason === null}
        onClick={(event) => events.pressed(asset, event)}
        onFocus={() => events.focused(index)}
        onDragStart={(event) => drag.start(event, events.dragged(asset), imageRef.current)}
        onDragEnd={(event) => {
          if (drag.end(event)) events.dropped()
        }}
      >
        <AssetThumbnail
          asset={asset}
          onImage={(image) => {
            imageRef.current = image
          }}
          attempt={attempt}
          onFailed={setFailed}
          renew={brand.renew}
          hurried={hurried}
        />
        {view === 'grid' ? (
          name
        ) : (
          <span class="asset-row-line">
            {name}
            <span class="asset-row-facts">
              <span>{reason === null ? kindText(asset) : `⊘ ${kindText(asset)}`}</span>
              <span>{dimensions}</span>
              <span>{day}</span>
            </span>
          </span>
        )}
      </button>
      {failed && (
        <button
          type="button"
          class="asset-retry"
          tabIndex={tabStop ? 0 : -1}
          aria-label={`Load picture of ${asset.name} again`}
          title="Load picture again"
          onClick={({ currentTarget }) => {
            currentTarget.parentElement?.querySelector('button')?.focus()
            setFailed(false)
            setAttempt(attempt + 1)
          }}
        >
          <IconReload />
        </button>
      )}
      {busy && (
        <span class="asset-spinner">
          <Spinner />
        </span>
      )}
      {selected && (
        <span class="asset-check" aria-hidden="true">
          <IconCheck />
        </span>
      )}
      {brand.favourites.value.has(key) && (
        <span class="asset-star" aria-hidden="true">
          <IconStar filled />
        </span>
      )}
      {view === 'grid' && !failed && (
        <span class="asset-badge" aria-hidden="true">
          {reason === null ? label : `⊘ ${label ?? 'No file'}`}
        </span>
      )}
      <span id={descriptionId} hidden>
        {reason ??
          (view === 'grid'
            ? kindText(asset)
            : [kindText(asset), dimensions, day].filter(Boolean).join(', '))}
      </span>
    </li>
  )
}
