import type { Size } from '../../shared/placement.ts'
import { viewOf } from './bytes.ts'
import { pngFacts } from './png-facts.ts'
import { recognise } from './recognise.ts'

/** One picture of an icon file: a PNG, or a bitmap as an icon file of its own. */
export interface Icon {
  readonly kind: 'png' | 'ico'
  readonly bytes: Uint8Array
  readonly size: Size
}

const HEADER = 6
const ENTRY = 16

/** The largest picture in an icon file, the deepest of equals; null where there is none. */
export function largestIcon(bytes: Uint8Array): Icon | null {
  const view = viewOf(bytes)
  const count = bytes.length < HEADER ? 0 : view.getUint16(4, true)
  let best: Icon | null = null
  let most = 0
  for (let index = 0; index < count; index++) {
    const at = HEADER + index * ENTRY
    if (at + ENTRY > bytes.length) break
    const length = view.getUint32(at + 8, true)
    const offset = view.getUint32(at + 12, true)
    const entry = bytes.subarray(at, at + ENTRY)
    const icon = readIcon(entry, bytes.subarray(offset), length)
    if (icon === null) continue
    const rank = icon.size.width * icon.size.height + view.getUint16(at + 6, true) / 1e3
    if (rank > most) [best, most] = [icon, rank]
  }
  return best
}

/** `told` is the length of its data as the directory has it, which may be wrong. */
function readIcon(entry: Uint8Array, data: Uint8Array, told: number): Icon | null {
  if (recognise(data) === 'png') {
    for (const png of [data.subarray(0, told), data]) {
      const facts = pngFacts(png)
      if (typeof facts !== 'string') return { kind: 'png', bytes: png, size: facts.size }
    }
    return null
  }
  const size = bitmapSize(data)
  if (size === null) return null
  const { width, height } = size
  const alone = new Uint8Array(HEADER + ENTRY + data.length)
  alone.set([0, 0, 1, 0, 1, 0])
  alone.set(entry, HEADER)
  // Decoders want the directory to agree with the picture; 256 is written as 0.
  alone.set([width, height], HEADER)
  viewOf(alone).setUint32(HEADER + 8, data.length, true)
  viewOf(alone).setUint32(HEADER + 12, HEADER + ENTRY, true)
  alone.set(data, HEADER + ENTRY)
  return { kind: 'ico', bytes: alone, size: { width, height } }
}

/** The headers of bitmaps since Windows 3; their first fields are the same. */
const HEADER_SIZES: readonly number[] = [40, 52, 56, 108, 124]

/** The size of a bitmap in an icon, whose height counts the picture and its mask. */
function bitmapSize(data: Uint8Array): Size | null {
  if (data.length < 40) return null
  const view = viewOf(data)
  const width = view.getInt32(4, true)
  const height = view.getInt32(8, true) / 2
  if (!HEADER_SIZES.includes(view.getUint32(0, true)) || width < 1 || height < 1) return null
  return { width, height }
}
