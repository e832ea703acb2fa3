import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { times } from '../../deep.ts'
import type { OpenFile } from '../../figma/file.ts'
import { openStyles } from './open-styles.ts'
import { BLUE, brandColor, GREEN, RED } from './samples.ts'

describe('any sequence of brand colors', () => {
  it('leaves one style for each color, the same one all along, and then nothing to do', async () => {
    const color = fc
      .record({
        id: fc.constantFrom('1', '2', '3', '4'),
        name: fc.constantFrom('Red', 'Blue', 'a/b', ''),
        palette: fc.option(fc.constantFrom('Warm', 'Cold')),
        value: fc.constantFrom(RED, GREEN, BLUE),
      })
      .map(brandColor)
    const brand = fc.uniqueArray(color, { maxLength: 4, selector: ({ id }) => id })
    await fc.assert(
      fc.asyncProperty(brand, brand, brand, async (...brands) => {
        const { apply, plan, file } = openStyles()
        let before = new Map<string, string>()
        for (const colors of brands) {
          await apply(colors)
          const outcomes = (await plan(...colors)).rows.map(({ outcome }) => outcome)
          expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(colors.length)
          expect(outcomes).not.toContain('create')

          const styleIds = linkedStyles(file)
          for (const { id } of colors) {
            const identity = `id:${String(id)}`
            expect(styleIds.get(identity)).toBe(before.get(identity) ?? styleIds.get(identity))
          }
          before = styleIds
        }
      }),
      { numRuns: times(12, 60) },
    )
  }, 30_000)
})

/** The id of each color's style, by the color's identity. */
function linkedStyles(file: OpenFile): Map<string, string> {
  return new Map(
    file.snapshot().paintStyles.map(({ id, sharedPluginData }) => {
      const link = JSON.parse(sharedPluginData['cliquify']?.['color'] ?? '') as { color: string }
      return [link.color, id]
    }),
  )
}
