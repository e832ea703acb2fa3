import { describe, expect, it } from 'vitest'
import { Trouble } from '../../../shared/trouble.ts'
import { fitted, refuseHuge, scaledNote } from '../../../ui/media/size.ts'
import { svgSize } from '../../../ui/media/svg-size.ts'

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

describe('what would not fit into a tab once it is decoded', () => {
  it.each([
    [20_000, 20_000],
    [60_000, 600],
    [2 ** 31, 2 ** 31],
  ])('is refused at %i × %i px, with its size', (width, height) => {
    expect(() => refuseHuge({ width, height }, 'Hero')).toThrow(Trouble)
    expect(() => refuseHuge({ width, height }, 'Hero')).toThrow(
      `“Hero” is too large: ${width} × ${height} px`,
    )
  })

  it('does not concern what the largest cameras make', () => {
    expect(() => refuseHuge({ width: 11_648, height: 8_736 }, 'Hero')).not.toThrow()
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
    ['2em', '1em', null, 32, 16],
    ['50%', '0', '0 0 64 32', 64, 32],
  ])('of %s × %s in %s is told', (width, height, viewBox, expectedWidth, expectedHeight) => {
    expect(svgSize(width, height, viewBox)).toEqual({
      width: expectedWidth,
      height: expectedHeight,
    })
  })
})
