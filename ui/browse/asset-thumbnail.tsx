import type { ReadonlySignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../../shared/brand.ts'
import { formatLabel } from '../placement/placeable.ts'
import { thumbnailOf } from './pictures.ts'
import { thumbnailMemory } from './thumbnail-memory.ts'
import './asset-thumbnail.css'

export interface AssetThumbnailProps {
  readonly asset: BrandAsset
  readonly onImage?: (image: HTMLImageElement | null) => void
  /** Another number asks for the picture anew, after it could not be loaded. */
  readonly attempt?: number
  readonly onFailed?: (failed: boolean) => void
  /** While true, a picture that is not at hand is not asked for. */
  readonly hurried?: ReadonlySignal<boolean>
}

type State = 'loading' | 'shown' | 'failed'

/** An asset's picture at its own aspect, or its format in words where there is no picture. */
export function AssetThumbnail(props: AssetThumbnailProps): VNode {
  const { asset, attempt = 0 } = props
  const source = thumbnailOf(asset)
  if (source === null) return <Missing asset={asset} />
  return <Picture key={`${attempt} ${source}`} {...props} source={source} />
}

function Picture({
  asset,
  onImage,
  onFailed,
  hurried,
  source,
}: AssetThumbnailProps & { readonly source: string }): VNode {
  const ownRef = useRef<HTMLImageElement | null>(null)
  const [state, setState] = useState<State>(() =>
    thumbnailMemory.has(source) ? 'shown' : 'loading',
  )
  const [asked, setAsked] = useState(state === 'shown')
  const waits = !asked && hurried?.value === true

  useLayoutEffect(() => {
    if (waits || ownRef.current === null) return
    setAsked(true)
    thumbnailMemory.keep(source, ownRef.current)
  }, [waits, source])

  useEffect(() => {
    if (state !== 'failed') return
    const tryAgain = (): void => {
      setState('loading')
      onFailed?.(false)
    }
    addEventListener('online', tryAgain)
    return () => removeEventListener('online', tryAgain)
  }, [state, onFailed])

  if (state === 'failed') return <Missing asset={asset} />
  return (
    <span class="asset-thumbnail" data-state={state} aria-hidden="true">
      <img
        ref={(image) => {
          ownRef.current = image
          onImage?.(image)
        }}
        src={waits ? undefined : source}
        alt=""
        decoding="async"
        referrerpolicy="no-referrer"
        draggable={false}
        onLoad={() => {
          setState('shown')
          onFailed?.(false)
        }}
        onError={() => {
          setState('failed')
          onFailed?.(true)
        }}
      />
    </span>
  )
}

function Missing({ asset }: Pick<AssetThumbnailProps, 'asset'>): VNode {
  return (
    <span class="asset-thumbnail asset-thumbnail-missing" aria-hidden="true">
      {formatLabel(asset.format) ?? 'No preview'}
    </span>
  )
}
