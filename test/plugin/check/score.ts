import { openDocument } from './document.ts'
import { ASSETS, assetsFound } from './fixtures/assets.ts'
import { COLORS } from './fixtures/colors.ts'
import { CONTRAST, faint, openBoard } from './fixtures/contrast.ts'
import type { Fixture } from './fixtures/fixture.ts'

/** Precision and recall of the brand check on its fixtures; whether both are whole. */
export async function score(): Promise<boolean> {
  const rows = [
    await scoreOf('colors', COLORS, async (draw) => {
      const document = await openDocument()
      await draw(document)
      return document.findings()
    }),
    await scoreOf('contrast', CONTRAST, async (draw) => {
      const document = await openBoard()
      await draw(document.board)
      return faint(document)
    }),
    await scoreOf('logos and assets', ASSETS, async (draw) => {
      const document = await openDocument(null)
      await draw(document.figma)
      return assetsFound(document)
    }),
  ]
  console.table(rows)
  return rows.every(({ missed, wrong }) => missed + wrong === 0)
}

async function scoreOf<In>(
  of: string,
  fixtures: readonly Fixture<In>[],
  look: (draw: Fixture<In>['draw']) => Promise<readonly string[]>,
) {
  let [right, missed, wrong] = [0, 0, 0]
  for (const { draw, found } of fixtures) {
    const [wanted, told] = [layersOf(found), layersOf(await look(draw))]
    for (const each of told) {
      if (wanted.has(each)) right++
      else wrong++
    }
    missed += [...wanted].filter((each) => !told.has(each)).length
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
