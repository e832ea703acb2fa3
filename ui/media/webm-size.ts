import type { Size } from '../../shared/protocol.ts'

const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
const TRACKS = 0x1654ae6b
const TRACK = 0xae
const VIDEO = 0xe0
const WIDTH = 0xb0
const HEIGHT = 0xba

interface Element {
  readonly id: number
  readonly content: Uint8Array
  /** Where the next one begins; infinite where it is left open. */
  readonly end: number
}

/** The size of a WebM (EBML: elements within elements); null where it tells none. */
export function webmSize(bytes: Uint8Array): Size | 'cut-off' | null {
  const segment = find(bytes, SEGMENT)
  if (segment === null) return null
  if (Number.isFinite(segment.end) && segment.end > bytes.length) return 'cut-off'
  const tracks = find(segment.content, TRACKS)
  if (tracks === null) return null
  for (const track of elements(tracks.content)) {
    const video = track.id === TRACK ? find(track.content, VIDEO) : null
    if (video === null) continue
    const [width, height] = [WIDTH, HEIGHT].map((id) => numberOf(find(video.content, id)))
    if (width !== undefined && height !== undefined && width * height > 0) return { width, height }
  }
  return null
}

function find(bytes: Uint8Array, id: number): Element | null {
  for (const element of elements(bytes)) {
    if (element.id === id) return element
    // The pictures themselves begin: what describes them is told before.
    if (element.id === CLUSTER) return null
  }
  return null
}

function* elements(bytes: Uint8Array): Generator<Element> {
  for (let at = 0; at < bytes.length;) {
    const id = vint(bytes, at, 'whole')
    const size = id === null ? null : vint(bytes, at + id.length, 'without-mark')
    if (id === null || size === null) return
    const start = at + id.length + size.length
    const end = size.value === 2 ** (7 * size.length) - 1 ? Infinity : start + size.value
    yield { id: id.value, content: bytes.subarray(start, Math.min(end, bytes.length)), end }
    at = end
  }
}

/** A number whose leading zero bits tell how many bytes it has. */
function vint(
  bytes: Uint8Array,
  at: number,
  read: 'whole' | 'without-mark',
): { value: number; length: number } | null {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (first === 0 || at + length > bytes.length) return null
  let value = read === 'whole' ? first : first & (0xff >> length)
  for (let index = 1; index < length; index++) value = value * 256 + (bytes[at + index] ?? 0)
  return { value, length }
}

function numberOf(element: Element | null): number {
  let value = 0
  for (const byte of element?.content.subarray(0, 6) ?? []) value = value * 256 + byte
  return value
}
