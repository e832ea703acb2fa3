import type { Size } from '../../shared/protocol.ts'
import { latin1At, uint32At, viewOf } from './bytes.ts'
import type { Facts } from './picture-facts.ts'

/** Pictures that Figma takes in no case; what is needed is how much there is to decode. */

export function webpFacts(bytes: Uint8Array): Facts {
  if (bytes.length < 30) return 'cut-off'
  const view = viewOf(bytes)
  if (view.getUint32(4, true) + 8 > bytes.length + 1) return 'cut-off'
  const kind = latin1At(bytes, 12, 4)
  const isAnimated = kind === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0
  return {
    size: webpSize(view, kind),
    orientation: 1,
    frames: isAnimated ? 'several' : 'one',
    lossy: latin1At(bytes, 12, 128).includes('VP8L') ? 'no' : 'yes',
    fit: 'encode',
  }
}

const NONE: Size = { width: 0, height: 0 }

function webpSize(view: DataView, kind: string): Size {
  const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  switch (kind) {
    case 'VP8X':
      return { width: uint24(24) + 1, height: uint24(27) + 1 }
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return NONE
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8 ':
      if (view.getUint16(23) !== 0x9d01) return NONE
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    default:
      return NONE
  }
}

/** The largest of the sizes in the properties of its items; tiles are items too. */
export function avifFacts(bytes: Uint8Array): Facts {
  const head = latin1At(bytes, 0, 65_536)
  let size = NONE
  for (let at = head.indexOf('ispe'); at !== -1; at = head.indexOf('ispe', at + 4)) {
    const own = { width: uint32At(bytes, at + 8), height: uint32At(bytes, at + 12) }
    if (own.width * own.height > size.width * size.height) size = own
  }
  const frames = latin1At(bytes, 8, 4) === 'avis' ? 'several' : 'one'
  return { size, orientation: 1, frames, lossy: 'yes', fit: 'encode' }
}

export function bmpFacts(bytes: Uint8Array): Facts {
  const view = viewOf(bytes)
  const isOld = view.getUint32(14, true) === 12
  const size = isOld
    ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
    : { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
  return { size, orientation: 1, frames: 'one', lossy: 'no', fit: 'encode' }
}
