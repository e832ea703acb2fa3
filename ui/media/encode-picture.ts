import type { Size } from '../../shared/placement.ts'
import type { Loss } from './picture-facts.ts'

export interface EncodeJob {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** MIME type of the bytes. */
  readonly type: string
  readonly maxSide: number
  /** Where the picture has just this size once it is decoded, its bytes are good as they are. */
  readonly keepAt: Size | null
  readonly loss: Loss
}

export interface EncodedPicture {
  /** Null where the bytes are good as they are. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  /** Pixels. */
  readonly size: Size
  /** Before it was scaled. */
  readonly full: Size
}

/**
 * Decodes a picture, upright, which fails where it is broken; encodes it as PNG, or as JPEG where it
 * was compressed with losses, is opaque, and nobody sees a difference. Colors that sRGB has not are
 * kept in Display P3. Its text is run in a Worker, so it may name nothing but globals.
 */
export async function encodePicture(job: EncodeJob): Promise<EncodedPicture> {
  const quality = 0.93
  /** At which encoders keep colors as sharp as tones. */
  const sharpQuality = 1
  const rowsAtOnce = 128
  /** Above so many pixels a PNG of a photo takes seconds to make, only to be larger. */
  const manyPixels = 1_000_000
  /** Of a channel's 255: what a color may change on its way from one color space to the other. */
  const rounded = 3
  /** Less is not seen. */
  const seen = 32
  /** Of all pixels. */
  const mostSeen = 0.005
  const source = new Blob([job.bytes], { type: job.type })
  const bitmap = await createImageBitmap(source, { imageOrientation: 'from-image' })
  const full = { width: bitmap.width, height: bitmap.height }
  if (job.keepAt?.width === full.width && job.keepAt.height === full.height) {
    bitmap.close()
    return { bytes: null, size: full, full }
  }
  const scale = Math.min(1, job.maxSide / Math.max(full.width, full.height))
  const width = Math.max(1, Math.round(full.width * scale))
  const height = Math.max(1, Math.round(full.height * scale))

  const draw = (
    picture: CanvasImageSource,
    toWidth: number,
    toHeight: number,
    colorSpace: PredefinedColorSpace,
  ): OffscreenCanvasRenderingContext2D => {
    const canvas = new OffscreenCanvas(toWidth, toHeight)
    const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace })
    if (context === null) throw new Error('no 2d context')
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, 0, 0, toWidth, toHeight)
    return context
  }
  type Test = (one: Uint8ClampedArray, other: Uint8ClampedArray, at: number) => boolean
  /** Counts pixels for which `test` holds, of one picture or two, read in a color space. */
  const count = (
    space: PredefinedColorSpace,
    test: Test,
    first: OffscreenCanvasRenderingContext2D,
    second?: OffscreenCanvasRenderingContext2D,
  ): number => {
    const size = first.canvas
    let found = 0
    for (let y = 0; y < size.height; y += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, size.height - y)
      const read = (from: OffscreenCanvasRenderingContext2D): Uint8ClampedArray =>
        from.getImageData(0, y, size.width, rows, { colorSpace: space }).data
      const one = read(first)
      const other = second === undefined ? one : read(second)
      for (let at = 0; at < one.length; at += 4) if (test(one, other, at)) found += 1
    }
    return found
  }
  const differsBy =
    (most: number): Test =>
    (one, other, at) => {
      for (let channel = at; channel < at + 3; channel++) {
        if (Math.abs((one[channel] ?? 0) - (other[channel] ?? 0)) > most) return true
      }
      return false
    }
  /** Whether it has colors that do not come back out of sRGB, by a small copy of it. */
  const isWide = (): boolean => {
    const side = 256 / Math.max(256, full.width, full.height)
    const to = [Math.ceil(full.width * side), Math.ceil(full.height * side)] as const
    const wide = draw(bitmap, ...to, 'display-p3')
    const narrowed = draw(wide.canvas, ...to, 'srgb')
    const back = draw(narrowed.canvas, ...to, 'display-p3')
    return count('display-p3', differsBy(rounded), wide, back) > 0
  }

  const colorSpace = isWide() ? 'display-p3' : 'srgb'
  // By halves as long as it is more than twice too large: one large step would skip pixels.
  let picture: ImageBitmap | OffscreenCanvas = bitmap
  while (picture.width >= width * 2 && picture.height >= height * 2) {
    const half = (side: number): number => Math.ceil(side / 2)
    picture = draw(picture, half(picture.width), half(picture.height), colorSpace).canvas
    bitmap.close()
  }
  const context = draw(picture, width, height, colorSpace)
  const { canvas } = context
  bitmap.close()

  const isFaithful = async (encoded: Blob): Promise<boolean> => {
    const again = await createImageBitmap(encoded)
    const other = draw(again, width, height, colorSpace)
    again.close()
    return count('srgb', differsBy(seen), context, other) <= mostSeen * width * height
  }
  const isJpeg = job.type === 'image/jpeg'
  const isOpaque = (): boolean =>
    isJpeg || count('srgb', (data, _, at) => data[at + 3] !== 255, context) === 0
  const makeJpeg = async (): Promise<Blob | null> => {
    if (job.loss === 'none' || !isOpaque()) return null
    for (const tried of job.loss === 'some' ? [quality, sharpQuality] : [sharpQuality]) {
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: tried })
      if (await isFaithful(jpeg)) return jpeg
    }
    return null
  }
  const jpeg = await makeJpeg()
  const isSurelyPhoto = isJpeg || width * height > manyPixels
  const png =
    jpeg !== null && isSurelyPhoto ? null : await canvas.convertToBlob({ type: 'image/png' })
  const best = jpeg !== null && (png === null || jpeg.size < png.size) ? jpeg : png
  if (best === null) throw new Error('no encoder')
  const bytes = new Uint8Array(await best.arrayBuffer())
  return { bytes, size: { width, height }, full }
}
