import type { ReadonlySignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { thumbnailMemory } from '../../media/thumbnail-memory.ts'
import { formatLabel } from '../../placement/placeable.ts'
import { backdropOf, type Backdrop } from './backdrop.ts'
import { thumbnailOf } from './pictures.ts'
import './asset-thumbnail.css'
import './backdrop.css'

export interface AssetThumbnailProps {
  readonly asset: BrandAsset
  readonly onImage?: (image: HTMLImageElement | null) => void
  /** Another number asks for the picture anew, after it could not be loaded. */
  readonly attempt?: number
  readonly onFailed?: (failed: boolean) => void
  /** Has the asset asked for as its list has it now: its address may have expired. */
  readonly renew?: (asset: BrandAsset) => Promise<BrandAsset | null>
  /** While true, a picture that is not at hand is not asked for. */
  readonly hurried?: ReadonlySignal<boolean>
}

type State = 'loading' | 'shown' | 'failed'

/** An asset's picture at its own aspect, or its format in words where there is no picture. */
export function AssetThumbnail(props: AssetThumbnailProps): VNode {
  const { asset, attempt = 0, onFailed, renew } = props
  const source = thumbnailOf(asset)
  const tell = useCallback(
    (failed: boolean): void => {
      onFailed?.(failed)
      // Only where somebody asked again: a list is looked through for it.
      if (!failed || attempt === 0 || renew === undefined) return
      renew(asset).catch(() => undefined)
    },
    [asset, attempt, onFailed, renew],
  )
  if (source === null) return <MissingThumbnail asset={asset} />
  return <Picture key={`${attempt} ${source}`} {...props} source={source} onFailed={tell} />
}

function Picture({
  asset,
  onImage,
  onFailed,
  hurried,
  source,
}: AssetThumbnailProps & { readonly source: string }): VNode {
  const [address, setAddress] = useState(() => thumbnailMemory.at(source))
  const [state, setState] = useState<State>(address === null ? 'loading' : 'shown')
  const [backdrop, setBackdrop] = useState<Backdrop>('any')
  const wanted = address === null && state === 'loading' && hurried?.value !== true

  const fail = useCallback((): void => {
    setAddress(null)
    setState('failed')
    onFailed?.(true)
  }, [onFailed])

  useEffect(() => {
    if (!wanted) return
    let isGone = false
    thumbnailMemory.load(source).then(
      (found) => {
        if (!isGone) setAddress(found)
      },
      () => {
        if (!isGone) fail()
      },
    )
    return () => {
      isGone = true
    }
  }, [wanted, source, fail])

  useEffect(() => {
    if (state !== 'failed') return
    const tryAgain = (): void => {
      setState('loading')
      onFailed?.(false)
    }
    addEventListener('online', tryAgain)
    return () => removeEventListener('online', tryAgain)
  }, [state, onFailed])

  if (state === 'failed') return <MissingThumbnail asset={asset} />
  return (
    <span
      class="asset-thumbnail"
      data-state={state}
      data-backdrop={state === 'shown' ? backdrop : undefined}
      aria-hidden="true"
    >
      <img
        ref={onImage ?? null}
        src={address ?? undefined}
        alt=""
        decoding="async"
        referrerpolicy="no-referrer"
        draggable={false}
        onLoad={({ currentTarget }) => {
          setBackdrop(backdropOf(currentTarget))
          setState('shown')
          onFailed?.(false)
          if (address === source) thumbnailMemory.shownUnread(source)
        }}
        onError={() => {
          thumbnailMemory.forget(source)
          fail()
        }}
      />
    </span>
  )
}

/** What stands where there is no picture: the asset's format in words. */
export function MissingThumbnail({ asset }: Pick<AssetThumbnailProps, 'asset'>): VNode {
  return (
    <span class="asset-thumbnail asset-thumbnail-missing" aria-hidden="true">
      {formatLabel(asset.format) ?? 'No preview'}
    </span>
  )
}
