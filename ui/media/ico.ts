import type { Size } from '../../shared/protocol.ts'
import { uint32At, viewOf } from './bytes.ts'
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
  let best: { icon: Icon; rank: number } | null = null
  for (let index = 0; index < count; index++) {
    const at = HEADER + index * ENTRY
    if (at + ENTRY > bytes.length) break
    const length = view.getUint32(at + 8, true)
    const offset = view.getUint32(at + 12, true)
    if (length < 40 || offset + length > bytes.length) continue
    const entry = bytes.subarray(at, at + ENTRY)
    const icon = readIcon(entry, bytes.subarray(offset, offset + length))
    const rank =
      icon === null ? 0 : icon.size.width * icon.size.height + view.getUint16(at + 6, true) / 1e3
    if (icon !== null && rank > (best?.rank ?? 0)) best = { icon, rank }
  }
  return best?.icon ?? null
}

function readIcon(entry: Uint8Array, data: Uint8Array): Icon | null {
  if (recognise(data) === 'png') {
    const facts = pngFacts(data)
    return typeof facts === 'string' ? null : { kind: 'png', bytes: data, size: facts.size }
  }
  const width = viewOf(data).getInt32(4, true)
  // The height counts the picture and its mask.
  const height = viewOf(data).getInt32(8, true) / 2
  if (uint32At(data, 0) !== 0x28000000 || width < 1 || height < 1) return null
  const alone = new Uint8Array(HEADER + ENTRY + data.length)
  alone.set([0, 0, 1, 0, 1, 0])
  alone.set(entry, HEADER)
  // Decoders want the directory to agree with the picture; 256 is written as 0.
  alone.set([width, height], HEADER)
  viewOf(alone).setUint32(HEADER + 12, HEADER + ENTRY, true)
  alone.set(data, HEADER + ENTRY)
  return { kind: 'ico', bytes: alone, size: { width, height } }
}
