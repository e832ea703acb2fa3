import { paletteOf } from './gif-palette.ts'
import type { Pixels } from './raster.ts'

/** Encodes frames of one size as a GIF that loops for ever; `delay` in milliseconds. */
export function encodeGif(frames: readonly Pixels[], delay: number): Uint8Array {
  const { width, height } = frames[0] ?? { width: 1, height: 1 }
  const bytes: number[] = [...Buffer.from('GIF89a', 'latin1')]
  const word = (value: number): void => {
    bytes.push(value & 0xff, value >> 8)
  }
  word(width)
  word(height)
  bytes.push(0x70, 0, 0)
  bytes.push(0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0', 'latin1'), 3, 1, 0, 0, 0)
  for (const frame of frames) {
    const { colors, indexes } = paletteOf(frame)
    bytes.push(0x21, 0xf9, 4, 4)
    word(Math.round(delay / 10))
    bytes.push(0, 0)
    bytes.push(0x2c, 0, 0, 0, 0)
    word(width)
    word(height)
    bytes.push(0x87)
    for (let i = 0; i < 256; i++) bytes.push(...(colors[i] ?? [0, 0, 0]))
    bytes.push(8)
    const data = compress(indexes)
    for (let at = 0; at < data.length; at += 255) {
      const block = data.slice(at, at + 255)
      bytes.push(block.length, ...block)
    }
    bytes.push(0)
  }
  bytes.push(0x3b)
  return Uint8Array.from(bytes)
}

const CLEAR = 256
const END = 257
const MOST_CODES = 4096

/** GIF's LZW for symbols of 8 bits. */
function compress(indexes: Uint8Array): number[] {
  const out: number[] = []
  let buffer = 0
  let bits = 0
  let size = 9
  let next = END + 1
  let codes = new Map<number, number>()
  const put = (code: number): void => {
    buffer |= code << bits
    bits += size
    while (bits >= 8) {
      out.push(buffer & 0xff)
      buffer >>>= 8
      bits -= 8
    }
  }
  put(CLEAR)
  let prefix = indexes[0] ?? 0
  for (const symbol of indexes.subarray(1)) {
    const key = prefix * 256 + symbol
    const known = codes.get(key)
    if (known !== undefined) {
      prefix = known
      continue
    }
    put(prefix)
    if (next < MOST_CODES) {
      codes.set(key, next)
      if (next === 1 << size) size++
      next++
    } else {
      put(CLEAR)
      codes = new Map()
      next = END + 1
      size = 9
    }
    prefix = symbol
  }
  put(prefix)
  put(END)
  if (bits > 0) out.push(buffer & 0xff)
  return out
}
