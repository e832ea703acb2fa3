import { describe, expect, it } from 'vitest'
import { NO_LIBRARIES } from '../libraries/no-libraries.ts'
import { applyToLayers } from '../../../plugin/colors/apply-to-layers.ts'
import { identifyColors } from '../../../plugin/colors/identity.ts'
import type { BrandColor } from '../../../shared/brand.ts'
import { hexOf } from '../../../shared/color.ts'
import { parseCssColor } from '../../../ui/cliquify/decode/css-color.ts'
import { openColors } from './open-colors.ts'
import { brandColor, KIT } from './samples.ts'

describe('a color that Cliquify lists twice', () => {
  it('counts where it is listed first, wherever that is', () => {
    const others = Array.from({ length: 9 }, (_, i) => brandColor({ id: String(i), name: 'Other' }))
    for (const id of ['99', null]) {
      const [first, second] = [brandColor({ id }), brandColor({ id })]
      const { identities, repeated } = identifyColors([...others, first, second])
      expect([...identities.keys()].at(-1)).toBe(first)
      expect(repeated[0]).toBe(second)
    }
  })
})

describe('colors of one name without ids', () => {
  const gray = (hex: string, palette: string | null = null): BrandColor => {
    const value = parseCssColor(hex)
    if (value === null) throw new Error(hex)
    return brandColor({ id: null, name: 'Gray', palette, value })
  }
  /** The value of each synced style, in the order in which the styles were made. */
  const shownBy = (o: ReturnType<typeof openColors>): readonly string[] =>
    o.styles().map(({ paints }) => {
      const [paint] = paints
      return paint?.color == null ? '' : hexOf({ ...paint.color, a: 1 })
    })

  it.each([
    ['the first changes', ['#111111', '#999999'], ['#BBBBBB', '#999999']],
    ['the last changes', ['#111111', '#999999'], ['#111111', '#000000']],
    [
      'one in the middle changes',
      ['#111111', '#555555', '#999999'],
      ['#111111', '#EEEEEE', '#999999'],
    ],
    ['all change', ['#111111', '#999999'], ['#222222', '#888888']],
  ])('keep each style its color where %s', async (_, first, then) => {
    for (const reversed of [false, true]) {
      const o = openColors({})
      await o.apply(first.map((hex) => gray(hex)))
      const listed = reversed ? [...then].reverse() : then
      await o.apply(listed.map((hex) => gray(hex)))
      expect(shownBy(o)).toEqual(then)
    }
  })

  it('stay what they were where one is taken away, or the first is', async () => {
    for (const left of ['#111111', '#555555', '#999999']) {
      const o = openColors({})
      await o.apply(['#111111', '#555555', '#999999'].map((hex) => gray(hex)))
      const outcomes = await o.outcomes([gray(left)])
      expect(outcomes.filter((outcome) => outcome !== 'removed')).not.toContain('update')
      await o.apply([gray(left)])
      expect(shownBy(o)).toEqual(['#111111', '#555555', '#999999'])
    }
  })

  it('are told apart by value where one is applied to layers', async () => {
    const o = openColors({})
    const [dark, light] = [gray('#111111'), gray('#999999')]
    await o.apply([dark, light])
    await o.apply([gray('#BBBBBB'), light])
    const node = o.file.figma.createRectangle()
    await applyToLayers(o.file.figma, NO_LIBRARIES, [node], {
      ...{ kit: KIT, color: light, namesakes: [gray('#BBBBBB')], as: 'fill' },
    })
    const style = await o.file.figma.getStyleByIdAsync(String(node.fillStyleId))
    expect(style?.name).toBe(o.styles()[1]?.name)
  })
})
