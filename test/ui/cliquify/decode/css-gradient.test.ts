import { describe, expect, it } from 'vitest'
import type { Gradient } from '../../../../shared/brand.ts'
import { readCssGradient } from '../../../../ui/cliquify/decode/css-gradient.ts'

const RED = { r: 1, g: 0, b: 0, a: 1 }
const BLUE = { r: 0, g: 0, b: 1, a: 1 }

function gradientOf(text: string): Gradient | null {
  const read = readCssGradient(text)
  if (typeof read === 'string') throw new Error(read)
  return read
}

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
    ['45deg in srgb, ', 45],
    ['in srgb to left, ', 270],
    ['in srgb, ', 180],
    ['to bottom left in srgb, ', 225],
    ['in srgb 0.5turn, ', 180],
  ])('is read from “%s” as %i degrees', (head, angle) => {
    expect(gradientOf(`linear-gradient(${head}red, blue)`)).toEqual({
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
    gradientOf(`linear-gradient(${stops})`)?.stops.map(({ position }) => position)

  it.each([
    ['red, lime, blue', [0, 0.5, 1]],
    ['red 20%, lime, tan, blue 80%', [0.2, 0.4, 0.6, 0.8]],
    ['red, lime 60%, blue 40%', [0, 0.6, 0.6]],
    ['red 0% 50%, blue 50% 100%', [0, 0.5, 0.5, 1]],
    ['red 0, blue 0 100%', [0, 0, 1]],
    ['red 0, blue 100%', [0, 1]],
    ['red 0 25%, blue', [0, 0.25, 1]],
    ['red, lime 0, blue', [0, 0, 1]],
  ])('of “%s” are where CSS puts them', (stops, expected) => {
    const read = positions(stops) ?? []
    expect(read).toHaveLength(expected.length)
    for (const [index, position] of read.entries())
      expect(position).toBeCloseTo(expected[index] ?? NaN)
  })

  it('may be in any notation, with alpha', () => {
    expect(gradientOf('linear-gradient(rgba(255, 0, 0, .5) 0%, #00f)')?.stops[0]?.color).toEqual({
      ...RED,
      a: 0.5,
    })
  })
})

describe('a radial gradient', () => {
  it.each(['', 'circle, ', 'ellipse at center, ', 'circle at 50% 50%, '])(
    'at the centre is read: “%s”',
    (head) => {
      expect(gradientOf(`radial-gradient(${head}red, blue)`)).toMatchObject({
        type: 'radial',
        stops: [{ color: RED }, { color: BLUE }],
      })
    },
  )
})

describe('stops that lie outside', () => {
  it('are cut where they cross, at the color that is there', () => {
    const stops = gradientOf('linear-gradient(#000 -50%, #fff 150%)')?.stops ?? []
    expect(stops.map(({ position }) => position)).toEqual([0, 1])
    expect(stops[0]?.color.r).toBeCloseTo(0.25)
    expect(stops[1]?.color.r).toBeCloseTo(0.75)
  })

  it.each([
    ['#000, #fff 150%', [0, 0.667]],
    ['#000 -100%, #fff 100%', [0.5, 1]],
    ['#000 -100%, #fff 0%, #000 200%', [1, 0.5]],
  ])('are cut at the colors of “%s”', (list, expected) => {
    const stops = gradientOf(`linear-gradient(${list})`)?.stops ?? []
    expect([stops[0]?.color.r.toFixed(2), stops.at(-1)?.color.r.toFixed(2)]).toEqual(
      expected.map((red) => red.toFixed(2)),
    )
  })

  it('leave one color where all of them do', () => {
    const stops = gradientOf('linear-gradient(red 120%, blue 150%)')?.stops ?? []
    expect(stops).toEqual([{ position: 1, color: RED }])
  })
})

describe('a transparent stop', () => {
  const stopsOf = (stops: string) => gradientOf(`linear-gradient(${stops})`)?.stops

  it.each(['transparent', '#00000000', 'rgb(255 255 255 / 0)'])(
    'fades in the color of its neighbour: %s',
    (none) => {
      expect(stopsOf(`red, ${none}`)?.[1]?.color).toEqual({ ...RED, a: 0 })
      expect(stopsOf(`${none}, blue`)?.[0]?.color).toEqual({ ...BLUE, a: 0 })
    },
  )

  it('between two colors fades in both', () => {
    expect(stopsOf('red, transparent, blue')).toEqual([
      { position: 0, color: RED },
      { position: 0.5, color: { ...RED, a: 0 } },
      { position: 0.5, color: { ...BLUE, a: 0 } },
      { position: 1, color: BLUE },
    ])
  })

  it('among its like stays as it is', () => {
    expect(stopsOf('transparent, #fff0')).toHaveLength(2)
  })
})

describe('a radial gradient off its middle, or of another size', () => {
  it.each([
    ['circle at top left, ', { x: 0, y: 0 }, { x: Math.SQRT2, y: Math.SQRT2 }],
    ['at 25% 75%, ', { x: 0.25, y: 0.75 }, { x: 0.75 * Math.SQRT2, y: 0.75 * Math.SQRT2 }],
    ['at bottom, ', { x: 0.5, y: 1 }, { x: Math.SQRT1_2, y: Math.SQRT2 }],
    ['closest-side, ', undefined, { x: 0.5, y: 0.5 }],
    ['farthest-side circle, ', undefined, { x: 0.5, y: 0.5 }],
    ['30% 40% at 50% 0, ', { x: 0.5, y: 0 }, { x: 0.3, y: 0.4 }],
    ['farthest-corner circle, ', undefined, undefined],
    ['circle farthest-corner in srgb, ', undefined, undefined],
    ['in srgb farthest-corner ellipse at center, ', undefined, undefined],
    ['closest-side circle at 50% 50%, ', undefined, { x: 0.5, y: 0.5 }],
  ])('is read: “%s”', (head, center, radii) => {
    const read = gradientOf(`radial-gradient(${head}red, blue)`)
    expect(read?.type).toBe('radial')
    expect(read?.center).toEqual(center)
    if (radii === undefined) expect(read?.radii).toBeUndefined()
    else {
      expect(read?.radii?.x).toBeCloseTo(radii.x)
      expect(read?.radii?.y).toBeCloseTo(radii.y)
    }
  })
})

describe('a conic gradient', () => {
  it.each([
    ['', 0, undefined],
    ['from 180deg at 50% 50%, ', 180, undefined],
    ['from 0.25turn at 0 100%, ', 90, { x: 0, y: 1 }],
    ['at left, ', 0, { x: 0, y: 0.5 }],
  ])('is Figma’s angular one: “%s”', (head, angle, center) => {
    const read = gradientOf(`conic-gradient(${head}red 0deg, blue 90deg, red 1turn)`)
    expect(read).toMatchObject({ type: 'angular', angle })
    expect(read?.center).toEqual(center)
    expect(read?.stops.map(({ position }) => position)).toEqual([0, 0.25, 1])
  })
})

describe('what Figma has no like of', () => {
  it.each([
    ['linear-gradient(red)', 'one color'],
    ['linear-gradient(red, 30%, blue)', 'hint'],
    ['linear-gradient(red 10px, blue)', 'lengths'],
    ['radial-gradient(circle 20px, red, blue)', 'lengths'],
    ['radial-gradient(closest-side at left, red, blue)', 'size'],
    ['linear-gradient(in oklch, red, blue)', 'oklch'],
    ['repeating-linear-gradient(red, blue)', 'repeats'],
    ['-webkit-linear-gradient(left, red, blue)', 'old notation'],
    ['linear-gradient(red, blue), url(a.png)', 'layers'],
    ['linear-gradient(red, blue), linear-gradient(tan, lime)', 'layers'],
    ['linear-gradient(red, var(--x))', 'cannot be read'],
  ])('is refused with its reason: “%s”', (text, word) => {
    expect(readCssGradient(text)).toEqual(expect.stringContaining(word))
  })

  it.each(['red', '', 'image-gradient(red, blue)', 'constructor-gradient(red, blue)'])(
    'is no gradient at all: “%s”',
    (text) => {
      expect(readCssGradient(text)).toBeNull()
    },
  )
})
