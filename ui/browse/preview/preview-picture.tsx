import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { BrandAsset } from '../../../shared/brand.ts'
import { thumbnailMemory } from '../../media/thumbnail-memory.ts'
import { Spinner } from '../../kit/icons.tsx'
import { MissingThumbnail } from '../grid/asset-thumbnail.tsx'
import { backdropOf, type Backdrop } from '../grid/backdrop.ts'
import { fileToShow, thumbnailOf } from '../grid/pictures.ts'
import '../grid/backdrop.css'

export interface PreviewPictureProps {
  readonly asset: BrandAsset
  /** Asks for the asset as its list has it now: its address may have expired. */
  readonly renew: (asset: BrandAsset) => Promise<BrandAsset | null>
  /** Told the picture's own size, in pixels. */
  readonly onDimensions: (dimensions: BrandAsset['dimensions']) => void
}

/** More than this is not loaded only to be looked at. */
const MOST_BYTES = 40_000_000

type FileState = 'loading' | 'shown' | 'failed'

/** The thumbnail at once, and the file itself over it when it has come. */
export function PreviewPicture({ asset, renew, onDimensions }: PreviewPictureProps): VNode {
  const thumbnail = thumbnailOf(asset)
  const own = fileToShow(asset)
  const file = own === thumbnail || (asset.fileSize ?? 0) > MOST_BYTES ? null : own
  const [fileState, setFileState] = useState<FileState>('loading')
  const [thumbnailFailed, setThumbnailFailed] = useState(false)
  const [backdrop, setBackdrop] = useState<Backdrop>('any')
  const hasThumbnail = thumbnail !== null && !thumbnailFailed
  const tryAnew = (): void => {
    setFileState('failed')
    renew(asset).then(
      (now) => {
        if (now !== null && fileToShow(now) !== own) setFileState('loading')
      },
      () => undefined,
    )
  }
  const nothing = !hasThumbnail && (file === null || fileState === 'failed')
  return (
    <div class="preview-picture" data-backdrop={nothing ? undefined : backdrop}>
      {nothing && <MissingThumbnail asset={asset} />}
      {hasThumbnail && fileState !== 'shown' && (
        <img
          src={thumbnailMemory.at(thumbnail) ?? thumbnail}
          alt=""
          referrerpolicy="no-referrer"
          onLoad={({ currentTarget }) => {
            setBackdrop(backdropOf(currentTarget))
            // A thumbnail of another file tells nothing of that file's size.
            if (thumbnail === asset.url) onDimensions(sizeOf(currentTarget))
          }}
          onError={() => setThumbnailFailed(true)}
        />
      )}
      {file !== null && fileState !== 'failed' && (
        <img
          src={file}
          alt=""
          class={fileState === 'loading' ? 'preview-file-loading' : undefined}
          referrerpolicy="no-referrer"
          onLoad={({ currentTarget }) => {
            setFileState('shown')
            if (!hasThumbnail) setBackdrop(backdropOf(currentTarget))
            onDimensions(sizeOf(currentTarget))
          }}
          onError={tryAnew}
        />
      )}
      {file !== null && fileState === 'loading' && <Spinner />}
    </div>
  )
}

function sizeOf({ naturalWidth, naturalHeight }: HTMLImageElement): BrandAsset['dimensions'] {
  return naturalWidth > 0 ? { width: naturalWidth, height: naturalHeight } : null
}
