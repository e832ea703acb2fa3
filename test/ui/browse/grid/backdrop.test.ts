import { describe, expect, it } from 'vitest'
import { backdropFor } from '../../../../ui/browse/grid/backdrop.ts'

type Pixel = readonly [number, number, number, number]

const CLEAR: Pixel = [0, 0, 0, 0]
const WHITE: Pixel = [255, 255, 255, 255]
const BLACK: Pixel = [0, 0, 0, 255]
const GREEN: Pixel = [40, 150, 90, 255]

const of = (...pixels: readonly Pixel[]): Uint8ClampedArray => Uint8ClampedArray.from(pixels.flat())

describe('what a picture lies on', () => {
  it('does not matter where nothing shines through', () => {
    expect(backdropFor(of(WHITE, WHITE, WHITE, WHITE))).toBe('any')
    expect(backdropFor(of(BLACK, WHITE, BLACK, WHITE))).toBe('any')
  })

  it('is dark under white, and light under black', () => {
    expect(backdropFor(of(CLEAR, WHITE, WHITE, CLEAR))).toBe('dark')
    expect(backdropFor(of(CLEAR, BLACK, BLACK, CLEAR))).toBe('light')
  })

  it('is checked under what has both', () => {
    expect(backdropFor(of(CLEAR, BLACK, WHITE, CLEAR))).toBe('checked')
  })

  it('does not matter for colors that are seen on either', () => {
    expect(backdropFor(of(CLEAR, GREEN, GREEN, CLEAR))).toBe('any')
  })

  it('is not decided by a few pixels, nor by what is hardly there', () => {
    const green = new Array<Pixel>(20).fill(GREEN)
    expect(backdropFor(of(CLEAR, ...green, WHITE, WHITE))).toBe('any')
    expect(backdropFor(of(CLEAR, ...green, [255, 255, 255, 8], [0, 0, 0, 8]))).toBe('any')
  })

  it('does not matter where nothing is seen at all', () => {
    expect(backdropFor(of(CLEAR, CLEAR))).toBe('any')
  })
})
