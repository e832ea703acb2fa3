import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openColorRoom } from './color-room.ts'
import { DEFAULT_SYNC_OPTIONS } from '../../../shared/sync.ts'
import { openFile } from '../../figma/file.ts'
import { letTimeFly } from '../let-time-fly.ts'
import { meanwhile } from './meanwhile.ts'
import { idle, KEEP, openColors } from './open-colors.ts'
import { BLUE, brandColor, GREEN, KIT, many, RED, red } from './samples.ts'

// Thousands of rests of a millisecond each are a long time.
beforeEach(() => {
  vi.stubGlobal('setTimeout', (call: () => void) => setImmediate(call))
  letTimeFly()
})
afterEach(() => void vi.unstubAllGlobals())

describe('another person in the same file', () => {
  it('who deletes styles during the sync is told of each, and the rest goes on', async () => {
    const { file, room, apply, styles } = openColors({})
    await apply(many)
    const gone = styles().slice(-2)
    const changed = many.map((color) => ({ ...color, value: BLUE }))
    const report = await room.apply(
      { kit: KIT, colors: changed, decisions: KEEP },
      meanwhile(() => gone.forEach(({ id }) => file.edit({ type: 'remove-style', id }))),
    )
    const failed = report.rows.filter(({ result }) => result === 'failed')
    expect(failed.map(({ name }) => name)).toEqual(gone.map(({ name }) => name))
    expect(failed[0]?.reason).toEqual({ kind: 'gone' })
    expect(report.rows).toHaveLength(200)
    await apply(changed)
    // What somebody deleted is theirs to leave away.
    expect(styles()).toHaveLength(198)
  })

  it('who changes a style during the sync keeps it, and is told', async () => {
    const { file, room, apply, styles, outcomes } = openColors({})
    await apply(many)
    const id = styles()[199]?.id ?? ''
    const changed = many.map((color) => ({ ...color, value: BLUE }))
    const report = await room.apply(
      { kit: KIT, colors: changed, decisions: KEEP },
      meanwhile(() => file.edit({ type: 'paint-style', id, color: GREEN })),
    )
    expect(report.rows.filter(({ result }) => result === 'failed')).toMatchObject([
      { reason: { kind: 'changed' } },
    ])
    expect(styles()[199]?.paints[0]?.color).toEqual({ r: 0, g: 1, b: 0 })
    expect((await outcomes(changed))[199]).toBe('conflict')
  })

  it('who changes a variable whose name another one takes keeps it, and the rest goes on', async () => {
    const { room, apply, variable } = openColors({ target: 'variables' })
    await apply(many)
    const named = (id: string, name: string) => brandColor({ id, name, value: BLUE })
    const filler = many.slice(0, 198).map((color) => ({ ...color, value: BLUE }))
    const turned = [...filler, named('198', 'Color 199'), named('199', 'Color 198')]
    const taken = await variable('Acme/Color 199')
    const [mode = ''] = Object.keys(taken.valuesByMode)
    const options = { ...DEFAULT_SYNC_OPTIONS, target: 'variables' as const }
    const { rows } = await room.apply(
      { kit: KIT, colors: turned, decisions: KEEP, options },
      meanwhile(() => taken.setValueForMode(mode, GREEN)),
    )
    expect(rows).toHaveLength(200)
    expect(rows.filter(({ result }) => result === 'failed').map(({ key }) => key)).toEqual([
      'id:199',
    ])
    expect(taken.valuesByMode[mode]).toEqual(GREEN)
  })

  it.each(['variables', 'both'] as const)(
    'who changes, renames or deletes variables during a sync to %s has it kept, and is told',
    async (target) => {
      const { file, room, apply, variables } = openColors({ target })
      await apply(many)
      const all = await file.figma.variables.getLocalVariablesAsync('COLOR')
      const [painted, renamed, gone] = all.slice(-3)
      if (painted === undefined || renamed === undefined || gone === undefined) {
        throw new Error('too few variables')
      }
      const [mode = ''] = Object.keys(painted.valuesByMode)
      const names = [painted, renamed, gone].map(({ name }) => name)
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      const colors = many.map((color) => ({ ...color, value: BLUE }))
      const report = await room.apply(
        { kit: KIT, colors, decisions: KEEP, options },
        meanwhile(() => {
          painted.setValueForMode(mode, GREEN)
          renamed.name = 'Mine'
          gone.remove()
        }),
      )
      const failed = report.rows.filter(({ result }) => result === 'failed')
      expect(failed.map(({ name }) => name)).toEqual(names)
      expect(failed.map(({ reason }) => reason)).toEqual([
        { kind: 'changed' },
        { kind: 'changed' },
        { kind: 'gone' },
      ])
      expect(report.rows).toHaveLength(200)
      expect(painted.valuesByMode[mode]).toEqual(GREEN)
      expect(renamed).toMatchObject({ name: 'Mine', valuesByMode: { [mode]: RED } })
      await apply(colors)
      expect(variables()).toHaveLength(199)
    },
  )
})

describe('two clients that sync the same file at once', () => {
  it.each([1, 60, 200])('end with one style for each of %i colors', async (count) => {
    const file = openFile()
    const colors = many.slice(0, count)
    const sync = { kit: KIT, colors, decisions: KEEP }
    await Promise.all([
      openColorRoom(file.figma).apply(sync, idle()),
      openColorRoom(file.figma).apply(sync, idle()),
    ])
    const { paintStyles } = file.snapshot()
    expect(new Set(paintStyles.map(({ name }) => name)).size).toBe(count)
    expect(paintStyles).toHaveLength(count)
    file.clearWrites()
    await openColorRoom(file.figma).apply(sync, idle())
    expect(file.writes()).toEqual([])
  })

  it.each([
    ['variables', 1],
    ['variables', 200],
    ['both', 1],
    ['both', 200],
  ] as const)(
    'into %s end with one for each of %i colors, or merge what is reported',
    async (target, count) => {
      const file = openFile()
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      const sync = { kit: KIT, colors: many.slice(0, count), decisions: KEEP, options }
      await Promise.all([
        openColorRoom(file.figma).apply(sync, idle()),
        openColorRoom(file.figma).apply(sync, idle()),
      ])
      const room = openColorRoom(file.figma)
      // Who is done before the other one cannot see what that one still makes.
      const { rows } = await room.plan(sync)
      const twice = rows.filter(({ copyOf }) => copyOf !== undefined).map(({ key }) => key)
      const made = file.snapshot().collections.flatMap(({ variables }) => variables)
      expect(made).toHaveLength(count + twice.length)
      await room.merge({ kit: KIT, copies: twice }, idle())
      const { collections, paintStyles } = file.snapshot()
      expect(collections.map(({ variables }) => variables.length)).toEqual([count])
      expect(paintStyles).toHaveLength(target === 'both' ? count : 0)
      const ids = collections.flatMap(({ variables }) => variables.map(({ id }) => id))
      for (const style of await file.figma.getLocalPaintStylesAsync()) {
        expect(ids).toContain(style.boundVariables?.paints?.[0]?.id)
      }
      file.clearWrites()
      const report = await openColorRoom(file.figma).apply(sync, idle())
      expect(report).toMatchObject({ rows: [], unchanged: count })
      expect(file.writes()).toEqual([])
    },
  )

  it.each(['variables', 'both'] as const)(
    'into %s end with one of a color, and the second is told to sync again',
    async (target) => {
      const file = openFile()
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      const sync = { kit: KIT, colors: [red], decisions: KEEP, options }
      // The other's collection is there by when the second one begins to write.
      const second = seesLate(file.figma, 1)
      const reports = [
        await openColorRoom(file.figma).apply(sync, idle()),
        await openColorRoom(second).apply(sync, idle()),
      ]
      const failed = reports.flatMap(({ rows }) => rows.flatMap(({ reason }) => reason ?? []))
      expect(failed).toEqual([{ kind: 'name-taken', name: 'Acme/Red' }])
      const { collections, paintStyles } = file.snapshot()
      expect(collections.map(({ variables }) => variables.length)).toEqual([1])
      expect(paintStyles).toHaveLength(target === 'both' ? 1 : 0)
      for (const style of await file.figma.getLocalPaintStylesAsync()) {
        expect(style.boundVariables?.paints?.[0]?.id).toBe(collections[0]?.variables[0]?.id)
      }
    },
  )

  it.each(['variables', 'both'] as const)(
    'into %s, of which one sees late what the other made, take that back',
    async (target) => {
      const { file, apply, collections, variables, styles, outcomes } = openColors({ target })
      await apply([red])
      const [first] = variables()
      const { figma } = file
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      // Neither to plan nor to begin is the other's collection there yet.
      await openColorRoom(seesLate(figma, 2)).apply(
        { kit: KIT, colors: [red], decisions: KEEP, options },
        idle(),
      )
      expect(file.writes().map(({ op }) => op)).toContain('remove')
      expect(collections()).toHaveLength(1)
      expect(variables().map(({ id }) => id)).toEqual([first?.id])
      expect(styles()).toHaveLength(target === 'both' ? 1 : 0)
      for (const style of await figma.getLocalPaintStylesAsync()) {
        expect(style.boundVariables?.paints?.[0]?.id).toBe(first?.id)
      }
      expect(await outcomes([red])).toEqual(['unchanged'])
    },
  )

  it.each(['styles', 'variables', 'both'] as const)(
    'into %s, one begun during the other, end with one for each color',
    async (target) => {
      const file = openFile()
      const options = { ...DEFAULT_SYNC_OPTIONS, target }
      const sync = { kit: KIT, colors: many, decisions: KEEP, options }
      let second: Promise<unknown> = Promise.resolve()
      const late = meanwhile(() => {
        second = openColorRoom(file.figma).apply(sync, idle())
      })
      await openColorRoom(file.figma).apply(sync, late)
      await second
      const room = openColorRoom(file.figma)
      const { rows } = await room.plan(sync)
      const twice = rows.filter(({ copyOf }) => copyOf !== undefined).map(({ key }) => key)
      await room.merge({ kit: KIT, copies: twice }, idle())
      file.clearWrites()
      expect(await room.apply(sync, idle())).toMatchObject({ rows: [], unchanged: 200 })
      expect(file.writes()).toEqual([])
      const { collections, paintStyles } = file.snapshot()
      expect(paintStyles).toHaveLength(target === 'variables' ? 0 : 200)
      expect(collections.map(({ variables }) => variables.length)).toEqual(
        target === 'styles' ? [] : [200],
      )
    },
  )
})

/** As over a slow network: the collections are not there when they are asked for the first times. */
function seesLate(figma: PluginAPI, times: number): PluginAPI {
  let asked = 0
  const list = () => (asked++ < times ? [] : figma.variables.getLocalVariableCollectionsAsync())
  return Object.create(figma, {
    variables: {
      value: Object.create(figma.variables, {
        getLocalVariableCollectionsAsync: { value: () => Promise.resolve(list()) },
      }) as VariablesAPI,
    },
  }) as PluginAPI
}
