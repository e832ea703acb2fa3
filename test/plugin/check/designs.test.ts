import { describe, expect, it } from 'vitest'
import type { BrandFixed } from '../../../shared/check.ts'
import { findingsOf, type FindingKind } from '../../../ui/check/findings.ts'
import { BRAND } from './document.ts'
import { DESIGNS } from './fixtures/designs.ts'
import { openSheet, told, type Sheet } from './fixtures/sheet.ts'

const FIXED: ReadonlySet<FindingKind> = new Set(['off-brand', 'near', 'almost', 'unlinked'])
/** What a fix may change of a layer. */
const LOOKS: ReadonlySet<string> = new Set(['fills', 'strokes', 'fillStyleId', 'strokeStyleId'])

/** Puts every color on the nearest of the brand's. */
async function fixAll(sheet: Sheet): Promise<readonly BrandFixed[]> {
  const { found } = await sheet.look('document')
  const fixed: BrandFixed[] = []
  for (const { kind, found: each, nearest } of findingsOf(found, BRAND)) {
    const [place] = nearest
    if (FIXED.has(kind) && place !== undefined) fixed.push(await sheet.fixTo([each], place))
  }
  return fixed
}

describe('a look at a design finds', () => {
  it.each(DESIGNS)('$title', async (design) => {
    const sheet = await openSheet(design)
    await design.draw(sheet)
    sheet.file.clearWrites()
    expect(await told(sheet)).toEqual(design.found)
    expect(sheet.file.writes()).toEqual([])
  })
})

/** Here, instances lose what was set on them with a change of their component. */
const UNCHANGED = DESIGNS.filter(({ title }) => !title.includes('instance'))

describe('a fix of all in a design leaves nothing to fix, and changes nothing else', () => {
  it.each(UNCHANGED)('$title', async (design) => {
    const sheet = await openSheet(design)
    const { file, figma } = sheet
    await design.draw(sheet)
    figma.commitUndo()
    const { undoSteps, pages } = file.snapshot()
    const withoutLooks = (): unknown =>
      JSON.parse(
        JSON.stringify(file.snapshot().pages, (key, value: unknown) =>
          LOOKS.has(key) ? undefined : value,
        ),
      )
    const before = withoutLooks()
    await fixAll(sheet)
    expect(withoutLooks()).toEqual(before)
    file.clearWrites()
    expect(await fixAll(sheet)).toEqual([])
    expect(file.writes()).toEqual([])
    while (file.snapshot().undoSteps > undoSteps) file.undo()
    expect(file.snapshot().pages).toEqual(pages)
  })
})
