import { describe, expect, it } from 'vitest'
import { hexOf, sameColor } from '../../../shared/color.ts'
import { aMomentLater } from '../a-moment-later.ts'
import { openStyles } from './open-styles.ts'
import { BLUE, brandColor, GREEN, RED, red, leaf } from './samples.ts'

/** What noting a link writes: the plugin's own note, then the one that is shared. */
const LINK = ['setPluginData', 'setSharedPluginData']
/** When the kit was synced, and which of its colors have been in the file. */
const NOTED = ['setSharedPluginData', 'setSharedPluginData']

describe('a first sync', () => {
  it('creates a style for each color, with alpha as its opacity', async () => {
    const { apply, styles } = openStyles()
    const report = await apply([red, leaf])
    expect(styles()).toMatchObject([
      { name: 'Acme/Red', value: RED },
      { name: 'Acme/Nature/Leaf', value: { ...GREEN, a: 0.5 } },
    ])
    expect(report).toEqual({
      rows: [
        { key: 'id:1', name: 'Acme/Red', result: 'created', reason: null },
        { key: 'id:2', name: 'Acme/Nature/Leaf', result: 'created', reason: null },
      ],
      unchanged: 0,
      kept: 0,
      cancelled: false,
      toPublish: null,
    })
  })

  it('completes and links each style before the next, and notes the time last', async () => {
    const { apply, ops } = openStyles()
    await apply([red, leaf])
    const one = ['createPaintStyle', 'set name', 'set paints', ...LINK]
    expect(ops()).toEqual([...one, ...one, ...NOTED])
  })

  it('is one undo step', async () => {
    const { apply, file, styles } = openStyles()
    file.figma.createRectangle()
    await apply([red, leaf])
    file.figma.createRectangle()
    file.undo()
    expect(styles()).toHaveLength(2)
    file.undo()
    expect(styles()).toEqual([])
    expect(file.snapshot().pages[0]?.children).toHaveLength(1)
  })

  it('is told by the plan afterwards', async () => {
    const { apply, plan } = openStyles()
    expect((await plan(red)).lastSyncedAt).toBeNull()
    await apply([red])
    expect((await plan(red)).lastSyncedAt).toMatch(/^\d{4}-.*Z$/)
  })
})

describe('a plan', () => {
  it('writes nothing', async () => {
    const { plan, file } = openStyles()
    await plan(red, leaf)
    expect(file.writes()).toEqual([])
  })

  it('carries plain rows only', async () => {
    const { plan } = openStyles()
    const { rows } = await plan(red)
    expect(rows).toEqual([
      {
        key: 'id:1',
        outcome: 'create',
        before: null,
        after: { name: 'Acme/Red', value: RED },
        reason: null,
      },
    ])
  })
})

describe('a second sync', () => {
  it.each(['SRGB', 'LEGACY', 'DISPLAY_P3'] as const)(
    'writes nothing when nothing changed, in a document of profile %s',
    async (colorProfile) => {
      const awkward = brandColor({
        id: '3',
        name: 'Odd',
        value: { r: 0.1234567, g: 1 / 3, b: 0.9, a: 0.87 },
      })
      const { apply, file } = openStyles({ colorProfile })
      await apply([red, leaf, awkward])
      file.clearWrites()
      const undoSteps = file.snapshot().undoSteps
      expect(await apply([red, leaf, awkward])).toEqual({
        rows: [],
        unchanged: 3,
        kept: 0,
        cancelled: false,
      })
      expect(file.writes()).toEqual([])
      expect(file.snapshot().undoSteps).toBe(undoSteps)
    },
  )

  it('updates a changed color in place, and writes only what differs', async () => {
    const { apply, file, styles, idOf } = openStyles()
    await apply([red, leaf])
    const id = idOf('Acme/Red')
    file.clearWrites()
    await aMomentLater()
    const report = await apply([{ ...red, value: BLUE }, leaf])
    expect(styles()[0]).toEqual({ id, name: 'Acme/Red', value: BLUE })
    expect(report).toMatchObject({ rows: [{ result: 'updated' }], unchanged: 1 })
    expect(file.writes().slice(0, -1)).toMatchObject([
      { op: 'set paints', target: id },
      ...LINK.map((op) => ({ op, target: id })),
    ])
    expect(file.writes()).toHaveLength(4)
  })

  it('renames a renamed color in place, without touching its paints', async () => {
    const { apply, file, styles, idOf, ops } = openStyles()
    await apply([red])
    const id = idOf('Acme/Red')
    file.clearWrites()
    const report = await apply([{ ...red, name: 'Ruby' }])
    expect(styles()).toEqual([{ id, name: 'Acme/Ruby', value: RED }])
    expect(report.rows).toMatchObject([{ result: 'renamed', name: 'Acme/Ruby' }])
    expect(ops()).not.toContain('set paints')
  })

  it('swaps the names of two colors in place', async () => {
    const { apply, styles, plan } = openStyles()
    await apply([red, leaf])
    const [first, second] = styles()
    const swapped = [
      { ...red, name: leaf.name, palette: leaf.palette },
      { ...leaf, name: red.name, palette: red.palette },
    ]
    await apply(swapped)
    expect(styles()).toEqual([
      { ...first, name: second?.name },
      { ...second, name: first?.name },
    ])
    expect((await plan(...swapped)).rows.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ])
  })
})

describe('a style of the same name that was there before', () => {
  it('stays unchanged where another color of the kit is yet a little further from it', async () => {
    const gray = (level: number) => ({ r: level / 255, g: level / 255, b: level / 255, a: 1 })
    const below = brandColor({ id: '1', value: gray(12.75) })
    const above = brandColor({ id: '2', name: 'Night', value: gray(13.26) })
    const { file, apply, plan } = openStyles()
    const style = file.figma.createPaintStyle()
    style.name = 'Acme/Red'
    const { a: opacity, ...color } = gray(13)
    style.paints = [{ type: 'SOLID', color, opacity }]
    await apply([below])
    const { rows } = await plan(above, below)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'unchanged'])
  })

  it('is adopted, not duplicated, and linked without a write to what is right already', async () => {
    const { apply, file, styles, ops } = openStyles()
    file.edit({ type: 'create-style', name: 'Acme/Red', color: RED })
    file.clearWrites()
    const report = await apply([red])
    expect(styles()).toHaveLength(1)
    expect(report.rows).toMatchObject([{ result: 'adopted' }])
    expect(ops()).toEqual([...LINK, ...NOTED])
  })
})

describe('what people changed in the file', () => {
  it('is kept unless they take Cliquify’s side', async () => {
    const { apply, file, styles, idOf, plan } = openStyles()
    await apply([red, leaf])
    file.edit({ type: 'paint-style', id: idOf('Acme/Red'), color: BLUE })
    file.edit({ type: 'rename-style', id: idOf('Acme/Nature/Leaf'), name: 'My leaf' })
    file.clearWrites()
    expect(await apply([red, leaf])).toMatchObject({ rows: [], kept: 2 })
    expect(file.writes()).toEqual([])

    const report = await apply([red, leaf], {
      take: ['id:1', 'id:2'],
      remove: [],
      leaveOut: [],
      merge: [],
    })
    expect(report).toMatchObject({ rows: [{ result: 'updated' }, { result: 'renamed' }], kept: 0 })
    expect(styles()).toMatchObject([{ value: RED }, { name: 'Acme/Nature/Leaf' }])
    expect((await plan(red, leaf)).rows.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ])
  })

  it('is kept when it happened after the plan was shown', async () => {
    const { apply, file, styles, idOf, plan } = openStyles()
    await apply([red])
    const green = { ...red, value: GREEN }
    expect((await plan(green)).rows[0]?.outcome).toBe('update')
    file.edit({ type: 'paint-style', id: idOf('Acme/Red'), color: BLUE })
    expect(await apply([green])).toMatchObject({ rows: [], kept: 1 })
    expect(styles()[0]?.value).toEqual(BLUE)
  })
})

describe('a color that left Cliquify', () => {
  it('stays unless its deletion is ticked', async () => {
    const { apply, file, styles, plan } = openStyles()
    await apply([red, leaf])
    file.clearWrites()
    expect(
      await apply([leaf], { take: ['id:1'], remove: [], leaveOut: [], merge: [] }),
    ).toMatchObject({
      rows: [],
      kept: 1,
    })
    expect(file.writes()).toEqual([])

    const gone = (await plan(leaf)).rows.find(({ outcome }) => outcome === 'removed')
    const report = await apply([leaf], {
      take: [],
      remove: [gone?.key ?? ''],
      leaveOut: [],
      merge: [],
    })
    expect(report.rows).toMatchObject([{ name: 'Acme/Red', result: 'removed' }])
    expect(styles().map(({ name }) => name)).toEqual(['Acme/Nature/Leaf'])
  })

  it('is not deleted by a key that belongs to a color still there', async () => {
    const { apply, styles } = openStyles()
    await apply([red])
    await apply([red], { take: [], remove: ['id:1'], leaveOut: [], merge: [] })
    expect(styles()).toHaveLength(1)
  })
})

describe('a damaged link', () => {
  it.each(['', '{', '[]', '{"kit":"kit-1","color":"id:1","name":"x","wanted":"x","value":[1,2]}'])(
    'counts as none: %s',
    async (text) => {
      const { apply, plan, file } = openStyles()
      await apply([red])
      const [style] = await file.figma.getLocalPaintStylesAsync()
      style?.setSharedPluginData('cliquify', 'color', text)
      expect((await plan(red)).rows[0]?.outcome).toBe('adopt')
    },
  )
})

describe('a document in Display P3', () => {
  it('gets the numbers that look like the sRGB color, and shows sRGB in the plan', async () => {
    const { apply, plan, styles, idOf, file } = openStyles({ colorProfile: 'DISPLAY_P3' })
    await apply([red])
    const value = styles()[0]?.value
    expect(value && hexOf(value)).toBe('#EA3323')
    file.edit({ type: 'rename-style', id: idOf('Acme/Red'), name: 'Mine' })
    const shown = (await plan(red)).rows[0]?.before?.value
    expect(shown && sameColor(shown, RED)).toBe(true)
  })
})
