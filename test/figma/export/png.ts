import { startDeflate } from './deflate.ts'

/** Farther back nothing can be repeated from. */
const FARTHEST = 32_768
const PRIME = 65_521

/** Encodes RGBA pixels as a PNG without filters; rows and pixels that repeat the last one cost little. */
export function encodePng(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const deflate = startDeflate()
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height)
  const stride = width * 4 + 1
  /** Adler's sums, and what the last row adds to them. */
  let [low, high] = [1, 0]
  let row = { sum: 0, weighed: 0 }

  const isLikeLast = (y: number): boolean => {
    if (y === 0 || stride > FARTHEST) return false
    const start = y * width
    for (let x = 0; x < width; x++) {
      if (pixels[start + x] !== pixels[start + x - width]) return false
    }
    return true
  }

  function writeRow(y: number): void {
    const start = y * width * 4
    let [sum, weighed] = [0, 0]
    for (let at = 0; at < stride - 1; at++) {
      const value = rgba[start + at] ?? 0
      sum += value
      weighed += value * (stride - 1 - at)
    }
    row = { sum, weighed }
    deflate.byte(0)
    for (let x = 0; x < width;) {
      const pixel = pixels[y * width + x]
      let run = 1
      while (x + run < width && pixels[y * width + x + run] === pixel) run++
      for (let at = 0; at < 4; at++) deflate.byte(rgba[start + x * 4 + at] ?? 0)
      if (run > 1) deflate.repeat(4, (run - 1) * 4)
      x += run
    }
  }

  for (let y = 0; y < height; y++) {
    if (isLikeLast(y)) deflate.repeat(stride, stride)
    else writeRow(y)
    high = (high + stride * low + row.weighed) % PRIME
    low = (low + row.sum) % PRIME
  }
  const header = [...bytes32(width), ...bytes32(height), 8, 6, 0, 0, 0]
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', Uint8Array.from(header)),
    chunk('IDAT', deflate.end(high * 65_536 + low)),
    chunk('IEND', new Uint8Array()),
  ]
  return joined(parts)
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const letters = Uint8Array.from(type, (letter) => letter.charCodeAt(0))
  const named = joined([letters, body])
  return joined([
    Uint8Array.from(bytes32(body.length)),
    named,
    Uint8Array.from(bytes32(crc32(named))),
  ])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function bytes32(number: number): number[] {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff)
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc
}
