import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import type { SyncTarget } from '../../../shared/sync.ts'
import { openColors } from './open-colors.ts'
import { brandColor, GREEN, KIT } from './samples.ts'

const color = (name: string): BrandColor => brandColor({ id: name, name })
const colors = ['Ink', 'Red', 'Snow'].map(color)
const RED_KEY = 'id:Red'
const IN = ['Acme/Ink', 'Acme/Snow']

async function withoutRed(target: SyncTarget) {
  const o = openColors({ target })
  const report = await o.apply(colors, {}, { leaveOut: [RED_KEY] })
  const names = (): readonly string[] => [
    ...new Set([...o.variables(), ...o.styles()].map(({ name }) => name)),
  ]
  return { ...o, report, names }
}

describe.each(['styles', 'variables', 'both'] as const)(
  'a new color that a person leaves out of a sync to %s',
  (target) => {
    it('is told, and not made by it or by any later one', async () => {
      const { apply, outcomes, names, report } = await withoutRed(target)
      expect(report.rows.map(({ key, result }) => [key, result])).toEqual([
        ['id:Ink', 'created'],
        ['id:Snow', 'created'],
        [RED_KEY, 'left-out'],
      ])
      expect(await outcomes(colors)).toEqual(['unchanged', 'left-out', 'unchanged'])
      const next = [color('Ink'), { ...color('Red'), value: GREEN }, color('Snow'), color('Sky')]
      expect((await apply(next)).kept).toBe(0)
      expect(names()).toEqual([...IN, 'Acme/Sky'])
      expect(await outcomes(next)).toEqual(['unchanged', 'left-out', 'unchanged', 'unchanged'])
    })

    it('is brought back where a person takes it, and is then as any other', async () => {
      const { apply, outcomes, names } = await withoutRed(target)
      const report = await apply(colors, {}, { take: [RED_KEY] })
      expect(report.rows).toMatchObject([{ key: RED_KEY, result: 'created' }])
      expect(names()).toContain('Acme/Red')
      expect(await outcomes(colors)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    })

    it('stays out where Cliquify lists it again after a while, and where all else is gone', async () => {
      const { apply, outcomes, file, variables, variable, styles } = await withoutRed(target)
      await apply([color('Ink'), color('Snow'), color('Sky')])
      expect((await outcomes(colors))[1]).toBe('left-out')
      for (const { id } of styles()) file.edit({ type: 'remove-style', id })
      for (const { name } of variables()) (await variable(name)).remove()
      expect(await outcomes(colors)).toEqual(['create', 'left-out', 'create'])
    })
  },
)

describe('leaving out', () => {
  it('writes a note of it where nothing else is to be done, and nothing a second time', async () => {
    const { apply, file, ops, outcomes, styles } = openColors({})
    await apply([color('Ink')])
    file.clearWrites()
    const both = [color('Ink'), color('Red')]
    await apply(both, {}, { leaveOut: [RED_KEY] })
    expect(new Set(ops())).toEqual(new Set(['setSharedPluginData']))
    file.clearWrites()
    await apply(both, {}, { leaveOut: [RED_KEY] })
    expect(ops()).toEqual([])
    expect(styles()).toHaveLength(1)
    expect(await outcomes(both)).toEqual(['unchanged', 'left-out'])
  })

  it('is a kit’s own', async () => {
    const { outcomes } = await withoutRed('styles')
    const other = { id: 'other', name: 'Other' }
    expect(await outcomes(colors, {}, other, [KIT.id])).toEqual(['create', 'create', 'create'])
  })

  it('concerns what is new alone: what is in the file is kept up and never deleted', async () => {
    const { apply, outcomes, styles } = openColors({})
    await apply(colors)
    const next = [color('Ink'), { ...color('Red'), value: GREEN }, color('Snow')]
    await apply(next, {}, { leaveOut: [RED_KEY, 'id:Ink'] })
    expect(styles()).toHaveLength(3)
    expect(await outcomes(next)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })

  it('is undone with the sync that it was part of', async () => {
    const { file, outcomes } = await withoutRed('styles')
    file.undo()
    expect(await outcomes(colors)).toEqual(['create', 'create', 'create'])
  })

  it('fails as a whole where it cannot be noted, with nothing made', async () => {
    const { apply, file, styles } = openColors({})
    file.failWrite(1)
    await expect(apply(colors, {}, { leaveOut: [RED_KEY] })).rejects.toThrow()
    expect(styles()).toEqual([])
  })

  it('is known of thousands of colors', async () => {
    const many = Array.from({ length: 3_000 }, (_, i) => color(`C${i}`))
    const { apply, outcomes, file } = openColors({ target: 'both' })
    await apply(many, {}, { leaveOut: many.slice(1).map(({ name }) => `id:${name}`) })
    const [first, ...others] = await outcomes(many)
    expect([first, ...new Set(others)]).toEqual(['unchanged', 'left-out'])
    const note = file.figma.root.getSharedPluginData('cliquify', `made-${KIT.id}`)
    expect(note.length).toBeGreaterThan(15_000)
    expect(note.length).toBeLessThan(25_000)
  })
})

describe('what is noted of colors', () => {
  it.each(['{', '{"colors":5}', '{"colors":"%%"}', 'null', '{"style":["a"]}'])(
    'counts as nothing where it is damaged: %s',
    async (text) => {
      const { outcomes, file } = await withoutRed('styles')
      const { root } = file.figma
      const key = root.getSharedPluginDataKeys('cliquify').find((each) => each.startsWith('made-'))
      root.setSharedPluginData('cliquify', key ?? '', text)
      expect(await outcomes(colors)).toEqual(['unchanged', 'create', 'unchanged'])
    },
  )
})
