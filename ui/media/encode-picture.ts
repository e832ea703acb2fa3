export interface EncodeJob {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** MIME type of the bytes. */
  readonly type: string
  readonly maxSide: number
  /** Where the picture has just this size once it is decoded, its bytes are good as they are. */
  readonly keepAt: { readonly width: number; readonly height: number } | null
  /** Whether it was compressed with losses; then there is nothing to lose by a good JPEG. */
  readonly lossy: 'yes' | 'no'
}

export interface EncodedPicture {
  /** Null where the bytes are good as they are. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Before it was scaled. */
  readonly fullWidth: number
  readonly fullHeight: number
}

/**
 * Decodes a picture, upright, which fails where it is broken; encodes it as PNG, or as JPEG where it
 * is opaque and that is far smaller. Its text is run in a Worker, so it may name nothing but globals.
 */
export async function encodePicture(job: EncodeJob): Promise<EncodedPicture> {
  const quality = 0.93
  const rowsAtOnce = 128
  /** Above so many pixels a PNG of a photo takes seconds to make, only to be larger. */
  const manyPixels = 1_000_000
  const source = new Blob([job.bytes], { type: job.type })
  const bitmap = await createImageBitmap(source, { imageOrientation: 'from-image' })
  const { width: fullWidth, height: fullHeight } = bitmap
  if (job.keepAt?.width === fullWidth && job.keepAt.height === fullHeight) {
    bitmap.close()
    return { bytes: null, width: fullWidth, height: fullHeight, fullWidth, fullHeight }
  }
  const scale = Math.min(1, job.maxSide / Math.max(fullWidth, fullHeight))
  const width = Math.max(1, Math.round(fullWidth * scale))
  const height = Math.max(1, Math.round(fullHeight * scale))

  const draw = (
    picture: CanvasImageSource,
    toWidth: number,
    toHeight: number,
  ): [OffscreenCanvas, OffscreenCanvasRenderingContext2D] => {
    const canvas = new OffscreenCanvas(toWidth, toHeight)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('no 2d context')
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, toWidth, toHeight)
    return [canvas, context]
  }
  // By halves as long as it is more than twice too large: one large step would skip pixels.
  let picture: ImageBitmap | OffscreenCanvas = bitmap
  while (picture.width >= width * 2 && picture.height >= height * 2) {
    picture = draw(picture, Math.ceil(picture.width / 2), Math.ceil(picture.height / 2))[0]
    bitmap.close()
  }
  const [canvas, context] = draw(picture, width, height)
  bitmap.close()

  const isJpeg = job.type === 'image/jpeg'
  let isOpaque = true
  for (let y = 0; isOpaque && !isJpeg && y < height; y += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - y)
    const { data } = context.getImageData(0, y, width, rows)
    for (let at = 3; at < data.length; at += 4) {
      if (data[at] !== 255) {
        isOpaque = false
        break
      }
    }
  }
  const jpeg = isOpaque ? await canvas.convertToBlob({ type: 'image/jpeg', quality }) : null
  const isSurelyPhoto = job.lossy === 'yes' && (isJpeg || width * height > manyPixels)
  const png =
    jpeg !== null && isSurelyPhoto ? null : await canvas.convertToBlob({ type: 'image/png' })
  // What has lost nothing so far loses something only where that spares at least half.
  const worth = job.lossy === 'yes' ? 1 : 2
  const best = jpeg !== null && (png === null || jpeg.size * worth < png.size) ? jpeg : png
  if (best === null) throw new Error('no encoder')
  const bytes = new Uint8Array(await best.arrayBuffer())
  return { bytes, width, height, fullWidth, fullHeight }
}
