import { expect, it, vi } from 'vitest'
import type { BrandColor } from '../../../shared/brand.ts'
import { toJson } from '../../../shared/json.ts'
import { DEFAULT_SYNC_OPTIONS, type TeamLibrary, type SyncPlan } from '../../../shared/sync.ts'
import { createOutlook } from '../../../ui/colors/outlook.ts'
import { connectedEnds } from '../placement/border.ts'

const KIT = { id: '7', name: 'Acme' }
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
  const known = createOutlook({
    plugin,
    announce: () => undefined,
    exchangeStyles: () => Promise.resolve(),
    request: (colors) => toJson({ kit: KIT, colors }),
  })
  return { known, answers, libraries }
}

const planAt = (lastSyncedAt: string): SyncPlan => ({
  rows: [],
  options: DEFAULT_SYNC_OPTIONS,
  lastSyncedAt,
})

it('knows what a sync would do by the latest look ahead, whichever is answered last', async () => {
  const { known, answers } = open()
  const [first, second] = [known.lookAhead([INK]), known.lookAhead([INK, INK])]
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]?.(planAt('2026-01-02'))
  await second
  answers[0]?.(planAt('2026-01-01'))
  await first
  expect(known.outlook.value).toMatchObject({
    colors: [INK, INK],
    plan: { lastSyncedAt: '2026-01-02' },
  })
})

it('knows which colors the library has by the latest question, whichever is answered last', async () => {
  const { known, libraries } = open()
  const now = { ...INK, id: '2' }
  const [first, second] = [known.findLibrary([INK], true), known.findLibrary([now, INK], true)]
  await vi.waitFor(() => expect(libraries).toHaveLength(2))
  libraries[1]?.({ name: 'Brand', has: [0] })
  await second
  libraries[0]?.({ name: 'Brand', has: [0] })
  await first
  expect(known.library.value).toEqual({ name: 'Brand', has: new Set([now]) })
})
