import type { Ref, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import { isWithin } from '../cliquify/domains.ts'
import { formatLabel } from '../placement/placeable.ts'
import './asset-thumbnail.css'

export interface AssetThumbnailProps {
  readonly asset: BrandAsset
  readonly imageRef?: Ref<HTMLImageElement>
}

/** An asset's picture at its own aspect, or its format in words where there is no picture. */
export function AssetThumbnail({ asset, imageRef }: AssetThumbnailProps): VNode {
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(() => {
    if (failed === null) return
    const tryAgain = (): void => setFailed(null)
    addEventListener('online', tryAgain)
    return () => removeEventListener('online', tryAgain)
  }, [failed])
  // What Figma would block is not even tried: it would only fill the console.
  const source = [asset.thumbnailUrl, isPicture(asset) ? asset.url : null]
    .filter((url) => url !== null)
    .find((url) => isWithin(__DOMAINS__, url))
  if (source === undefined || source === failed) {
    return (
      <span class="asset-thumbnail asset-thumbnail-missing" aria-hidden="true">
        {formatLabel(asset.format) ?? 'No preview'}
      </span>
    )
  }
  return (
    <span class="asset-thumbnail" aria-hidden="true">
      <img
        ref={imageRef ?? null}
        src={source}
        alt=""
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        draggable={false}
        onError={() => setFailed(source)}
      />
    </span>
  )
}

/** Whether the file itself may be shown where there is no thumbnail. */
function isPicture({ format }: BrandAsset): boolean {
  return format !== 'video' && format !== 'pdf' && format !== 'other'
}
