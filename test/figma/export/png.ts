/** Encodes RGBA pixels as a PNG, uncompressed: small pictures only, and QuickJS has no zlib. */
export function encodePng(width: number, height: number, rgba: Uint8Array): Uint8Array {
  const stride = width * 4
  const rows = new Uint8Array((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    rows.set(rgba.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1)
  }
  const header = [...bytes32(width), ...bytes32(height), 8, 6, 0, 0, 0]
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', header),
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', []),
  ])
}

const LONGEST_BLOCK = 0xffff

/** The zlib format with blocks that are stored as they are (RFC 1950 and 1951). */
function stored(data: Uint8Array): number[] {
  const out = [0x78, 0x01]
  for (let start = 0; start < data.length; start += LONGEST_BLOCK) {
    const block = data.subarray(start, start + LONGEST_BLOCK)
    const isLast = start + LONGEST_BLOCK >= data.length
    const length = [block.length & 0xff, block.length >> 8]
    out.push(isLast ? 1 : 0, ...length, ...length.map((byte) => byte ^ 0xff))
    for (const byte of block) out.push(byte)
  }
  return [...out, ...bytes32(adler32(data))]
}

function chunk(type: string, body: readonly number[]): number[] {
  const letters = Array.from({ length: 4 }, (_, index) => type.charCodeAt(index))
  const named = [...letters, ...body]
  return [...bytes32(body.length), ...named, ...bytes32(crc32(named))]
}

function bytes32(number: number): number[] {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 0xff)
}

function crc32(data: readonly number[]): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc
}

function adler32(data: Uint8Array): number {
  let low = 1
  let high = 0
  for (const byte of data) {
    low = (low + byte) % 65521
    high = (high + low) % 65521
  }
  return high * 65536 + low
}
