import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hexOf, sameColor } from '../../../../shared/color.ts'
import { parseCssColor } from '../../../../ui/cliquify/decode/css-color.ts'

const channel = fc.integer({ min: 0, max: 255 }).map((step) => step / 255)
const rgba = fc.record({ r: channel, g: channel, b: channel, a: channel })

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
    'linear-gradient(red,blue)',
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

  it('never throws and never leaves 0–1, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(rgb|hsl|oklch)\(.*\)$/)), (text) => {
        const color = parseCssColor(text)
        for (const part of color === null ? [] : Object.values(color)) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
