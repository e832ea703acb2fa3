import { expect, it, vi } from 'vitest'
import type { BrandFixed } from '../../../shared/check.ts'
import { toJson } from '../../../shared/json.ts'
import { createBrandCheck } from '../../../ui/check/brand-check.ts'
import type { Wrote } from '../../../ui/status.ts'
import { clientOf, connectedEnds, filesOf } from '../placement/border.ts'

const BLACK = { r: 0, g: 0, b: 0, a: 1 }
const INK = { id: '1', name: 'Ink', palette: null, value: BLACK, notation: '#000' }
const NO_RULES = { leastWidth: 0, clearSpace: 0 }
const LOOK = toJson({
  ...{
    scope: 'page' as const,
    hasSelection: false,
    assets: [],
    ignored: [],
    linked: 0,
    layers: 1,
    rules: NO_RULES,
  },
  found: [{ value: BLACK, exact: 0, layers: ['1:2'] }],
})

it('shows the look that an undo has begun, not how far the fix is that it has stopped', async () => {
  const { plugin, sandbox } = connectedEnds()
  let looks = 0
  let tell: (done: number) => void = () => undefined
  sandbox.handle({
    'check:look': () => (++looks === 1 ? LOOK : new Promise(() => undefined)),
    'check:ignore': ({ ignored }) => [ignored],
    'check:fix'(_, job) {
      tell = (done) => job.progress({ done, total: 1 })
      return new Promise<BrandFixed>(() => undefined)
    },
  })
  const client = clientOf({})
  let undone: Wrote | undefined
  const check = createBrandCheck({
    plugin,
    brand: { ...filesOf(client), client },
    kit: { id: '7', name: 'Acme', colors: null, logos: null },
    colors: () => Promise.resolve([INK]),
    announce: (_message, _action, wrote) => (undone = wrote),
  })
  await check.look('page')
  await check.ignore({ what: 'other', name: 'Other', reason: '' })
  const lookAgain = undone
  void check.fix()
  await vi.waitFor(() => expect(check.state.value).toMatchObject({ fixing: { done: 0 } }))
  if (typeof lookAgain === 'function') lookAgain()
  await vi.waitFor(() => expect(looks).toBe(2))
  tell(1)
  await new Promise((resolve) => setTimeout(resolve))
  expect(check.state.value.at).toBe('looking')
})

it('asks something of logos for everyone in the file, and shows it without another look', async () => {
  const { plugin, sandbox } = connectedEnds()
  let looks = 0
  const asked: unknown[] = []
  sandbox.handle({
    'check:look': () => {
      looks += 1
      return LOOK
    },
    'check:rules': (rules) => void asked.push(rules),
  })
  const client = clientOf({})
  const check = createBrandCheck({
    plugin,
    brand: { ...filesOf(client), client },
    kit: { id: '7', name: 'Acme', colors: null, logos: null },
    colors: () => Promise.resolve([INK]),
    announce: () => undefined,
  })
  await check.look('page')
  const rules = { leastWidth: 24, clearSpace: 0 }
  await check.setRules(rules)
  expect(asked).toEqual([{ kitId: '7', rules }])
  expect(check.state.value).toMatchObject({ at: 'found', look: { rules } })
  expect(looks).toBe(1)
})
