import type { Size } from '../../shared/protocol.ts'

/** The most that Figma takes on a side (see figma.createImage). */
export const MAX_SIDE = 4096

/** The pixel size of a PNG, JPEG or GIF out of its bytes; null where it is broken. */
export function sizeOf(bytes: Uint8Array, format: 'png' | 'jpeg' | 'gif'): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = format === 'png' ? pngSize(view) : format === 'gif' ? gifSize(view) : jpegSize(view)
  return size === null || size.width === 0 || size.height === 0 ? null : size
}

/** The size within Figma's limit, aspect kept; the same where it fits. */
export function fitted({ width, height }: Size, maxSide: number = MAX_SIDE): Size {
  const scale = Math.min(1, maxSide / Math.max(width, height))
  const side = (length: number): number => Math.max(1, Math.round(length * scale))
  return { width: side(width), height: side(height) }
}

function pngSize(view: DataView): Size | null {
  if (view.byteLength < 33 || view.getUint32(12) !== 0x49484452) return null
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

function gifSize(view: DataView): Size | null {
  if (view.byteLength < 13) return null
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** Walks the segments up to the frame header; Exif orientation swaps the sides. */
function jpegSize(view: DataView): Size | null {
  let isTurned = false
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2
      continue
    }
    // All start-of-frame markers, but not the tables that lie between them.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      const height = view.getUint16(at + 5)
      const width = view.getUint16(at + 7)
      return isTurned ? { width: height, height: width } : { width, height }
    }
    if (marker === 0xda || marker === 0xd9) return null
    const length = view.getUint16(at + 2)
    if (length < 2) return null
    if (marker === 0xe1) isTurned ||= isTurnedByExif(view, at + 4, length - 2)
    at += 2 + length
  }
  return null
}

/** Orientations 5 to 8 turn a picture by a quarter. */
function isTurnedByExif(view: DataView, at: number, length: number): boolean {
  const end = Math.min(at + length, view.byteLength)
  if (end - at < 14 || view.getUint32(at) !== 0x45786966) return false
  const tiff = at + 6
  const little = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, little)
  if (directory + 2 > end) return false
  const entries = view.getUint16(directory, little)
  for (let entry = 0; entry < entries; entry++) {
    const field = directory + 2 + entry * 12
    if (field + 12 > end) return false
    if (view.getUint16(field, little) === 0x0112) {
      const orientation = view.getUint16(field + 8, little)
      return orientation >= 5 && orientation <= 8
    }
  }
  return false
}
