import { latin1At, uint32At } from './bytes.ts'
import { exifOrientation } from './exif.ts'
import type { Facts } from './picture-facts.ts'

/** Walks the chunks: each is its length, its type, its data and a checksum. */
export function pngFacts(bytes: Uint8Array): Facts {
  if (bytes.length < 33) return 'cut-off'
  if (latin1At(bytes, 12, 4) !== 'IHDR') return 'broken'
  const size = { width: uint32At(bytes, 16), height: uint32At(bytes, 20) }
  let orientation = 1
  let frames: 'one' | 'several' = 'one'
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = uint32At(bytes, at)
    const type = latin1At(bytes, at + 4, 4)
    if (!/^[A-Za-z]{4}$/.test(type)) return 'broken'
    if (at + 12 + length > bytes.length) return 'cut-off'
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'eXIf') orientation = exifOrientation(data)
    if (type === 'acTL' && uint32At(data, 0) > 1) frames = 'several'
    if (type === 'IEND') {
      // Figma shows 8 bits a channel. How it reads 16 is documented nowhere, so it never gets them.
      const fit = bytes[24] === 16 ? 'encode' : 'as-it-is'
      return { size, orientation, frames, loss: 'none', fit }
    }
    at += 12 + length
  }
  return 'cut-off'
}
