import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { times } from '../../deep.ts'
import { openColors } from './open-colors.ts'
import { brandColor, BLUE, GREEN } from './samples.ts'

const NAMES = ['Ink', 'Red', 'Snow', 'Sky'] as const
const FIRST: readonly BrandColor[] = NAMES.map((name) =>
  brandColor({ id: name, name, palette: 'Core' }),
)
/** What a person has left out. */
const OUT = brandColor({ id: 'Out', name: 'Out', palette: 'Core' })
const PURPLE = { r: 0.5, g: 0, b: 0.5 }

const name = fc.constantFrom(...NAMES)
/** What people do to a style or variable between two syncs. */
const deed = fc.record({
  of: name,
  what: fc.constantFrom('move', 'rename', 'recolor', 'bind', 'delete', 'uncode'),
})
/** What happens to a color in Cliquify meanwhile. */
const news = fc.record({ of: name, what: fc.constantFrom('recolor', 'rename', 'remove', 'add') })
const meanwhile = fc.record({
  deeds: fc.uniqueArray(deed, { selector: ({ of }) => of, maxLength: 3 }),
  news: fc.uniqueArray(news, { selector: ({ of }) => of, maxLength: 4 }),
})

function next(changes: readonly { readonly of: string; readonly what: string }[]): BrandColor[] {
  return [...FIRST, OUT].flatMap((color) => {
    const what = changes.find(({ of }) => of === color.name)?.what
    if (what === 'remove') return []
    if (what === 'recolor') return [{ ...color, value: BLUE }]
    if (what === 'rename') return [{ ...color, name: `New ${color.name}` }]
    const added = brandColor({ id: `+${color.name}`, name: `More ${color.name}`, value: GREEN })
    return what === 'add' ? [color, added] : [color]
  })
}

/** Two syncs leave what the checks are about, and a third one writes nothing. */
async function expectToStay(
  o: ReturnType<typeof openColors>,
  colors: ReturnType<typeof next>,
  checks: readonly (() => void)[],
): Promise<void> {
  for (let round = 0; round < 2; round++) {
    await o.apply(colors)
    for (const check of checks) check()
  }
  o.file.clearWrites()
  await o.apply(colors)
  expect(o.ops()).toEqual([])
}

describe('a sync that nobody looks at', () => {
  it('to styles changes nothing that a person did to the file', async () => {
    await fc.assert(
      fc.asyncProperty(meanwhile, async ({ deeds, news: changes }) => {
        const o = openColors({})
        await o.apply([...FIRST, OUT], {}, { leaveOut: ['id:Out'] })
        const { figma } = o.file
        const styles = new Map(
          (await figma.getLocalPaintStylesAsync()).map((style) => [style.name, style]),
        )
        const theirs = figma.variables.createVariableCollection('Theirs')
        const own = figma.variables.createVariable('own', theirs, 'COLOR')
        const checks = [
          () => expect(o.styles().map((each) => each.name)).not.toContain('Acme/Core/Out'),
        ]
        for (const { of, what } of deeds) {
          const style = styles.get(`Acme/Core/${of}`)
          if (style === undefined) throw new Error(of)
          if (what === 'move') style.name = `Mine/2026/${of}`
          if (what === 'rename') style.name = `Acme/Core/My ${of}`
          if (what === 'recolor') style.paints = [{ type: 'SOLID', color: PURPLE }]
          if (what === 'bind') {
            const paint = { type: 'SOLID', color: PURPLE } as const
            style.paints = [figma.variables.setBoundVariableForPaint(paint, 'color', own)]
          }
          if (what === 'delete') {
            style.remove()
            checks.push(() => {
              expect(o.styles().map((each) => each.name)).not.toContain(`Acme/Core/${of}`)
            })
          } else {
            const [before, paints] = [style.name, JSON.stringify(style.paints)]
            checks.push(() => {
              if (what === 'move') expect(style.name).toMatch(/^Mine\/2026\//)
              if (what === 'rename') expect(style.name).toBe(before)
              if (what === 'recolor' || what === 'bind') {
                expect(JSON.stringify(style.paints)).toBe(paints)
              }
            })
          }
        }
        await expectToStay(o, next(changes), checks)
      }),
      { numRuns: times(60, 1_500) },
    )
  }, 120_000)

  it('to variables changes nothing that a person did to the file', async () => {
    await fc.assert(
      fc.asyncProperty(meanwhile, fc.boolean(), async ({ deeds, news: changes }, addsMode) => {
        const o = openColors({ target: 'variables' })
        await o.apply([...FIRST, OUT], {}, { leaveOut: ['id:Out'] })
        const { variables } = o.file.figma
        const [collection] = await variables.getLocalVariableCollectionsAsync()
        const mode = collection?.defaultModeId ?? ''
        const dark = addsMode ? collection?.addMode('Dark') : undefined
        const checks = [
          () => expect(o.variables().map((each) => each.name)).not.toContain('Acme/Core/Out'),
        ]
        const local = new Map(
          (await variables.getLocalVariablesAsync()).map((variable) => [variable.name, variable]),
        )
        for (const { of, what } of deeds) {
          const variable = local.get(`Acme/Core/${of}`)
          if (variable === undefined) throw new Error(of)
          if (what === 'move') variable.name = `Mine/${of}`
          if (what === 'rename') variable.name = `Acme/Core/My ${of}`
          if (what === 'recolor') variable.setValueForMode(mode, { ...PURPLE, a: 1 })
          if (what === 'uncode') variable.removeVariableCodeSyntax('WEB')
          if (what === 'delete') {
            variable.remove()
            checks.push(() => {
              expect(o.variables().map((each) => each.name)).not.toContain(`Acme/Core/${of}`)
            })
            continue
          }
          if (dark !== undefined) variable.setValueForMode(dark, { ...PURPLE, a: 0.5 })
          const [before, values] = [variable.name, JSON.stringify(variable.valuesByMode)]
          checks.push(() => {
            if (what === 'move') expect(variable.name).toMatch(/^Mine\//)
            if (what === 'rename') expect(variable.name).toBe(before)
            if (what === 'recolor') expect(JSON.stringify(variable.valuesByMode)).toBe(values)
            if (what === 'uncode') expect(variable.codeSyntax.WEB).toBeUndefined()
            if (dark !== undefined) expect(variable.valuesByMode[dark]).toMatchObject(PURPLE)
          })
        }
        await expectToStay(o, next(changes), checks)
      }),
      { numRuns: times(60, 1_500) },
    )
  }, 120_000)
})
