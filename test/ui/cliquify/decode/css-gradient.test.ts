import { describe, expect, it } from 'vitest'
import { parseCssGradient } from '../../../../ui/cliquify/decode/css-gradient.ts'

const RED = { r: 1, g: 0, b: 0, a: 1 }
const BLUE = { r: 0, g: 0, b: 1, a: 1 }

describe('the direction of a linear gradient', () => {
  it.each([
    ['', 180],
    ['to right, ', 90],
    ['to top left, ', 315],
    ['to left top, ', 315],
    ['45deg, ', 45],
    ['-90deg, ', 270],
    ['0.25turn, ', 90],
    ['100grad, ', 90],
    ['0, ', 0],
  ])('is read from “%s” as %i degrees', (head, angle) => {
    expect(parseCssGradient(`linear-gradient(${head}red, blue)`)).toEqual({
      type: 'linear',
      angle,
      stops: [
        { position: 0, color: RED },
        { position: 1, color: BLUE },
      ],
    })
  })
})

describe('the stops', () => {
  const positions = (stops: string) =>
    parseCssGradient(`linear-gradient(${stops})`)?.stops.map(({ position }) => position)

  it.each([
    ['red, lime, blue', [0, 0.5, 1]],
    ['red 20%, lime, tan, blue 80%', [0.2, 0.4, 0.6, 0.8]],
    ['red, lime 60%, blue 40%', [0, 0.6, 0.6]],
    ['red 0% 50%, blue 50% 100%', [0, 0.5, 0.5, 1]],
  ])('of “%s” are where CSS puts them', (stops, expected) => {
    const read = positions(stops) ?? []
    expect(read).toHaveLength(expected.length)
    for (const [index, position] of read.entries())
      expect(position).toBeCloseTo(expected[index] ?? NaN)
  })

  it('may be in any notation, with alpha', () => {
    expect(
      parseCssGradient('linear-gradient(rgba(255, 0, 0, .5) 0%, #00f)')?.stops[0]?.color,
    ).toEqual({ ...RED, a: 0.5 })
  })
})

describe('a radial gradient', () => {
  it.each(['', 'circle, ', 'ellipse at center, ', 'circle at 50% 50%, '])(
    'at the centre is read: “%s”',
    (head) => {
      expect(parseCssGradient(`radial-gradient(${head}red, blue)`)).toMatchObject({
        type: 'radial',
        stops: [{ color: RED }, { color: BLUE }],
      })
    },
  )
})

describe('what Figma has no like of', () => {
  it.each([
    'red',
    'linear-gradient(red)',
    'linear-gradient(red, 30%, blue)',
    'linear-gradient(red 10px, blue)',
    'linear-gradient(red -10%, blue)',
    'linear-gradient(in oklch, red, blue)',
    'radial-gradient(at top left, red, blue)',
    'radial-gradient(closest-side, red, blue)',
    'conic-gradient(red, blue)',
    'repeating-linear-gradient(red, blue)',
    'linear-gradient(red, blue), url(a.png)',
    '',
  ])('is refused: “%s”', (text) => {
    expect(parseCssGradient(text)).toBeNull()
  })
})
