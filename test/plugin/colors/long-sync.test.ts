import { describe, expect, it } from 'vitest'
import type { Progress } from '../../../shared/progress.ts'
import { letTimeFly } from '../let-time-fly.ts'
import { KEEP } from './open-colors.ts'
import { openStyles } from './open-styles.ts'
import { brandColor, red } from './samples.ts'

describe('a long sync', () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    brandColor({ id: String(index), name: `Color ${String(index)}` }),
  )

  it('reports progress', async () => {
    letTimeFly()
    const seen: Progress[] = []
    const { apply } = openStyles()
    await apply(many, KEEP, { cancelled: false, progress: (value) => seen.push(value) })
    expect(seen).toEqual(many.map((_, done) => ({ done, total: 400 })))
  })

  it('stops when cancelled with everything complete, and the next one continues', async () => {
    letTimeFly()
    const { apply, styles, file } = openStyles()
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
    const { apply, file } = openStyles()
    const report = await apply([red], KEEP, { cancelled: true, progress: () => undefined })
    expect(report).toMatchObject({ rows: [], cancelled: true })
    expect(file.writes()).toEqual([])
  })
})

describe('two syncs at once', () => {
  it('do not create anything twice', async () => {
    const { apply, styles } = openStyles()
    const reports = await Promise.all([apply([red]), apply([red])])
    expect(reports.map(({ rows }) => rows.length)).toEqual([1, 0])
    expect(styles()).toHaveLength(1)
  })
})
