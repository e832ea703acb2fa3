export interface EncodeJob {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** MIME type of the bytes. */
  readonly type: string
  readonly maxSide: number
}

export interface EncodedPicture {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Before it was scaled. */
  readonly fullWidth: number
  readonly fullHeight: number
}

/**
 * Decodes a picture and encodes it as PNG, or as JPEG where it is opaque and that is smaller.
 * Its text is run in a Worker, so it may name nothing but globals.
 */
export async function encodePicture(job: EncodeJob): Promise<EncodedPicture> {
  const quality = 0.92
  const rowsAtOnce = 128
  const source = new Blob([job.bytes], { type: job.type })
  const bitmap = await createImageBitmap(source, { imageOrientation: 'from-image' })
  const { width: fullWidth, height: fullHeight } = bitmap
  const scale = Math.min(1, job.maxSide / Math.max(fullWidth, fullHeight))
  const width = Math.max(1, Math.round(fullWidth * scale))
  const height = Math.max(1, Math.round(fullHeight * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no 2d context')
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, width, height)
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
  const png = isJpeg ? null : await canvas.convertToBlob({ type: 'image/png' })
  const best = jpeg !== null && (png === null || jpeg.size < png.size) ? jpeg : png
  if (best === null) throw new Error('no encoder')
  const bytes = new Uint8Array(await best.arrayBuffer())
  return { bytes, width, height, fullWidth, fullHeight }
}
