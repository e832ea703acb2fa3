import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import type { Progress } from '../../../shared/progress.ts'
import { type ColorApply, type SyncTarget, DEFAULT_SYNC_OPTIONS } from '../../../shared/sync.ts'
import { openColorRoom } from './color-room.ts'
import { openFile, type OpenFile } from '../../figma/file.ts'
import { upTo } from '../../deep.ts'
import { letTimeFly } from '../let-time-fly.ts'
import { idle, KEEP } from './open-colors.ts'
import { BLUE, brandColor, KIT } from './samples.ts'

const COUNT = 60

/** A third as it was, a third with another value, a sixth renamed, a sixth new. */
const before: readonly BrandColor[] = Array.from({ length: 50 }, (_, i) => color(i))
const after: readonly BrandColor[] = Array.from({ length: COUNT }, (_, i) => {
  if (i % 3 === 1) return { ...color(i), value: BLUE }
  return i % 6 === 2 ? { ...color(i), name: `Renamed ${String(i)}` } : color(i)
})

function color(i: number): BrandColor {
  return brandColor({
    id: String(i),
    name: `Color ${String(i)}`,
    value: { r: i / 60, g: 0, b: 0, a: 1 },
  })
}

function sync(colors: readonly BrandColor[], target: SyncTarget): ColorApply {
  return { kit: KIT, colors, decisions: KEEP, options: { ...DEFAULT_SYNC_OPTIONS, target } }
}

const starts = new Map<SyncTarget, OpenFile>()

/** A file that was synced before; every test begins with a copy of it. */
async function started(target: SyncTarget): Promise<OpenFile> {
  const known = starts.get(target)
  if (known !== undefined) return known.copy()
  const file = openFile()
  await openColorRoom(file.figma).apply(sync(before, target), idle())
  starts.set(target, file)
  return file.copy()
}

/** How many of the colors the sync writes. */
const changes = after.filter((now, i) => JSON.stringify(now) !== JSON.stringify(before[i])).length

/** What the sync is about, without the time that it noted; ids apart. */
function synced(file: OpenFile) {
  const { paintStyles, collections } = file.snapshot()
  const variables = collections.flatMap((collection) => collection.variables)
  const plain = { styles: paintStyles, variables }
  return {
    ids: [...paintStyles, ...variables].map(({ id }) => id),
    collections: collections.length,
    // New ids and keys depend on what was made and undone before; what they belong to does not.
    content: JSON.stringify(plain, (key, value: unknown) =>
      ['id', 'key', 'valuesByMode'].includes(key) ? undefined : value,
    ),
    values: variables.map(({ valuesByMode }) => Object.values(valuesByMode)),
  }
}

describe.each(['styles', 'variables', 'both'] as const)('a sync of 60 colors to %s', (target) => {
  async function undisturbed() {
    const file = await started(target)
    const existing = synced(file).ids
    await openColorRoom(file.figma).apply(sync(after, target), idle())
    return { existing, writes: file.writes().length, ...synced(file) }
  }

  async function expectHealed(file: OpenFile, expected: Awaited<ReturnType<typeof undisturbed>>) {
    await openColorRoom(file.figma).apply(sync(after, target), idle())
    const { ids, content, collections, values } = synced(file)
    expect(sorted(content)).toEqual(sorted(expected.content))
    expect(values).toHaveLength(expected.values.length)
    expect(collections).toBe(expected.collections)
    expect(ids).toHaveLength(expected.ids.length)
    expect(ids).toEqual(expect.arrayContaining(expected.existing))
    file.clearWrites()
    await openColorRoom(file.figma).apply(sync(after, target), idle())
    expect(file.writes()).toEqual([])
  }

  it('is made good by the next one, whichever write failed', async () => {
    const expected = await undisturbed()
    expect(expected.writes).toBeGreaterThan(90)
    for (const k of upTo(expected.writes, 12)) {
      const file = await started(target)
      file.failWrite(k)
      await openColorRoom(file.figma).apply(sync(after, target), idle())
      await expectHealed(file, expected)
      file.dispose()
    }
  }, 120_000)

  it('is gone on with after it was cancelled between any two colors', async () => {
    const expected = await undisturbed()
    for (const k of upTo(changes + 1, 8)) {
      const file = await started(target)
      letTimeFly()
      let asked = 0
      const report = await openColorRoom(file.figma).apply(sync(after, target), {
        get cancelled() {
          return asked++ >= k
        },
        progress: () => undefined,
      })
      vi.restoreAllMocks()
      expect(report.rows.every(({ result }) => result !== 'failed')).toBe(true)
      await expectHealed(file, expected)
      file.dispose()
      expect(report.cancelled).toBe(k <= changes)
      if (report.cancelled) expect(report.rows).toHaveLength(k - 1)
    }
  }, 60_000)

  it('is gone on with after the window was closed between any two colors', async () => {
    const expected = await undisturbed()
    for (const k of upTo(changes, 8).map((each) => each - 1)) {
      const file = await started(target)
      letTimeFly()
      const job = {
        cancelled: false,
        progress: ({ done }: Progress) => done === k && file.closePlugin(),
      }
      const running = openColorRoom(file.figma).apply(sync(after, target), job)
      await running.catch(() => undefined)
      vi.restoreAllMocks()
      file.begin({ command: 'open', html: '' })
      await expectHealed(file, expected)
      file.dispose()
    }
  }, 60_000)
})

describe('a first sync', () => {
  it('to both is made good by the next one, whichever write failed', async () => {
    const few = after.slice(0, 3)
    const expected = openFile()
    await openColorRoom(expected.figma).apply(sync(few, 'both'), idle())
    const writes = expected.writes().length
    for (let k = 1; k <= writes; k++) {
      const file = openFile()
      file.failWrite(k)
      await openColorRoom(file.figma)
        .apply(sync(few, 'both'), idle())
        .catch((error: unknown) => expect(error).toMatchObject({ kind: 'collection' }))
      await openColorRoom(file.figma).apply(sync(few, 'both'), idle())
      expect(sorted(synced(file).content)).toEqual(sorted(synced(expected).content))
      expect(synced(file).collections).toBe(1)
    }
  })
})

describe('variables that turn their names around', () => {
  const names = ['A', 'B', 'C', 'D']
  const turned = (by: number) =>
    names.map((_, i) => ({ ...color(i), name: names[(i + by) % names.length] ?? '' }))

  it('get them by the next sync, whichever write failed', async () => {
    const start = openFile()
    await openColorRoom(start.figma).apply(sync(turned(0), 'variables'), idle())
    const expected = start.copy()
    await openColorRoom(expected.figma).apply(sync(turned(1), 'variables'), idle())
    const writes = expected.writes().length
    expect(writes).toBeGreaterThan(12)
    for (let k = 1; k <= writes; k++) {
      const file = start.copy()
      file.failWrite(k)
      await openColorRoom(file.figma).apply(sync(turned(1), 'variables'), idle())
      await openColorRoom(file.figma).apply(sync(turned(1), 'variables'), idle())
      expect(synced(file).ids, `write ${String(k)}`).toEqual(synced(start).ids)
      expect(synced(file).content, `write ${String(k)}`).toEqual(synced(expected).content)
    }
  })

  it('give them up to new ones', async () => {
    const file = openFile()
    const [one = color(0), ...others] = turned(0)
    await openColorRoom(file.figma).apply(sync([one], 'variables'), idle())
    const next = [{ ...color(9), name: one.name }, { ...one, name: 'Z' }, ...others]
    const report = await openColorRoom(file.figma).apply(sync(next, 'variables'), idle())
    expect(report.rows.map(({ result }) => result)).not.toContain('failed')
    const [variable] = file.snapshot().collections.flatMap(({ variables }) => variables)
    expect(variable?.name).toBe('Acme/Z')
  })
})

// Thousands of rests of a millisecond each are a long time.
beforeEach(() => {
  vi.stubGlobal('setTimeout', (call: () => void) => setImmediate(call))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** The file's order tells which came first, which a failure may change. */
function sorted(content: string): unknown {
  const { styles, variables } = JSON.parse(content) as Record<string, { readonly name: string }[]>
  const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
    one.name < other.name ? -1 : 1
  return { styles: styles?.sort(byName), variables: variables?.sort(byName) }
}
