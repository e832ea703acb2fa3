import type { Size } from '../../shared/placement.ts'
import { latin1At, uint16At, uint32At, viewOf } from './bytes.ts'
import type { Facts, PictureFacts } from './picture-facts.ts'

/** Pictures that Figma takes in no case; what is needed is how much there is to decode. */

export function webpFacts(bytes: Uint8Array): Facts {
  const view = viewOf(bytes)
  const kind = latin1At(bytes, 12, 4)
  if (bytes.length < (kind === 'VP8L' ? 25 : 30)) return 'cut-off'
  if (view.getUint32(4, true) + 8 > bytes.length + 1) return 'cut-off'
  const isAnimated = kind === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0
  const frames = isAnimated ? 'several' : 'one'
  return { ...plainFacts(webpSize(view, kind)), frames, loss: webpLoss(bytes) }
}

/** By its first picture, which lies behind a color profile, or within the first frame. */
function webpLoss(bytes: Uint8Array): 'none' | 'some' {
  const view = viewOf(bytes)
  for (let at = 12; at + 8 <= bytes.length;) {
    const kind = latin1At(bytes, at, 4)
    if (kind === 'VP8L') return 'none'
    const length = view.getUint32(at + 4, true)
    at += kind === 'ANMF' ? 24 : 8 + length + (length % 2)
  }
  return 'some'
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

/** What the boxes of its items tell, or of its track where it is a sequence without items. */
export function avifFacts(bytes: Uint8Array): Facts {
  const head = latin1At(bytes, 0, 65_536)
  // Tiles are items too: the largest is the whole.
  const sizes = [...head.matchAll(/ispe/g)].map(({ index }) => ({
    width: uint32At(bytes, index + 8),
    height: uint32At(bytes, index + 12),
  }))
  const entry = head.indexOf('av01')
  if (sizes.length === 0 && entry !== -1) {
    sizes.push({ width: uint16At(bytes, entry + 28), height: uint16At(bytes, entry + 30) })
  }
  const size = sizes.reduce(
    (largest, one) => (one.width * one.height > largest.width * largest.height ? one : largest),
    NONE,
  )
  // Red, green and blue as they are, or turned into others and back without loss (CICP).
  const matrices = [...head.matchAll(/colrnclx/g)].map(({ index }) => uint16At(bytes, index + 12))
  const loss = matrices.some((matrix) => [0, 16, 17].includes(matrix)) ? 'none' : 'some'
  const frames = latin1At(bytes, 8, 4) === 'avis' ? 'several' : 'one'
  return { ...plainFacts(size), frames, loss }
}

/** Of a single picture that lost nothing. */
export function plainFacts(size: Size): PictureFacts {
  return { size, orientation: 1, frames: 'one', loss: 'none', fit: 'encode' }
}

export function bmpFacts(bytes: Uint8Array): Facts {
  const view = viewOf(bytes)
  const isOld = view.getUint32(14, true) === 12
  return plainFacts(
    isOld
      ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
      : { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) },
  )
}
