import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openWindowEnd } from '../../../shared/channel.ts'
import type { PluginEvents, PluginRequests, UiEvents } from '../../../shared/protocol.ts'
import {
  DEFAULT_SYNC_OPTIONS,
  type Outcome,
  type SyncedColor,
  type SyncPlan,
  type SyncReport,
} from '../../../shared/sync.ts'
import { quickSync } from '../../../ui/colors/quick-sync.ts'
import { createQuietRun, SHOW_AFTER_MS, type QuietRun } from '../../../ui/window/quiet-run.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const planOf = (...outcomes: Outcome[]): SyncPlan => ({
  rows: outcomes.map((outcome) => ({
    key: outcome,
    outcome,
    before: null,
    after: null,
    reason: null,
  })),
  options: DEFAULT_SYNC_OPTIONS,
  lastSyncedAt: '2026-01-01T00:00:00Z',
})

const reportOf = (...results: SyncedColor['result'][]): SyncReport => ({
  rows: results.map((result) => ({ key: result, name: result, result, reason: null })),
  unchanged: 0,
  kept: 0,
  cancelled: false,
})

/** A run without a window, and what it told the sandbox. */
function quietRun(): { quiet: QuietRun; told: unknown[] } {
  const told: unknown[] = []
  const plugin = openWindowEnd<PluginRequests, PluginEvents, UiEvents>({
    send: (message) => told.push(message),
    listen: () => undefined,
  })
  return { quiet: createQuietRun(plugin, true), told }
}

const SHOWN = { channel: 'event', name: 'window:show', payload: null }
const closedWith = (message: string): unknown => ({
  channel: 'event',
  name: 'window:close',
  payload: { message },
})

async function run(plan: SyncPlan | null, report: SyncReport | null): Promise<unknown[]> {
  const { quiet, told } = quietRun()
  const applied: string[] = []
  await quickSync(
    {
      plan: () => Promise.resolve(plan),
      apply() {
        applied.push('applied')
        return Promise.resolve(report)
      },
    },
    quiet,
  )
  return [...told, ...applied]
}

describe('a sync without a window', () => {
  it('applies what needs no decision, and tells the result', async () => {
    expect(await run(planOf('create', 'unchanged'), reportOf('created'))).toEqual([
      closedWith('1 brand color created.'),
      'applied',
    ])
  })

  it('writes nothing where nothing changed', async () => {
    expect(await run(planOf('unchanged'), null)).toEqual([
      closedWith('Cliquify colors are up to date.'),
    ])
  })

  it('notes what a merged branch brought, and shows the window for what may have been deleted', async () => {
    const isMerged = true
    expect(await run({ ...planOf('unchanged'), isMerged }, reportOf())).toEqual([
      closedWith('Cliquify colors are up to date.'),
      'applied',
    ])
    expect(await run({ ...planOf('create'), isMerged }, reportOf('created'))).toEqual([SHOWN])
  })

  it('shows the window for a decision, with nothing written', async () => {
    expect(await run(planOf('create', 'conflict'), reportOf('created'))).toEqual([SHOWN])
    expect(await run({ ...planOf('create'), lastSyncedAt: null }, null)).toEqual([SHOWN])
  })

  it('shows the window for a failure', async () => {
    expect(await run(null, null)).toEqual([SHOWN])
    expect(await run(planOf('create'), null)).toEqual([SHOWN, 'applied'])
    expect(await run(planOf('create'), reportOf('failed'))).toEqual([SHOWN, 'applied'])
  })

  it('shows the window where it takes long, and then leaves the rest to its person', async () => {
    const { quiet, told } = quietRun()
    await quickSync(
      {
        plan() {
          vi.advanceTimersByTime(SHOW_AFTER_MS)
          return Promise.resolve(planOf('create'))
        },
        apply: () => Promise.reject(new Error('nobody asked for it')),
      },
      quiet,
    )
    expect(told).toEqual([SHOWN])
  })
})
