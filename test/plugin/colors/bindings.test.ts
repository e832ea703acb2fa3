import { describe, expect, it } from 'vitest'
import { openColors } from './open-colors.ts'
import { BLUE, brandColor, GREEN, RED, red } from './samples.ts'

const stops = [RED, BLUE].map((color, position) => ({ position, color }))
const sunset = brandColor({ id: '2', gradient: { type: 'linear', angle: 90, stops } })
const take = (id: string) => ({ take: [`id:${id}`], remove: [], leaveOut: [], merge: [] })
const UNBINDS = { kind: 'unbinds' }
type Opened = ReturnType<typeof openColors>

/** A variable of a person's own, with a dark mode. */
function own(o: Opened, value: RGBA): Variable {
  const { variables } = o.file.figma
  const theme = variables.createVariableCollection('Theme')
  const dark = theme.addMode('Dark')
  const variable = variables.createVariable('brand', theme, 'COLOR')
  variable.setValueForMode(theme.defaultModeId, value)
  variable.setValueForMode(dark, { r: 0.5, g: 0, b: 0, a: 1 })
  return variable
}

function bind(o: Opened, style: PaintStyle, variable: Variable): void {
  const { variables } = o.file.figma
  style.paints = style.paints.map((paint) => {
    if (paint.type === 'SOLID') return variables.setBoundVariableForPaint(paint, 'color', variable)
    if (!('gradientStops' in paint)) return paint
    const [first, ...others] = paint.gradientStops
    if (first === undefined) return paint
    const color = variables.createVariableAlias(variable)
    return { ...paint, gradientStops: [{ ...first, boundVariables: { color } }, ...others] }
  })
  o.file.clearWrites()
}

async function styleOf(o: Opened): Promise<PaintStyle> {
  const [style] = await o.file.figma.getLocalPaintStylesAsync()
  if (style === undefined) throw new Error('no style')
  return style
}

describe('a style that a person bound to a variable of their own', () => {
  it.each([
    ['shows the color of before', RED],
    ['shows another color', BLUE],
    ['shows the new color', GREEN],
  ])('is edited where that %s, and no update unbinds it', async (_, shown) => {
    for (const target of ['styles', 'both'] as const) {
      const o = openColors({ target })
      await o.apply([red])
      bind(o, await styleOf(o), own(o, shown))
      expect((await o.plan([red])).rows).toMatchObject([{ outcome: 'edited', reason: UNBINDS }])
      const next = [{ ...red, value: GREEN }]
      expect((await o.plan(next)).rows).toMatchObject([{ outcome: 'conflict', reason: UNBINDS }])
      await o.apply(next)
      expect(o.file.writes()).toEqual([])
      expect((await o.outcomes([{ ...red, name: 'Ruby' }]))[0]).toBe('conflict')
    }
  })

  it('loses the binding where that is asked for, and then is as Cliquify has it', async () => {
    const o = openColors({})
    await o.apply([red])
    const style = await styleOf(o)
    bind(o, style, own(o, RED))
    await o.apply([red], {}, take('1'))
    expect(style.boundVariables).toEqual({})
    expect(await o.outcomes([red])).toEqual(['unchanged'])
  })

  it('keeps the binding of a gradient’s stop, too', async () => {
    const o = openColors({})
    await o.apply([sunset])
    const style = await styleOf(o)
    bind(o, style, own(o, RED))
    expect((await o.plan([sunset])).rows).toMatchObject([{ outcome: 'edited', reason: UNBINDS }])
    await o.apply([{ ...sunset, gradient: { type: 'linear', angle: 45, stops } }])
    expect(o.file.writes()).toEqual([])
    await o.apply([sunset], {}, take('2'))
    const [paint] = style.paints
    expect(paint !== undefined && 'gradientStops' in paint && paint.gradientStops).toMatchObject([
      { boundVariables: {} },
      { boundVariables: {} },
    ])
  })

  it('is not adopted without being asked', async () => {
    for (const value of [RED, BLUE]) {
      const o = openColors({})
      o.file.edit({ type: 'create-style', name: 'Acme/Red', color: value })
      const style = await styleOf(o)
      bind(o, style, own(o, value))
      expect((await o.plan([red])).rows).toMatchObject([{ outcome: 'edited', reason: UNBINDS }])
      await o.apply([red])
      expect(o.file.writes()).toEqual([])
      await o.apply([red], {}, take('1'))
      expect(style.boundVariables).toEqual({})
      expect(await o.outcomes([red])).toEqual(['unchanged'])
    }
  })

  it('is told where the binding came during the sync, and stays bound', async () => {
    const o = openColors({})
    await o.apply([red])
    const style = await styleOf(o)
    const variable = own(o, RED)
    const options = { kit: { id: 'kit-1', name: 'Acme' }, colors: [{ ...red, value: GREEN }] }
    const { file, room } = o
    let bound = false
    const report = await room.apply(
      { ...options, decisions: { take: [], remove: [], leaveOut: [], merge: [] } },
      {
        get cancelled() {
          // Asked right before the first row is written.
          if (!bound && file.writes().length >= 0) bind(o, style, variable)
          bound = true
          return false
        },
        progress: () => undefined,
      },
    )
    expect(report.rows).toMatchObject([{ result: 'failed' }])
    expect(style.boundVariables?.paints).toHaveLength(1)
  })
})

describe('a style that is bound to the variable of its color', () => {
  it('is adopted with that, also where both are a person’s own', async () => {
    const o = openColors({ target: 'both' })
    const { variables } = o.file.figma
    const collection = variables.createVariableCollection('Acme')
    const variable = variables.createVariable('Acme/Red', collection, 'COLOR')
    variable.setValueForMode(collection.defaultModeId, RED)
    o.file.edit({ type: 'create-style', name: 'Acme/Red', color: RED })
    bind(o, await styleOf(o), variable)
    expect(await o.outcomes([red])).toEqual(['adopt'])
    await o.apply([red])
    expect(o.ops()).not.toContain('set paints')
    expect(await o.outcomes([red])).toEqual(['unchanged'])
  })
})

describe('a variable that a person made an alias of another', () => {
  it('is edited, and no update replaces the alias', async () => {
    const o = openColors({ target: 'variables' })
    await o.apply([red])
    const variable = await o.variable('Acme/Red')
    const [mode = ''] = Object.keys(variable.valuesByMode)
    variable.setValueForMode(mode, o.file.figma.variables.createVariableAlias(own(o, RED)))
    o.file.clearWrites()
    expect(await o.outcomes([red])).toEqual(['edited'])
    await o.apply([{ ...red, value: GREEN }])
    expect(o.file.writes()).toEqual([])
  })
})
