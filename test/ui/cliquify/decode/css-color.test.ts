import { converter, parse, type Color } from 'culori'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rgba } from '../../../../shared/brand.ts'
import { hexOf, sameColor } from '../../../../shared/color.ts'
import { parseCssColor } from '../../../../ui/cliquify/decode/css-color.ts'
import { times } from '../../../deep.ts'
import { colorTexts } from './color-texts.ts'

const channel = fc.integer({ min: 0, max: 255 }).map((step) => step / 255)
const rgba = fc.record({ r: channel, g: channel, b: channel, a: channel })

const SPACES = ['srgb', 'srgb-linear', 'display-p3', 'xyz', 'xyz-d65', 'xyz-d50']

const toRgb = converter('rgb')

/** As culori reads it, clipped to sRGB; null where it refuses or throws. */
function oracle(text: string): Rgba | null {
  let color: Color | undefined
  try {
    color = parse(text.toLowerCase())
  } catch {
    return null
  }
  if (color === undefined) return null
  // What is negative is 0 in CSS; in culori, a saturation is the opposite hue.
  const least = (part: number): number => (part < 0 ? 0 : part)
  if (color.mode === 'hsl') color = { ...color, s: least(color.s), l: least(color.l) }
  if (color.mode === 'hwb') color = { ...color, w: least(color.w), b: least(color.b) }
  const { r, g, b, alpha = 1 } = toRgb(color)
  // A missing alpha is none: browsers paint it transparent.
  const opacity = /\/\s*none\s*\)$/.test(text) ? 0 : alpha
  const clip = (channel: number): number =>
    Number.isFinite(channel) ? Math.min(1, Math.max(0, channel)) : 0
  return { r: clip(r), g: clip(g), b: clip(b), a: clip(opacity) }
}

describe('reading a CSS color', () => {
  it.each([
    ['#0a84ff', '#0A84FF'],
    ['0A84FF', '#0A84FF'],
    ['  #0A84FF\n', '#0A84FF'],
    ['#fff8', '#FFFFFF88'],
    ['rgb(10 132 255 / 50%)', '#0A84FF80'],
    ['RGBA(10, 132, 255, .5)', '#0A84FF80'],
    ['hsl(210deg 100% 52%)', '#0A85FF'],
    ['hwb(200 10% 10%)', '#1AA2E6'],
    ['oklch(0.7 0.1 200)', '#40B1B7'],
    ['lab(50% 20 30)', '#A16945'],
    ['hsla(210, 100%, 52%, .5)', '#0A85FF80'],
    ['lch(50% 30 200deg)', '#1D8487'],
    ['oklab(0.5 0.1 -0.1)', '#81459A'],
    ['color(srgb 1 0 0.2)', '#FF0033'],
    ['color(srgb-linear 0.5 0.2 none)', '#BC7C00'],
    ['color(xyz 0.3 0.2 0.1)', '#CE5451'],
    ['color(xyz-d50 0.3 0.2 0.1 / 20%)', '#C6566033'],
    ['RebeccaPurple', '#663399'],
    ['transparent', '#00000000'],
    ['color(display-p3 1 0 0)', '#FF0000'],
    ['rgb(128 none none / none)', '#80000000'],
    ['oklch(0.2 none none / none)', '#16161600'],
    ['rgb(none none none / none)', '#00000000'],
    ['hsl(0 100% 50% / none)', '#FF000000'],
    ['hwb(120 0% 0% / none)', '#00FF0000'],
    ['hsl(0 -50% 40%)', '#666666'],
    ['hsl(120 -100% 60%)', '#999999'],
    ['hsla(200, -1%, 100%, 1)', '#FFFFFF'],
    ['hsl(none -30% 20%)', '#333333'],
    ['color(a98-rgb 0.7 0.5 0.3)', '#C48048'],
    ['color(prophoto-rgb 0.7 0.5 0.3)', '#EA8552'],
    ['color(rec2020 0.7 0.5 0.3)', '#D48451'],
    ['color(a98-rgb 1 1 1)', '#FFFFFF'],
    ['color(rec2020 0 0 0 / 50%)', '#00000080'],
    ['color(prophoto-rgb 1 1 1)', '#FFFFFF'],
    ['rgb(/* R */0, 51, 255)', '#0033FF'],
    ['hsl(0/* hue */ 0% 100%)', '#FFFFFF'],
    ['rgb(255, 0, 0) /* red, not rgb(0, 0, 255) */', '#FF0000'],
    ['/* ink */ #111 /* brand */', '#111111'],
    ['rgb(10/**/132 255)', '#0A84FF'],
  ])('reads %s', (text, hex) => {
    const color = parseCssColor(text)
    expect(color && hexOf(color)).toBe(hex)
  })

  it.each([
    '',
    '#',
    '#12',
    'nope',
    'currentColor',
    'rgb(1,2)',
    'var(--x)',
    'color-mix(in srgb, red, blue)',
    'rgb(from red r g b)',
    'rgb(calc(1 + 1) 0 0)',
    'blac\u212a',
    'pin\u212a',
    '\u212ahaki',
    'dar\u212ared',
    '\u017failver',
    'linear-gradient(red,blue)',
    'constructor(0 0 0)',
    'color(constructor 1 0 0)',
    'ButtonFace',
    'inherit',
  ])('refuses %j', (text) => {
    expect(parseCssColor(text)).toBeNull()
  })

  it('reads back every hex that it writes', () => {
    fc.assert(
      fc.property(rgba, (color) => {
        const read = parseCssColor(hexOf(color))
        expect(read !== null && sameColor(read, color)).toBe(true)
      }),
    )
  })

  it('reads what culori reads of CSS, and reads it the same', () => {
    fc.assert(
      fc.property(colorTexts(SPACES), (text) => {
        const ours = parseCssColor(text)
        const theirs = oracle(text)
        // culori takes an angle for a chroma.
        if (ours === null && /\d(?:deg|turn|g?rad)/.test(text)) return
        expect(ours === null).toBe(theirs === null)
        for (const key of ['r', 'g', 'b', 'a'] as const) {
          expect(ours?.[key] ?? 0).toBeCloseTo(theirs?.[key] ?? 0, 6)
        }
      }),
      { numRuns: times(1000, 20_000) },
    )
  })

  it('never throws and never leaves 0–1, whatever the text', () => {
    const far = fc.double({ min: -2, max: 2, noNaN: true }).map((part) => part.toFixed(3))
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^(rgb|hsl|oklch)\(.*\)$/),
      // Of the others, hardly one is a color, and fewer lie outside sRGB.
      fc.tuple(fc.constantFrom(...SPACES), far, far, far).map((each) => `color(${each.join(' ')})`),
    )
    let read = 0
    fc.assert(
      fc.property(texts, (text) => {
        const color = parseCssColor(text)
        if (color !== null) read++
        for (const part of color === null ? [] : Object.values(color)) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(1)
        }
      }),
    )
    expect(read).toBeGreaterThan(5)
  })
})
