import { describe, expect, it } from 'vitest'
import { hexOf } from '../../../shared/color.ts'
import { openColors } from './open-colors.ts'
import { BLUE, GREEN, RED, red } from './samples.ts'

const TAKE = { take: ['id:1'], remove: [] }

/** A synced style or variable of one color that a person has called something else since. */
async function synced(target: 'styles' | 'variables', name: string) {
  const o = openColors({ target })
  await o.apply([red])
  const item = async (): Promise<PaintStyle | Variable> => {
    const [style] = await o.file.figma.getLocalPaintStylesAsync()
    const [variable] = await o.file.figma.variables.getLocalVariablesAsync()
    const found = style ?? variable
    if (found === undefined) throw new Error('nothing was synced')
    return found
  }
  const rename = async (to: string): Promise<void> => {
    ;(await item()).name = to
  }
  await rename(name)
  o.file.clearWrites()
  const now = async (): Promise<readonly [string, string]> => {
    const { rows } = await o.plan([red])
    const state = rows[0]?.before
    return [state?.name ?? '', state?.value == null ? '' : hexOf(state.value)]
  }
  const recolor = async (): Promise<void> => {
    const found = await item()
    if ('paints' in found) found.paints = [{ type: 'SOLID', color: { r: 0, g: 0, b: 1 } }]
    else found.setValueForMode(Object.keys(found.valuesByMode)[0] ?? '', BLUE)
  }
  return { ...o, now, recolor, rename }
}

describe.each(['styles', 'variables'] as const)('what was moved or renamed by hand in %s', (of) => {
  it.each(['Brand 2024/Primary/Red', 'Red', 'Acme/Rouge', 'Marke/Rouge'])(
    'still gets a new value, and goes on being called “%s”',
    async (name) => {
      const o = await synced(of, name)
      const next = [{ ...red, value: GREEN }]
      expect((await o.plan(next)).rows).toMatchObject([
        {
          outcome: 'update',
          before: { name, value: RED },
          after: { name, value: GREEN },
          reason: { kind: 'keeps-place', name: 'Acme/Red' },
        },
      ])
      await o.apply(next)
      expect(await o.now()).toEqual([name, '#00FF00'])
      expect(o.ops()).not.toContain('set name')
      expect(await o.outcomes(next)).toEqual(['unchanged'])
      await o.apply([{ ...red, value: BLUE }])
      expect(await o.now()).toEqual([name, '#0000FF'])
    },
  )

  it.each(['Brand 2024/Primary/Red', 'Red', 'Acme/Rouge'])(
    'stays where it is once it was put back from “%s”',
    async (name) => {
      const o = await synced(of, name)
      const next = [{ ...red, value: GREEN }]
      await o.apply(next)
      await o.rename('Acme/Red')
      expect(await o.outcomes(next)).toEqual(['adopt'])
      await o.apply([{ ...red, value: BLUE }])
      expect(await o.now()).toEqual(['Acme/Red', '#0000FF'])
      expect(await o.outcomes([{ ...red, value: BLUE }])).toEqual(['unchanged'])
    },
  )

  it('is told with both whole names while nothing else differs, and goes back when told', async () => {
    const o = await synced(of, 'Brand/Red')
    expect((await o.plan([red])).rows).toMatchObject([
      { outcome: 'edited', before: { name: 'Brand/Red' }, after: { name: 'Acme/Red' } },
    ])
    await o.apply([red])
    expect(o.file.writes()).toEqual([])
    await o.apply([red], {}, TAKE)
    expect(await o.now()).toEqual(['Acme/Red', '#FF0000'])
  })

  it('is renamed in its folder where Cliquify renames the color', async () => {
    const o = await synced(of, 'Brand/Red')
    const ruby = { ...red, name: 'Ruby' }
    expect(await o.outcomes([ruby])).toEqual(['rename'])
    await o.apply([ruby])
    expect(await o.now()).toEqual(['Brand/Ruby', '#FF0000'])
    await o.apply([{ ...ruby, name: 'Rose', value: GREEN }])
    expect(await o.now()).toEqual(['Brand/Rose', '#00FF00'])
  })

  it('is asked about where Cliquify calls it something else as well', async () => {
    const o = await synced(of, 'Acme/Rouge')
    expect(await o.outcomes([{ ...red, name: 'Ruby' }])).toEqual(['conflict'])
  })

  it('stays in its folder where a person takes Cliquify’s value', async () => {
    for (const value of [RED, GREEN]) {
      const o = await synced(of, 'Brand/Red')
      await o.recolor()
      expect((await o.plan([{ ...red, value }])).rows).toMatchObject([
        { outcome: value === RED ? 'edited' : 'conflict', after: { name: 'Brand/Red', value } },
      ])
      await o.apply([{ ...red, value }], {}, TAKE)
      expect(await o.now()).toEqual(['Brand/Red', hexOf(value)])
    }
  })

  it('stays where it is once a value was brought to it, also when the kit gets another name', async () => {
    const o = await synced(of, 'Brand/Red')
    const next = [{ ...red, value: GREEN }]
    await o.apply(next)
    await o.apply(next, {}, undefined, { id: 'kit-1', name: 'Umbrella' })
    expect(await o.now()).toEqual(['Brand/Red', '#00FF00'])
  })
})
