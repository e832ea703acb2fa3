import { expect, it, vi } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { toJson } from '../../../shared/json.ts'
import { DEFAULT_SYNC_OPTIONS, type TeamLibrary, type SyncPlan } from '../../../shared/sync.ts'
import { createColorSync } from '../../../ui/colors/color-sync.ts'
import { clientOf, connectedEnds } from '../placement/border.ts'

const KIT = { id: '7', name: 'Acme', colors: null, logos: null }
const BLACK = { r: 0, g: 0, b: 0, a: 1 }
const INK: BrandColor = { id: '1', name: 'Ink', palette: null, value: BLACK, notation: '#000' }

/** The plans that the sandbox is asked for, each to be answered when the test likes. */
function open() {
  const { plugin, sandbox } = connectedEnds()
  const answers: ((plan: SyncPlan) => void)[] = []
  const libraries: ((library: TeamLibrary) => void)[] = []
  sandbox.handle({
    'colors:plan': () =>
      new Promise((resolve) => {
        answers.push((plan) => resolve(toJson(plan)))
      }),
    'colors:library': () =>
      new Promise((resolve) => {
        libraries.push((library) => resolve({ library, news: { added: 0, changed: 0 } }))
      }),
  })
  const sync = createColorSync({
    client: clientOf({}),
    plugin,
    kit: () => KIT,
    colors: () => [INK],
    otherKits: () => [],
    announce: () => undefined,
    exchangeStyles: () => Promise.resolve(),
    onColors: () => undefined,
  })
  return { sync, answers, libraries }
}

const planAt = (lastSyncedAt: string): SyncPlan => ({
  rows: [],
  options: DEFAULT_SYNC_OPTIONS,
  lastSyncedAt,
})

it('knows what a sync would do by the latest look ahead, whichever is answered last', async () => {
  const { sync, answers } = open()
  const [first, second] = [sync.lookAhead([INK]), sync.lookAhead([INK, INK])]
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.(planAt('2026-01-02'))
  await second
  answers[0]?.(planAt('2026-01-01'))
  await first
  expect(sync.outlook.value).toMatchObject({
    colors: [INK, INK],
    plan: { lastSyncedAt: '2026-01-02' },
  })
})

it('knows which colors the library has by the latest question, whichever is answered last', async () => {
  const { sync, libraries } = open()
  const now = { ...INK, id: '2' }
  const [first, second] = [sync.findLibrary([INK], true), sync.findLibrary([now, INK], true)]
  await vi.waitFor(() => expect(libraries).toHaveLength(2))
  libraries[1]?.({ name: 'Brand', has: [0] })
  await second
  libraries[0]?.({ name: 'Brand', has: [0] })
  await first
  expect(sync.library.value).toEqual({ name: 'Brand', has: new Set([now]) })
})
