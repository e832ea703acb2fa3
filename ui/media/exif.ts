import { viewOf } from './bytes.ts'

const ORIENTATION = 0x0112

/** The orientation out of Exif's TIFF structure, 1 to 8; 1 where it tells none. */
export function exifOrientation(tiff: Uint8Array): number {
  const view = viewOf(tiff)
  if (view.byteLength < 8) return 1
  const little = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, little)
  if (directory + 2 > view.byteLength) return 1
  const entries = view.getUint16(directory, little)
  for (let entry = 0; entry < entries; entry++) {
    const field = directory + 2 + entry * 12
    if (field + 12 > view.byteLength) return 1
    if (view.getUint16(field, little) === ORIENTATION) {
      const orientation = view.getUint16(field + 8, little)
      return orientation >= 1 && orientation <= 8 ? orientation : 1
    }
  }
  return 1
}
