import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rgba } from '../../../shared/brand.ts'
import { parseCssColor } from '../../../ui/cliquify/decode/css-color.ts'
import { contrastRatio } from '../../../shared/contrast.ts'
import { gradeOf, ratioText } from '../../../ui/colors/contrast.ts'

function rgba(text: string): Rgba {
  const value = parseCssColor(text)
  if (value === null) throw new Error(`no color: ${text}`)
  return value
}

const unit = fc.double({ min: 0, max: 1, noNaN: true })
const opaque = fc.record({ r: unit, g: unit, b: unit, a: fc.constant(1) })
const any = fc.record({ r: unit, g: unit, b: unit, a: unit })

describe('the contrast of two colors', () => {
  // As WebAIM's contrast checker tells them.
  it.each([
    ['#000000', '#FFFFFF', '21:1', 'AAA'],
    ['#FFFFFF', '#FFFFFF', '1:1', 'Fails'],
    ['#767676', '#FFFFFF', '4.54:1', 'AA'],
    ['#777777', '#FFFFFF', '4.47:1', 'AA large'],
    ['#595959', '#FFFFFF', '7:1', 'AAA'],
    ['#FF0000', '#FFFFFF', '3.99:1', 'AA large'],
    ['#0000FF', '#FFFFFF', '8.59:1', 'AAA'],
    ['#00FF00', '#FFFFFF', '1.37:1', 'Fails'],
    ['#0000FF', '#000000', '2.44:1', 'Fails'],
  ])('%s on %s is %s: %s', (color, background, text, grade) => {
    const ratio = contrastRatio(rgba(color), rgba(background))
    expect(ratioText(ratio)).toBe(text)
    expect(gradeOf(ratio)).toBe(grade)
  })

  it('is that of the mixture where the color is transparent', () => {
    const half = rgba('rgb(0 0 0 / 50%)')
    const gray = { r: 0.5, g: 0.5, b: 0.5, a: 1 }
    expect(contrastRatio(half, rgba('#FFFFFF'))).toBeCloseTo(contrastRatio(gray, rgba('#FFFFFF')))
    expect(contrastRatio(half, rgba('#000000'))).toBeCloseTo(1)
  })

  it('sees a transparent background on white', () => {
    expect(contrastRatio(rgba('#000000'), rgba('rgb(0 0 0 / 0%)'))).toBeCloseTo(21)
  })

  it('is from 1 to 21, and the same the other way round', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const ratio = contrastRatio(one, other)
        return ratio >= 1 && ratio <= 21.000001
      }),
    )
    fc.assert(
      fc.property(opaque, opaque, (one, other) => {
        expect(contrastRatio(one, other)).toBeCloseTo(contrastRatio(other, one), 10)
      }),
    )
  })
})

describe('the ratio as text', () => {
  it('never claims more than there is', () => {
    expect(ratioText(4.4999)).toBe('4.49:1')
    expect(gradeOf(4.4999)).toBe('AA large')
    expect(ratioText(2.999)).toBe('2.99:1')
    expect(gradeOf(2.999)).toBe('Fails')
  })
})
