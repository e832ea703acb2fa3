import type { Size } from '../../shared/placement.ts'
import { latin1At, uint16At } from './bytes.ts'
import { exifOrientation } from './exif.ts'
import type { Facts } from './picture-facts.ts'

const EXIF = 'Exif\0\0'

/** Walks the segments and the compressed data between them, to the mark of the end. */
export function jpegFacts(bytes: Uint8Array): Facts {
  let size: Size | null = null
  let orientation = 1
  let loss: 'some' | 'of-tones' = 'some'
  let fit: 'as-it-is' | 'encode' = 'as-it-is'
  for (let at = 2; at + 1 < bytes.length;) {
    if (bytes[at] !== 0xff) {
      // Decoders skip what lies between segments; others may not.
      fit = 'encode'
      at = nextMarker(bytes, at)
      continue
    }
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else if (marker === 0xd9) {
      return size === null ? 'broken' : { size, orientation, frames: 'one', loss, fit }
    } else {
      const length = uint16At(bytes, at + 2)
      if (at + 4 > bytes.length || at + 2 + length > bytes.length) return 'cut-off'
      if (length < 2) return 'broken'
      // All start-of-frame markers, but not the tables that lie between them.
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
        size = { width: uint16At(bytes, at + 7), height: uint16At(bytes, at + 5) }
        // Four channels are CMYK, as made for print: Figma works in RGB, and what it makes of them
        // is documented nowhere, so a browser turns them into RGB first.
        if (hasSharpColors(bytes, at)) loss = 'of-tones'
        if (bytes[at + 4] !== 8 || bytes[at + 9] === 4) fit = 'encode'
      }
      if (marker === 0xe1 && latin1At(bytes, at + 4, EXIF.length) === EXIF) {
        const read = exifOrientation(bytes.subarray(at + 4 + EXIF.length, at + 2 + length))
        if (orientation === 1) orientation = read
      }
      at += 2 + length
      if (marker === 0xda) at = nextMarker(bytes, at)
    }
  }
  return 'cut-off'
}

/** Whether all channels have the same sampling, which the frame at `at` tells of each. */
function hasSharpColors(bytes: Uint8Array, at: number): boolean {
  const channels = bytes[at + 9] ?? 0
  const samplings = Array.from({ length: channels }, (_, index) => bytes[at + 11 + 3 * index])
  return channels > 1 && new Set(samplings).size === 1
}

/** The next marker after compressed data; the data's own 0xff are followed by 0 or a restart. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at
  }
  return bytes.length
}
