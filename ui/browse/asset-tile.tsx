import type { TargetedDragEvent, TargetedMouseEvent, VNode } from 'preact'
import { useId, useRef } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import { DROP_TYPE, type DropMetadata } from '../../shared/protocol.ts'
import { AssetThumbnail } from './asset-thumbnail.tsx'
import { formatLabel, whyNotPlaceable } from '../placement/placeable.ts'
import type { Placer } from '../placement/placer.ts'
import { isDrop, readRelease } from '../placement/release.ts'
import './asset-tile.css'

export interface AssetTileProps {
  readonly asset: BrandAsset
  readonly placer: Placer
  readonly busy: boolean
  /** Whether Tab stops here; one tile of a grid does. */
  readonly tabStop: boolean
  readonly onFocus: () => void
}

/** One asset: click or Enter places it in the view, a drag places it where it is dropped. */
export function AssetTile({ asset, placer, busy, tabStop, onFocus }: AssetTileProps): VNode {
  const image = useRef<HTMLImageElement>(null)
  const dragRef = useRef<string | null>(null)
  const descriptionId = useId()
  const reason = whyNotPlaceable(asset)
  const label = formatLabel(asset.format)

  function click(event: TargetedMouseEvent<HTMLButtonElement>): void {
    // The second click of a double click counts 2; it must not place a second copy.
    if (event.detail <= 1) void placer.place([asset])
  }

  function startDrag(event: TargetedDragEvent<HTMLButtonElement>): void {
    const { dataTransfer } = event
    if (dataTransfer === null) return
    dragRef.current = placer.startDrag([asset])
    // Firefox starts no drag without data.
    dataTransfer.setData('text/plain', asset.name)
    dataTransfer.effectAllowed = 'copy'
    const picture = image.current ?? event.currentTarget
    dataTransfer.setDragImage(picture, picture.clientWidth / 2, picture.clientHeight / 2)
  }

  function endDrag(event: TargetedDragEvent<HTMLButtonElement>): void {
    const reference = dragRef.current
    dragRef.current = null
    if (reference === null) return
    if (!isDrop(readRelease(event))) {
      placer.cancelDrag(reference)
      return
    }
    // A window without an origin cannot drop on Figma's canvas by itself; Figma does it on this
    // message (figma.com/plugin-docs/creating-ui, "Triggering drop events from the UI").
    const { clientX, clientY, altKey } = event
    const items = [{ type: DROP_TYPE, data: reference }]
    const dropMetadata: DropMetadata = { altKey }
    parent.postMessage({ pluginDrop: { clientX, clientY, items, dropMetadata } }, '*')
  }

  return (
    <li class="asset-tile">
      <button
        type="button"
        class={reason === null ? 'asset-tile-button' : 'asset-tile-button asset-tile-refused'}
        title={reason ?? asset.name}
        tabIndex={tabStop ? 0 : -1}
        aria-busy={busy}
        aria-describedby={descriptionId}
        draggable={reason === null}
        onClick={click}
        onFocus={onFocus}
        onDragStart={startDrag}
        onDragEnd={endDrag}
      >
        <AssetThumbnail asset={asset} imageRef={image} />
        <span class="asset-tile-name" dir="auto">
          {asset.name}
        </span>
      </button>
      {busy ? <span class="asset-tile-spinner" aria-hidden="true" /> : null}
      <span class="asset-tile-badge" aria-hidden="true">
        {reason === null ? label : `⊘ ${label ?? 'No file'}`}
      </span>
      <span id={descriptionId} hidden>
        {reason ?? label ?? 'Picture'}
      </span>
    </li>
  )
}
