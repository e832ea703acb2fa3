import { describe, expect, it } from 'vitest'
import type { Rgba } from '../../../shared/brand.ts'
import { linkText } from '../../../plugin/colors/link.ts'
import { idle, openColors } from './open-colors.ts'
import { BLUE, GREEN, KIT, RED, red } from './samples.ts'

const MINE = { name: 'Mine/Navy', value: BLUE }

/** What anyone who may edit the file can write on a style or variable. */
function forged(name: string, value: Rgba, wanted: string): string {
  return linkText({ kitId: KIT.id, color: 'id:1', name, wanted, value })
}

function open() {
  const opened = openColors({})
  const { figma } = opened.file
  const forge = (wanted = MINE.name, { name, value } = MINE): PaintStyle => {
    const style = figma.createPaintStyle()
    style.name = MINE.name
    const { r, g, b } = MINE.value
    style.paints = [{ type: 'SOLID', color: { r, g, b } }]
    style.setSharedPluginData('cliquify', 'color', forged(name, value, wanted))
    opened.file.clearWrites()
    return style
  }
  return { ...opened, forge }
}

describe('a style that never was the brand’s, with a forged link to a color,', () => {
  it.each([
    ['says that it was synced as it is', undefined, undefined],
    ['says that its name was wanted', 'Acme/Red', undefined],
    ['says that it had another value', 'Acme/Red', { name: 'Mine/Navy', value: GREEN }],
    ['says that it had another name and value', 'Acme/Old', { name: 'Acme/Old', value: GREEN }],
  ])('is asked about where the link %s', async (_, wanted, synced) => {
    const { plan, apply, forge, file, styles } = open()
    forge(wanted, synced)
    expect((await plan([red])).rows).toMatchObject([
      { outcome: 'unproven', before: MINE, after: { name: 'Acme/Red', value: RED } },
    ])
    expect(await apply([red])).toMatchObject({ rows: [], kept: 1 })
    expect(file.writes()).toEqual([])
    await apply([red], {}, { take: ['id:1'], remove: [] })
    expect(styles()).toMatchObject([
      { name: 'Acme/Red', paints: [{ color: { r: 1, g: 0, b: 0 } }] },
    ])
  })

  it('is kept as edited where the link says that it was the brand’s of today', async () => {
    const { apply, forge, file, outcomes } = open()
    forge('Acme/Red', { name: 'Acme/Red', value: RED })
    expect(await outcomes([red])).toEqual(['edited'])
    await apply([red])
    expect(file.writes()).toEqual([])
  })

  it('neither takes the place of the real one, nor is merged into it', async () => {
    const { plan, apply, room, file, forge, styles } = open()
    const victim = forge()
    await apply([red], {}, { take: ['id:1'], remove: [] })
    victim.name = MINE.name
    const { r, g, b } = MINE.value
    victim.paints = [{ type: 'SOLID', color: { r, g, b } }]
    victim.setSharedPluginData('cliquify', 'color', '')
    await apply([red])
    victim.setSharedPluginData('cliquify', 'color', forged(MINE.name, BLUE, 'Acme/Red'))
    file.clearWrites()

    const real = styles().find(({ name }) => name === 'Acme/Red')
    const { rows } = await plan([{ ...red, value: GREEN }])
    expect(rows).toMatchObject([
      { outcome: 'update', before: { name: 'Acme/Red' } },
      { outcome: 'skipped', before: MINE, reason: { kind: 'in-doubt', item: 'style' } },
    ])
    expect(rows.flatMap(({ copyOf }) => copyOf ?? [])).toEqual([])
    await apply([{ ...red, value: GREEN }])
    expect(styles()).toMatchObject([{ name: MINE.name }, { id: real?.id, name: 'Acme/Red' }])
    await room.merge(
      { kit: KIT, copies: rows.flatMap((row) => (row.copyOf ? [row.key] : [])) },
      idle(),
    )
    expect(styles()).toHaveLength(2)
  })
})

describe('a variable that never was the brand’s, with a forged link to a color,', () => {
  it.each(['variables', 'both'] as const)('is asked about in a sync to %s', async (target) => {
    const { apply, plan, file, variable } = open()
    await apply([red], { target })
    const mine = await variable('Acme/Red')
    const [mode = ''] = Object.keys(mine.valuesByMode)
    mine.name = MINE.name
    mine.setValueForMode(mode, BLUE)
    const [key = ''] = mine.getSharedPluginDataKeys('cliquify')
    mine.setSharedPluginData('cliquify', key, forged(MINE.name, BLUE, 'Acme/Red'))
    file.clearWrites()
    const { rows } = await plan([red], { target })
    expect(rows).toMatchObject([{ outcome: 'unproven' }])
    await apply([red], { target })
    expect(file.writes()).toEqual([])
    expect(mine.valuesByMode[mode]).toEqual(BLUE)
    await apply([red], { target }, { take: ['id:1'], remove: [] })
    expect(mine.name).toBe('Acme/Red')
    expect(mine.valuesByMode[mode]).toEqual(RED)
  })
})
