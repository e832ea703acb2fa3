import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import type { FileItem } from '../../../plugin/colors/file-items.ts'
import type { PlanPart } from '../../../plugin/colors/plan.ts'
import { applyToModel, brandColor, KIT, planSync, syncOf } from './samples.ts'

// Few names, ids and values, so that they meet often.
const name = fc.constantFrom('Red', 'Red 2', 'Blue', ' ', 'a/b', 'Red ')
const value = fc.constantFrom(
  { r: 1, g: 0, b: 0, a: 1 },
  { r: 0, g: 0.5, b: 1, a: 1 },
  { r: 0, g: 0.5, b: 1, a: 0.25 },
)
const color: fc.Arbitrary<BrandColor> = fc
  .record({
    id: fc.option(fc.constantFrom('1', '2', '3', '10')),
    name,
    palette: fc.option(fc.constantFrom('Warm', '', 'Red')),
    value,
  })
  .map(brandColor)
const colors = fc.array(color, { maxLength: 8 })

const styleName = fc.constantFrom('Acme/Red', 'Acme/Red 2', 'Acme/Warm/Red', 'Acme/Blue', 'Mine')
const link = fc.record({
  kitId: fc.constantFrom(KIT.id, KIT.id, KIT.id, 'kit-2'),
  color: fc.constantFrom('id:1', 'id:2', 'id:3', 'id:99', 'name:Red', 'name:Warm/Red', 'name:Blue'),
  name: styleName,
  wanted: styleName,
  value,
})
const styles: fc.Arbitrary<readonly FileItem[]> = fc
  .array(
    fc.record({
      state: fc.record({ name: styleName, value: fc.option(value) }),
      link: fc.option(link),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((style, index) => ({ id: `S:${String(index)}`, ...style })))

const QUIET = new Set(['unchanged', 'skipped', 'removed'])

function byKey(rows: readonly PlanPart[]): readonly PlanPart[] {
  return rows
    .filter(({ key }) => !key.startsWith('repeated:'))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
}

describe('a plan of any colors on any file', () => {
  it('is the same when made twice', () => {
    fc.assert(
      fc.property(colors, styles, (list, file) => {
        expect(planSync(syncOf(...list), file)).toEqual(planSync(syncOf(...list), file))
      }),
    )
  })

  it('has nothing left to write once it was applied', () => {
    fc.assert(
      fc.property(colors, styles, (list, file) => {
        const after = applyToModel(planSync(syncOf(...list), file), file)
        const again = planSync(syncOf(...list), after)
        expect(again.filter(({ outcome }) => !QUIET.has(outcome))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('does not depend on the order of the colors', () => {
    const shuffled = colors.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, styles, ([list, other], file) => {
        const plan = planSync(syncOf(...list), file)
        expect(byKey(planSync(syncOf(...other), file))).toEqual(byKey(plan))
      }),
      { numRuns: 1000 },
    )
  })

  it('never writes two colors to one style, nor one color twice', () => {
    fc.assert(
      fc.property(colors, styles, (list, file) => {
        const rows = planSync(syncOf(...list), file)
        const targets = rows.flatMap(({ itemId }) => itemId ?? [])
        expect(new Set(targets).size).toBe(targets.length)
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives every color a name of its own', () => {
    fc.assert(
      fc.property(colors, styles, (list, file) => {
        const names = planSync(syncOf(...list), file).flatMap(({ link }) => link?.name ?? [])
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })

  it('accounts for every color and for every style of the kit', () => {
    fc.assert(
      fc.property(colors, styles, (list, file) => {
        const rows = planSync(syncOf(...list), file)
        expect(rows.filter(({ after }) => after !== null)).toHaveLength(list.length)
        const touched = new Set(rows.map(({ itemId }) => itemId))
        for (const style of file) {
          if (style.link?.kitId === KIT.id) expect(touched).toContain(style.id)
          if (style.link !== null && style.link.kitId !== KIT.id) {
            expect(touched).not.toContain(style.id)
          }
        }
      }),
    )
  })
})
