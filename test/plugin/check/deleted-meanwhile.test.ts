import { describe, expect, it } from 'vitest'
import { CORAL, NAVY, openDocument, type CheckedDocument } from './document.ts'
import { applyToLayers } from '../../../plugin/colors/apply-to-layers.ts'
import { troubleOf } from '../../../shared/trouble.ts'
import { NO_LIBRARIES } from '../libraries/no-libraries.ts'
import { KIT } from '../colors/samples.ts'
import { shape, solid } from './fixtures/colors.ts'

/** At each of so many turns of the engine: Figma lets others in between fewer of them. */
const TURNS = 50

/** What somebody deletes, of a page with two layers. */
const VICTIMS: Readonly<
  Record<string, (document: CheckedDocument) => Promise<{ remove(): void }>>
> = {
  'a style': (document) => document.style('Coral'),
  'a variable': (document) => document.variable('Coral'),
  'a layer': ({ figma }) => Promise.resolve(shape(figma, 'Gone', [solid(figma, '#F08060')])),
}

async function afterTurns(turns: number, then: () => void): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve()
  then()
}

describe.each(Object.entries(VICTIMS))('while somebody deletes %s', (_, choose) => {
  it('a look finds what is left', async () => {
    for (let turns = 0; turns < TURNS; turns++) {
      const document = await openDocument()
      const victim = await choose(document)
      shape(document.figma, 'Kept', [solid(document.figma, '#00FF00')])
      const [look] = await Promise.all([document.look(), afterTurns(turns, () => victim.remove())])
      const values = look.found.map(({ value }) => value)
      expect(values, `turn ${turns}`).toContainEqual({ r: 0, g: 1, b: 0, a: 1 })
    }
  })

  it('a color gets to the layers that are left, or a sentence says what to do', async () => {
    for (let turns = 0; turns < TURNS; turns++) {
      const document = await openDocument()
      const { figma } = document
      const victim = await choose(document)
      const kept = shape(figma, 'Kept', [solid(figma, '#00FF00')])
      const use = { kit: KIT, color: CORAL, namesakes: [NAVY], as: 'fill' } as const
      const [outcome] = await Promise.all([
        applyToLayers(figma, NO_LIBRARIES, [kept], use).then(
          ({ layers }) => layers,
          (error: unknown) => troubleOf(error).kind,
        ),
        afterTurns(turns, () => victim.remove()),
      ])
      expect([1, 'use-failed'], `turn ${turns}`).toContain(outcome)
    }
  })
})
