import { openDocument } from './document.ts'
import { ASSETS, assetsFound } from './fixtures/assets.ts'
import { COLORS } from './fixtures/colors.ts'
import { CONTRAST, faint, openBoard } from './fixtures/contrast.ts'
import { DESIGNS } from './fixtures/designs.ts'
import { openSheet, told } from './fixtures/sheet.ts'
import type { Fixture } from './fixtures/fixture.ts'

/** Precision and recall of the brand check on its fixtures; whether both are whole. */
export async function score(): Promise<boolean> {
  const rows = [
    await scoreOf('colors', COLORS, async ({ draw }) => {
      const document = await openDocument()
      await draw(document)
      return document.findings()
    }),
    await scoreOf('contrast', CONTRAST, async ({ draw }) => {
      const document = await openBoard()
      await draw(document.board)
      return faint(document)
    }),
    await scoreOf('logos and assets', ASSETS, async ({ draw }) => {
      const document = await openDocument(null)
      await draw(document.figma)
      return assetsFound(document)
    }),
    await scoreOf('whole designs', DESIGNS, async (design) => {
      const sheet = await openSheet(design)
      await design.draw(sheet)
      return told(sheet)
    }),
  ]
  console.table(rows)
  return rows.every(({ missed, wrong }) => missed + wrong === 0)
}

async function scoreOf<Of extends Pick<Fixture<never>, 'found'>>(
  of: string,
  fixtures: readonly Of[],
  look: (fixture: Of) => Promise<readonly string[]>,
) {
  let [right, missed, wrong] = [0, 0, 0]
  for (const fixture of fixtures) {
    const [wanted, shown] = [layersOf(fixture.found), layersOf(await look(fixture))]
    for (const each of shown) {
      if (wanted.has(each)) right++
      else wrong++
    }
    missed += [...wanted].filter((each) => !shown.has(each)).length
  }
  const share = (others: number): string => `${((100 * right) / (right + others)).toFixed(1)} %`
  return {
    ...{ of, documents: fixtures.length, right, missed, wrong },
    ...{ precision: share(wrong), recall: share(missed) },
  }
}

/** Each finding by each of its layers. */
function layersOf(found: readonly string[]): ReadonlySet<string> {
  return new Set(
    found.flatMap((each) => {
      const at = each.lastIndexOf(': ')
      const names = each.slice(at + 2).split(', ')
      return names.map((name) => `${each.slice(0, at)}: ${name}`)
    }),
  )
}
