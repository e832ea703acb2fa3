/**
 * Writes the zlib format with the fixed codes (RFC 1950 and 1951). It finds nothing to repeat by itself:
 * the caller says what does, as QuickJS has no time to look for it.
 */
export interface Deflate {
  byte(value: number): void
  /** The bytes from so far back once more, so many of them. */
  repeat(distance: number, length: number): void
  /** `checksum`: of all that it stands for, by Adler. */
  end(checksum: number): Uint8Array
}

const LONGEST = 258
/** No less can be repeated. */
const SHORTEST = 3

/** Base values of the codes for lengths from 257 on, and of those for distances, with their extra bits. */
const LENGTHS = codes(29, 4, SHORTEST)
const DISTANCES = codes(30, 2, 1)

interface Code {
  readonly base: number
  readonly bits: number
}

/** `group`: so many codes share a number of extra bits. */
function codes(count: number, group: number, first: number): readonly Code[] {
  const all: Code[] = []
  let base = first
  for (let at = 0; at < count; at++) {
    const bits = Math.max(0, Math.floor(at / group) - 1)
    all.push({ base, bits })
    base += 2 ** bits
  }
  return all
}

export function startDeflate(): Deflate {
  let out = new Uint8Array(1 << 16)
  let size = 0
  let held = 0
  let count = 0

  function put(value: number): void {
    if (size === out.length) {
      const larger = new Uint8Array(2 * size)
      larger.set(out)
      out = larger
    }
    out[size++] = value
  }

  /** The lowest bit first. */
  function write(value: number, bits: number): void {
    held |= value << count
    count += bits
    while (count >= 8) {
      put(held & 255)
      held >>>= 8
      count -= 8
    }
  }

  /** Codes stand with their highest bit first. */
  function writeCode(value: number, bits: number): void {
    let turned = 0
    for (let bit = 0; bit < bits; bit++) turned |= ((value >>> bit) & 1) << (bits - 1 - bit)
    write(turned, bits)
  }

  function symbol(value: number): void {
    if (value < 144) writeCode(0x30 + value, 8)
    else if (value < 256) writeCode(0x190 + value - 144, 9)
    else if (value < 280) writeCode(value - 256, 7)
    else writeCode(0xc0 + value - 280, 8)
  }

  function part(
    table: readonly Code[],
    value: number,
  ): { code: number; rest: number; bits: number } {
    let code = table.length - 1
    while ((table[code]?.base ?? 0) > value) code--
    const { base, bits } = table[code] ?? { base: 0, bits: 0 }
    return { code, rest: value - base, bits }
  }

  put(0x78)
  put(0x01)
  // One last block, with the fixed codes.
  write(1, 1)
  write(1, 2)
  return {
    byte: symbol,
    repeat(distance, length) {
      const from = part(DISTANCES, distance)
      for (let left = length; left > 0;) {
        // Not so much that too little is left.
        const most = left > LONGEST && left < LONGEST + SHORTEST ? LONGEST - SHORTEST : LONGEST
        const now = Math.min(left, most)
        // The longest has a code of its own.
        const { code, rest, bits } =
          now === LONGEST ? { code: 28, rest: 0, bits: 0 } : part(LENGTHS.slice(0, 28), now)
        symbol(257 + code)
        write(rest, bits)
        writeCode(from.code, 5)
        write(from.rest, from.bits)
        left -= now
      }
    },
    end(checksum) {
      symbol(256)
      if (count > 0) write(0, 8 - count)
      for (const shift of [24, 16, 8, 0]) put((checksum >>> shift) & 255)
      return out.slice(0, size)
    },
  }
}
