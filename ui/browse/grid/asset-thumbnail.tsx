import type { ReadonlySignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { comebacks } from '../../kit/comebacks.ts'
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

/** An asset's picture at its own aspect, or its format in words where there is no picture. */
export function AssetThumbnail(props: AssetThumbnailProps): VNode {
  const { asset, attempt = 0 } = props
  const source = thumbnailOf(asset)
  if (source === null) return <MissingThumbnail asset={asset} />
  return <Picture key={`${attempt} ${source}`} {...props} source={source} />
}

function Picture({
  asset,
  onImage,
  attempt = 0,
  onFailed,
  renew,
  hurried,
  source,
}: AssetThumbnailProps & { readonly source: string }): VNode {
  const [address, setAddress] = useState(() => thumbnailMemory.at(source))
  const [isShown, setShown] = useState(address !== null)
  const [backdrop, setBackdrop] = useState<Backdrop>('any')
  const begunAfter = useRef(comebacks.peek())
  /** The comeback after which the attempt began that failed last: another one may do better. */
  const [failedAfter, setFailedAfter] = useState<number | null>(null)
  const isFailed = failedAfter === comebacks.value
  const wanted = address === null && !isFailed && hurried?.value !== true

  const fail = useCallback((): void => {
    setAddress(null)
    setShown(false)
    setFailedAfter(begunAfter.current)
    // Only where somebody asked again: a list is looked through for it.
    if (attempt > 0) renew?.(asset).catch(() => undefined)
  }, [asset, attempt, renew])

  useEffect(() => {
    if (!wanted) return
    let isGone = false
    begunAfter.current = comebacks.peek()
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
  }, [wanted, source, failedAfter, fail])

  useEffect(() => onFailed?.(isFailed), [isFailed, onFailed])

  if (isFailed) return <MissingThumbnail asset={asset} />
  return (
    <span
      class="asset-thumbnail"
      data-state={isShown ? 'shown' : 'loading'}
      data-backdrop={isShown ? backdrop : undefined}
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
          setShown(true)
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
