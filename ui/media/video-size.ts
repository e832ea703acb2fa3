import type { Size } from '../../shared/placement.ts'
import { latin1At, uint32At, viewOf } from './bytes.ts'

/** How a WebM begins. */
const WEBM = 0x1a45dfa3

/**
 * The size of an MP4 or MOV out of its own tables, as browsers do not play all of them: boxes within
 * boxes, where the header of a track tells the size at which it is shown. Null where they tell none,
 * and for a WebM, which browsers play; `cut-off` where it ends early.
 */
export function videoSize(bytes: Uint8Array): Size | 'cut-off' | null {
  if (uint32At(bytes, 0) === WEBM) return null
  let size: Size | null = null
  for (const { type, content, end } of boxes(bytes)) {
    if (end > bytes.length) return 'cut-off'
    if (type !== 'moov') continue
    for (const track of boxes(content)) {
      if (track.type !== 'trak') continue
      const header = [...boxes(track.content)].find((box) => box.type === 'tkhd')
      const own = header === undefined ? null : shownSize(header.content)
      if (own !== null && own.width * own.height > (size?.width ?? 0) * (size?.height ?? 0))
        size = own
    }
  }
  return size
}

interface Box {
  readonly type: string
  readonly content: Uint8Array
  /** Where the next one begins, as it tells. */
  readonly end: number
}

function* boxes(bytes: Uint8Array): Generator<Box> {
  for (let at = 0; at + 8 <= bytes.length;) {
    let length = uint32At(bytes, at)
    let header = 8
    if (length === 1) {
      length = uint32At(bytes, at + 8) * 2 ** 32 + uint32At(bytes, at + 12)
      header = 16
    }
    // The last box may leave it open how long it is.
    if (length === 0) length = bytes.length - at
    if (length < header) return
    const end = at + length
    yield { type: latin1At(bytes, at + 4, 4), content: bytes.subarray(at + header, end), end }
    at = end
  }
}

/** The last two fields are 16.16 fixed; the matrix before them tells whether it stands on its side. */
function shownSize(header: Uint8Array): Size | null {
  const at = header[0] === 1 ? 88 : 76
  if (header.length < at + 8) return null
  const width = Math.round(uint32At(header, at) / 65_536)
  const height = Math.round(uint32At(header, at + 4) / 65_536)
  if (width === 0 || height === 0) return null
  const isTurned = viewOf(header).getInt32(at - 36) === 0
  return isTurned ? { width: height, height: width } : { width, height }
}
