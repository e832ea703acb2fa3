import { viewOf } from './bytes.ts'
import type { Facts } from './picture-facts.ts'

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b

/** Walks the blocks, and the sub-blocks of their data. Many encoders leave out the trailer. */
export function gifFacts(bytes: Uint8Array): Facts {
  if (bytes.length < 13) return 'cut-off'
  const view = viewOf(bytes)
  let size = { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  let images = 0
  let fit: 'as-it-is' | 'encode' = 'as-it-is'
  let at = 13 + tableLength(bytes[10])
  while (at < bytes.length && bytes[at] !== TRAILER) {
    if (bytes[at] === EXTENSION) at += 2
    else if (bytes[at] === IMAGE) {
      if (at + 10 > bytes.length) return 'cut-off'
      if (size.width === 0 || size.height === 0) {
        // Browsers go by the first picture then; what others do is not known.
        size = {
          width: size.width || view.getUint16(at + 5, true),
          height: size.height || view.getUint16(at + 7, true),
        }
        fit = 'encode'
      }
      const right = view.getUint16(at + 1, true) + view.getUint16(at + 5, true)
      const bottom = view.getUint16(at + 3, true) + view.getUint16(at + 7, true)
      // Readers differ in which of the two sizes they believe.
      if (right > size.width || bottom > size.height) fit = 'encode'
      images += 1
      at += 11 + tableLength(bytes[at + 9])
    } else return images === 0 ? 'broken' : facts()
    for (;;) {
      const length = bytes[at]
      if (length === undefined) return 'cut-off'
      at += 1 + length
      if (length === 0) break
    }
  }
  return images === 0 ? 'cut-off' : facts()

  function facts(): Facts {
    return { size, orientation: 1, frames: images > 1 ? 'several' : 'one', loss: 'none', fit }
  }
}

/** A color table of three bytes a color, where the flags tell one. */
function tableLength(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1)
}
