import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePng } from './export/png.ts'

/** The rows, each with its filter; zlib holds the checksum against them. */
function rowsOf(png: Uint8Array): Buffer {
  const bytes = Buffer.from(png)
  return inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)))
}

describe('a PNG', () => {
  it('has all of its pixels, whatever repeats', () => {
    const pixel = fc.constantFrom(0x00000000, 0xff0000ff, 0xfe12a3b4)
    const run = fc.tuple(pixel, fc.integer({ min: 1, max: 700 }))
    const picture = fc.record({
      width: fc.integer({ min: 1, max: 900 }),
      height: fc.integer({ min: 1, max: 12 }),
      runs: fc.array(run, { minLength: 1, maxLength: 20 }),
      repeats: fc.boolean(),
    })
    fc.assert(
      fc.property(picture, ({ width, height, runs, repeats }) => {
        const one = runs.flatMap(([value, length]) => Array<number>(length).fill(value))
        const at = (index: number): number => one[index % one.length] ?? 0
        const pixels = Uint32Array.from({ length: width * height }, (_, index) =>
          at(repeats ? index % width : index),
        )
        const rgba = new Uint8Array(pixels.buffer)
        const expected = Array.from({ length: height }, (_, y) => [
          Uint8Array.of(0),
          rgba.subarray(y * width * 4, (y + 1) * width * 4),
        ])
        expect(rowsOf(encodePng(width, height, rgba)).equals(Buffer.concat(expected.flat()))).toBe(
          true,
        )
      }),
    )
  })

  it('is small where little differs', () => {
    const png = encodePng(1000, 1000, new Uint8Array(4_000_000).fill(255))
    expect(png.length).toBeLessThan(60_000)
    expect(rowsOf(png).length).toBe(4_001_000)
  })
})
