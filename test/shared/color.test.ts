import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayP3ToSrgb, sameColor, srgbToDisplayP3 } from '../../shared/color.ts'

const channel = fc.integer({ min: 0, max: 255 }).map((step) => step / 255)
const rgba = fc.record({ r: channel, g: channel, b: channel, a: channel })

describe('comparing colors', () => {
  it('takes 8-bit rounding for the same and one step for another', () => {
    const grey = { r: 0.5, g: 0.5, b: 0.5, a: 1 }
    expect(sameColor(grey, { ...grey, r: 0.5 + 0.4 / 255 })).toBe(true)
    expect(sameColor(grey, { ...grey, b: 0.5 + 1 / 255 })).toBe(false)
    expect(sameColor(grey, { ...grey, a: 1 - 1 / 255 })).toBe(false)
  })
})

describe('Display P3', () => {
  it('gives the numbers that look like pure sRGB red', () => {
    const red = srgbToDisplayP3({ r: 1, g: 0, b: 0, a: 1 })
    expect(red.r).toBeCloseTo(0.9175, 3)
    expect(red.g).toBeCloseTo(0.2003, 3)
    expect(red.b).toBeCloseTo(0.1386, 3)
  })

  it('converts every sRGB color there and back without a change', () => {
    fc.assert(
      fc.property(rgba, (color) => {
        expect(sameColor(displayP3ToSrgb(srgbToDisplayP3(color)), color)).toBe(true)
      }),
    )
  })
})

describe('two colors', () => {
  const gray = { r: 0.5, g: 0.5, b: 0.5, a: 0.5 }
  it.each(['r', 'g', 'b', 'a'] as const)(
    'are the same where less than half an 8-bit step is between their %s, and else are not',
    (part) => {
      for (const sign of [1, -1]) {
        const by = (steps: number) => ({ ...gray, [part]: 0.5 + (sign * steps) / 255 })
        expect(sameColor(gray, by(0.4))).toBe(true)
        expect(sameColor(gray, by(0.5))).toBe(false)
      }
    },
  )
})
