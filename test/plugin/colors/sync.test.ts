import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { hexOf, sameColor } from '../../../shared/color.ts'
import type { Job } from '../../../shared/channel.ts'
import type { Progress } from '../../../shared/progress.ts'
import type { Decisions } from '../../../shared/sync.ts'
import { openColorRoom } from './color-room.ts'
import { openFile, type FileOptions, type OpenFile } from '../../figma/file.ts'
import { times } from '../../deep.ts'
import { aMomentLater } from '../a-moment-later.ts'
import { letTimeFly } from '../let-time-fly.ts'
import { BLUE, brandColor, GREEN, RED, syncOf } from './samples.ts'

const KEEP: Decisions = { take: [], remove: [], leaveOut: [], merge: [] }
/** What noting a link writes: the plugin's own note, then the one that is shared. */
const LINK = ['setPluginData', 'setSharedPluginData']
/** When the kit was synced, and which of its colors have been in the file. */
const NOTED = ['setSharedPluginData', 'setSharedPluginData']

const red = brandColor({ id: '1' })
const leaf = brandColor({ id: '2', name: 'Leaf', palette: 'Nature', value: { ...GREEN, a: 0.5 } })

function idle(): Job<Progress> {
  return { cancelled: false, progress: () => undefined }
}

function open(options: FileOptions = {}) {
  const file = openFile(options)
  const room = openColorRoom(file.figma)
  const plan = (...colors: readonly BrandColor[]) => room.plan(syncOf(...colors))
  const apply = (colors: readonly BrandColor[], decisions = KEEP, job = idle()) =>
    room.apply({ ...syncOf(...colors), decisions }, job)
  /** What is in the file, without what it is linked to. */
  const styles = () =>
    file.snapshot().paintStyles.map(({ id, name, paints }) => {
      const [paint] = paints
      const color = paint?.color ?? null
      return { id, name, value: color && paint && { ...color, a: paint.opacity } }
    })
  const idOf = (name: string): string => {
    const style = styles().find((candidate) => candidate.name === name)
    if (style === undefined) throw new Error(`no style ${name}`)
    return style.id
  }
  return { file, room, plan, apply, styles, idOf }
}

function ops(file: OpenFile): readonly string[] {
  return file.writes().map(({ op }) => op)
}

describe('a first sync', () => {
  it('creates a style for each color, with alpha as its opacity', async () => {
    const { apply, styles } = open()
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
    const { apply, file } = open()
    await apply([red, leaf])
    const one = ['createPaintStyle', 'set name', 'set paints', ...LINK]
    expect(ops(file)).toEqual([...one, ...one, ...NOTED])
  })

  it('is one undo step', async () => {
    const { apply, file, styles } = open()
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
    const { apply, plan } = open()
    expect((await plan(red)).lastSyncedAt).toBeNull()
    await apply([red])
    expect((await plan(red)).lastSyncedAt).toMatch(/^\d{4}-.*Z$/)
  })
})

describe('a plan', () => {
  it('writes nothing', async () => {
    const { plan, file } = open()
    await plan(red, leaf)
    expect(file.writes()).toEqual([])
  })

  it('carries plain rows only', async () => {
    const { plan } = open()
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
      const { apply, file } = open({ colorProfile })
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
    const { apply, file, styles, idOf } = open()
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
    const { apply, file, styles, idOf } = open()
    await apply([red])
    const id = idOf('Acme/Red')
    file.clearWrites()
    const report = await apply([{ ...red, name: 'Ruby' }])
    expect(styles()).toEqual([{ id, name: 'Acme/Ruby', value: RED }])
    expect(report.rows).toMatchObject([{ result: 'renamed', name: 'Acme/Ruby' }])
    expect(ops(file)).not.toContain('set paints')
  })

  it('swaps the names of two colors in place', async () => {
    const { apply, styles, plan } = open()
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
    const { file, apply, plan } = open()
    const style = file.figma.createPaintStyle()
    style.name = 'Acme/Red'
    const { a: opacity, ...color } = gray(13)
    style.paints = [{ type: 'SOLID', color, opacity }]
    await apply([below])
    const { rows } = await plan(above, below)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'unchanged'])
  })

  it('is adopted, not duplicated, and linked without a write to what is right already', async () => {
    const { apply, file, styles } = open()
    file.edit({ type: 'create-style', name: 'Acme/Red', color: RED })
    file.clearWrites()
    const report = await apply([red])
    expect(styles()).toHaveLength(1)
    expect(report.rows).toMatchObject([{ result: 'adopted' }])
    expect(ops(file)).toEqual([...LINK, ...NOTED])
  })
})

describe('what people changed in the file', () => {
  it('is kept unless they take Cliquify’s side', async () => {
    const { apply, file, styles, idOf, plan } = open()
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
    const { apply, file, styles, idOf, plan } = open()
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
    const { apply, file, styles, plan } = open()
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
    const { apply, styles } = open()
    await apply([red])
    await apply([red], { take: [], remove: ['id:1'], leaveOut: [], merge: [] })
    expect(styles()).toHaveLength(1)
  })
})

describe('a damaged link', () => {
  it.each(['', '{', '[]', '{"kit":"kit-1","color":"id:1","name":"x","wanted":"x","value":[1,2]}'])(
    'counts as none: %s',
    async (text) => {
      const { apply, plan, file } = open()
      await apply([red])
      const [style] = await file.figma.getLocalPaintStylesAsync()
      style?.setSharedPluginData('cliquify', 'color', text)
      expect((await plan(red)).rows[0]?.outcome).toBe('adopt')
    },
  )
})

describe('a document in Display P3', () => {
  it('gets the numbers that look like the sRGB color, and shows sRGB in the plan', async () => {
    const { apply, plan, styles, idOf, file } = open({ colorProfile: 'DISPLAY_P3' })
    await apply([red])
    const value = styles()[0]?.value
    expect(value && hexOf(value)).toBe('#EA3323')
    file.edit({ type: 'rename-style', id: idOf('Acme/Red'), name: 'Mine' })
    const shown = (await plan(red)).rows[0]?.before?.value
    expect(shown && sameColor(shown, RED)).toBe(true)
  })
})

describe('a write that fails', () => {
  it.each([1, 2, 3, 4])(
    'as number %i of a new style leaves nothing half-made, and the rest goes on',
    async (k) => {
      const { apply, file, styles } = open()
      file.failWrite(k)
      const report = await apply([red, leaf])
      expect(report.rows).toMatchObject([
        { key: 'id:1', result: 'failed', reason: { kind: 'refused' } },
        { key: 'id:2', result: 'created', reason: null },
      ])
      expect(styles().map(({ name }) => name)).toEqual(['Acme/Nature/Leaf'])
      expect((await apply([red, leaf])).rows).toMatchObject([{ result: 'created' }])
    },
  )

  it.each([1, 2, 3])('as number %i of a change leaves the style as it was', async (k) => {
    const { apply, file, styles } = open()
    await apply([red])
    const before = styles()
    file.failWrite(k)
    const report = await apply([{ ...red, name: 'Leaf', value: GREEN }])
    expect(report.rows).toMatchObject([{ result: 'failed' }])
    expect(styles()).toEqual(before)
  })

  it('on the time of the sync alone does not lose the report', async () => {
    const { apply, file, plan } = open()
    file.failWrite(6)
    expect((await apply([red])).rows).toMatchObject([{ result: 'created' }])
    expect((await plan(red)).lastSyncedAt).toBeNull()
  })

  it('on everything notes no time of a sync', async () => {
    const { apply, file, plan } = open()
    file.failWrite(1)
    await apply([red])
    expect(file.writes()).toEqual([])
    expect((await plan(red)).lastSyncedAt).toBeNull()
  })
})

describe('a long sync', () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    brandColor({ id: String(index), name: `Color ${String(index)}` }),
  )

  it('reports progress', async () => {
    letTimeFly()
    const seen: Progress[] = []
    const { apply } = open()
    await apply(many, KEEP, { cancelled: false, progress: (value) => seen.push(value) })
    expect(seen).toEqual(many.map((_, done) => ({ done, total: 400 })))
  })

  it('stops when cancelled with everything complete, and the next one continues', async () => {
    letTimeFly()
    const { apply, styles, file } = open()
    let cancelled = false
    const report = await apply(many, KEEP, {
      get cancelled() {
        return cancelled
      },
      progress: ({ done }) => (cancelled = done === 100),
    })
    expect(report.cancelled).toBe(true)
    expect(report.rows).toHaveLength(100)
    expect(styles()).toHaveLength(report.rows.length)

    const done = report.rows.length
    file.clearWrites()
    const next = await apply(many)
    expect(next.unchanged).toBe(done)
    expect(next.rows).toHaveLength(400 - done)
    expect(styles()).toHaveLength(400)
  })

  it('writes nothing when it was cancelled before it began', async () => {
    const { apply, file } = open()
    const report = await apply([red], KEEP, { cancelled: true, progress: () => undefined })
    expect(report).toMatchObject({ rows: [], cancelled: true })
    expect(file.writes()).toEqual([])
  })
})

describe('two syncs at once', () => {
  it('do not create anything twice', async () => {
    const { apply, styles } = open()
    const reports = await Promise.all([apply([red]), apply([red])])
    expect(reports.map(({ rows }) => rows.length)).toEqual([1, 0])
    expect(styles()).toHaveLength(1)
  })
})

describe('an editor without styles', () => {
  it.each(['figjam', 'slides', 'buzz'] as const)('is told in plain words: %s', async (editor) => {
    const { plan, apply, file } = open({ editor })
    await expect(plan(red)).rejects.toMatchObject({ kind: 'wrong-editor' })
    await expect(apply([red])).rejects.toMatchObject({ kind: 'wrong-editor' })
    expect(file.writes()).toEqual([])
  })
})

describe('an editor that keeps no plugin data', () => {
  const SHARED = ['getSharedPluginData', 'setSharedPluginData']

  it.each([
    ['shared', SHARED],
    ['any', [...SHARED, 'getPluginData', 'setPluginData']],
  ])('has colors synced by their names, without %s data', async (_, lacking) => {
    const { apply, plan, styles, idOf } = open({ lacking })
    const report = await apply([red, leaf])
    expect(report.rows.map(({ result }) => result)).toEqual(['created', 'created'])
    const made = styles()
    expect(made.map(({ name }) => name)).toEqual(['Acme/Red', 'Acme/Nature/Leaf'])
    expect((await plan(red, leaf)).rows.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ])
    const blue = { ...red, value: BLUE }
    expect((await plan(blue, leaf)).rows[0]).toMatchObject({
      outcome: 'update',
      before: { value: RED },
      after: { value: BLUE },
    })
    expect((await apply([blue, leaf])).rows.map(({ result }) => result)).toEqual(['updated'])
    expect(styles()).toEqual([{ ...made[0], value: BLUE }, made[1]])
    const crimson = { ...blue, name: 'Crimson' }
    expect((await apply([crimson, leaf])).rows.map(({ result }) => result)).toEqual(['created'])
    expect(idOf('Acme/Red')).toBe(made[0]?.id)
  })
})

describe('any sequence of brand colors', () => {
  it('leaves one style for each color, the same one all along, and then nothing to do', async () => {
    const color = fc
      .record({
        id: fc.constantFrom('1', '2', '3', '4'),
        name: fc.constantFrom('Red', 'Blue', 'a/b', ''),
        palette: fc.option(fc.constantFrom('Warm', 'Cold')),
        value: fc.constantFrom(RED, GREEN, BLUE),
      })
      .map(brandColor)
    const brand = fc.uniqueArray(color, { maxLength: 4, selector: ({ id }) => id })
    await fc.assert(
      fc.asyncProperty(brand, brand, brand, async (...brands) => {
        const { apply, plan, file } = open()
        let before = new Map<string, string>()
        for (const colors of brands) {
          await apply(colors)
          const outcomes = (await plan(...colors)).rows.map(({ outcome }) => outcome)
          expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(colors.length)
          expect(outcomes).not.toContain('create')

          const styleIds = linkedStyles(file)
          for (const { id } of colors) {
            const identity = `id:${String(id)}`
            expect(styleIds.get(identity)).toBe(before.get(identity) ?? styleIds.get(identity))
          }
          before = styleIds
        }
      }),
      { numRuns: times(12, 60) },
    )
  }, 30_000)
})

/** The id of each color's style, by the color's identity. */
function linkedStyles(file: OpenFile): Map<string, string> {
  return new Map(
    file.snapshot().paintStyles.map(({ id, sharedPluginData }) => {
      const link = JSON.parse(sharedPluginData['cliquify']?.['color'] ?? '') as { color: string }
      return [link.color, id]
    }),
  )
}
