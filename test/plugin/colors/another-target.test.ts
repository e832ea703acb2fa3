import { describe, expect, it } from 'vitest'
import { openColors } from './open-colors.ts'
import { brandColor, KIT, red, leaf } from './samples.ts'

describe('another target later', () => {
  const targets = ['styles', 'variables', 'both'] as const
  it.each(targets.flatMap((from) => targets.map((to) => [from, to] as const)))(
    'from %s to %s links what exists, duplicates nothing, and then has nothing to do',
    async (from, to) => {
      const { apply, file, styles, variables, outcomes } = openColors({ target: from })
      await apply([red, leaf])
      const [styleIds, variableIds] = [
        styles().map(({ id }) => id),
        variables().map(({ id }) => id),
      ]
      await apply([red, leaf], { target: to })
      await apply([red, leaf], { target: from })
      await apply([red, leaf], { target: to })
      if (styleIds.length > 0) expect(styles().map(({ id }) => id)).toEqual(styleIds)
      if (variableIds.length > 0) expect(variables().map(({ id }) => id)).toEqual(variableIds)
      expect(await outcomes([red, leaf], { target: to })).toEqual(['unchanged', 'unchanged'])
      file.clearWrites()
      await apply([red, leaf], { target: to })
      expect(file.writes()).toEqual([])
      if (to === 'both') {
        for (const style of await file.figma.getLocalPaintStylesAsync()) {
          expect(style.boundVariables?.paints).toHaveLength(1)
        }
      }
    },
  )

  it('says that a style is bound', async () => {
    const { apply, plan } = openColors({ target: 'styles' })
    await apply([red])
    expect((await plan([red], { target: 'both' })).rows).toMatchObject([
      { outcome: 'update', reason: { kind: 'binds' } },
    ])
  })

  it('binds a style that is bound to the variable of another color', async () => {
    const { apply, file, plan, variables } = openColors({ target: 'both' })
    const twin = brandColor({ id: '2', name: 'Twin' })
    await apply([red, twin])
    const [ofRed, ofTwin] = await file.figma.getLocalPaintStylesAsync()
    if (ofRed === undefined || ofTwin === undefined) throw new Error('no styles')
    ofTwin.paints = ofRed.paints
    expect((await plan([red, twin])).rows).toMatchObject([
      { outcome: 'unchanged' },
      { outcome: 'update', reason: { kind: 'binds' } },
    ])
    await apply([red, twin])
    expect(ofTwin.boundVariables?.paints).toMatchObject([{ id: variables()[1]?.id }])
  })

  it('is remembered in the file for whoever syncs next', async () => {
    const { apply, room } = openColors({ target: 'both' })
    await apply([red])
    const plan = await room.plan({ kit: KIT, colors: [red] })
    expect(plan.options.target).toBe('both')
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['unchanged'])
  })
})
