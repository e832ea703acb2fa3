import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaledNote } from '../../../ui/media/convert.ts'
import { fitted, sizeOf } from '../../../ui/media/size.ts'
import { svgSize } from '../../../ui/media/svg-size.ts'

const hex = (value: string): Uint8Array =>
  Uint8Array.from(Buffer.from(value.replaceAll(' ', ''), 'hex'))
const PNG = hex('89504e470d0a1a0a 0000000d 49484452 00001388 00000bb8 08060000 00 00000000')
const GIF = hex('474946383961 2c01 c800 f70000')
/** A JPEG's head: an Exif block that tells an orientation, a table, then the frame of 640 × 480. */
const jpeg = (orientation: number): Uint8Array =>
  hex(
    `ffd8 ffe1 0022 457869660000 4d4d002a00000008 0001 0112 0003 00000001 000${orientation}0000 00000000 ` +
      'ffc4 0004 0000 ffc2 0011 08 01e0 0280 03 011100 021100 031100',
  )

describe('the size of a picture', () => {
  it('is read from its head', () => {
    expect(sizeOf(PNG, 'png')).toEqual({ width: 5000, height: 3000 })
    expect(sizeOf(GIF, 'gif')).toEqual({ width: 300, height: 200 })
    expect(sizeOf(jpeg(1), 'jpeg')).toEqual({ width: 640, height: 480 })
  })

  it('is that of the turned picture where a camera held it upright', () => {
    expect(sizeOf(jpeg(6), 'jpeg')).toEqual({ width: 480, height: 640 })
  })

  it('is read from bytes that lie within a larger buffer', () => {
    const padded = new Uint8Array(PNG.length + 7)
    padded.set(PNG, 7)
    expect(sizeOf(padded.subarray(7), 'png')).toEqual({ width: 5000, height: 3000 })
  })

  it('is none where the file is broken', () => {
    for (const format of ['png', 'jpeg', 'gif'] as const) {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
          const size = sizeOf(bytes, format)
          return size === null || (size.width > 0 && size.height > 0)
        }),
      )
      expect(sizeOf(new Uint8Array(), format)).toBeNull()
    }
    for (let length = 0; length < 40; length++) {
      expect(sizeOf(jpeg(6).subarray(0, length), 'jpeg')).toBeNull()
    }
  })
})

describe('fitting into what Figma takes', () => {
  it('keeps the aspect and says what was done', () => {
    const from = { width: 5000, height: 3000 }
    expect(fitted(from)).toEqual({ width: 4096, height: 2458 })
    expect(scaledNote('Hero', from, fitted(from))).toBe(
      '“Hero” was scaled from 5000 × 3000 to 4096 × 2458 px, the most that Figma takes.',
    )
  })

  it('leaves what fits, and no side ever vanishes', () => {
    expect(fitted({ width: 4096, height: 10 })).toEqual({ width: 4096, height: 10 })
    expect(fitted({ width: 90_000, height: 2 })).toEqual({ width: 4096, height: 1 })
    expect(scaledNote('Hero', { width: 2, height: 2 }, { width: 2, height: 2 })).toBeNull()
  })
})

describe('the size of an SVG', () => {
  it.each([
    ['120', '40', null, 120, 40],
    ['120px', '1in', '0 0 1 1', 120, 96],
    ['100%', '100%', '0 0 64 32', 64, 32],
    ['128', null, '0,0,64,32', 128, 64],
    [null, '16', '0 0 64 32', 32, 16],
    [null, null, '0 0 64 32', 64, 32],
    [null, null, null, 300, 150],
    ['-4', '0', 'none', 300, 150],
  ])('of %s × %s in %s is told', (width, height, viewBox, expectedWidth, expectedHeight) => {
    expect(svgSize(width, height, viewBox)).toEqual({
      width: expectedWidth,
      height: expectedHeight,
    })
  })
})
