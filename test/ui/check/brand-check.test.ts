import { expect, it, vi } from 'vitest'
import type { BrandKit } from '../../../shared/brand.ts'
import type { BrandFixed } from '../../../shared/check.ts'
import { fromJson, toJson } from '../../../shared/json.ts'
import { createBrandCheck, type BrandCheck } from '../../../ui/check/brand-check.ts'
import type { Wrote } from '../../../ui/status.ts'
import { clientOf, connectedEnds, filesOf, type Sandbox } from '../placement/border.ts'

const BLACK = { r: 0, g: 0, b: 0, a: 1 }
const RED = { ...BLACK, r: 1 }
const INK = { id: '1', name: 'Ink', palette: null, value: BLACK, notation: '#000' }
const NO_RULES = { leastWidth: 0, clearSpace: 0 }
const LOOK = toJson({
  ...{
    scope: 'page' as const,
    hasSelection: false,
    assets: [],
    ignored: [],
    linked: 0,
    layers: 2,
    rules: NO_RULES,
  },
  found: [
    { value: BLACK, exact: 0, layers: ['1:2'] },
    { value: RED, exact: null, layers: ['1:3'] },
  ],
})
const NONE = { items: [], skipped: [] }
const KIT: BrandKit = { id: '7', name: 'Acme', colors: null, logos: null }

interface Opened {
  readonly check: BrandCheck
  readonly sandbox: Sandbox
  /** What was announced, with what can be done about its undo step. */
  readonly told: { readonly message: string; readonly wrote: Wrote }[]
}

function open(kit = (): BrandKit => KIT): Opened {
  const { plugin, sandbox } = connectedEnds()
  const client = clientOf({})
  const told: Opened['told'] = []
  const check = createBrandCheck({
    plugin,
    brand: { ...filesOf(client), client },
    kit,
    colors: () => Promise.resolve([INK]),
    announce: (message, _action, wrote = false) => told.push({ message, wrote }),
  })
  return { check, sandbox, told }
}

/** Once messages have crossed. */
const crossed = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve))

it('shows the look that an undo has begun, not how far the fix is that it has stopped', async () => {
  const { check, sandbox, told } = open()
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
  await check.look('page')
  await check.ignore({ what: 'other', name: 'Other', reason: '' })
  const lookAgain = told.at(-1)?.wrote
  void check.fix()
  await vi.waitFor(() => expect(check.state.value).toMatchObject({ fixing: { done: 0 } }))
  if (typeof lookAgain === 'function') lookAgain()
  await vi.waitFor(() => expect(looks).toBe(2))
  tell(1)
  await crossed()
  expect(check.state.value.at).toBe('looking')
})

it('keeps to the look that a person has begun while a fix was under way', async () => {
  const { check, sandbox } = open()
  const looks: unknown[] = []
  let end: (fixed: BrandFixed) => void = () => undefined
  sandbox.handle({
    'check:look'({ scope }) {
      looks.push(scope)
      return scope === 'page' ? LOOK : toJson({ ...fromJson(LOOK), scope: 'document' as const })
    },
    'check:fix': () => new Promise<BrandFixed>((resolve) => (end = resolve)),
  })
  await check.look('page')
  const fixing = check.fix()
  await vi.waitFor(() => expect(check.state.value).toMatchObject({ fixing: { done: 0 } }))
  const looking = check.look('document')
  end({ fixed: 1, plain: 0, left: 1, cancelled: true })
  await Promise.all([fixing, looking])
  expect(looks).toEqual(['page', 'document'])
  expect(check.state.value).toMatchObject({ at: 'found', look: { scope: 'document' } })
})

it('looks again once a fix is over that a person has cancelled', async () => {
  const { check, sandbox, told } = open()
  let looks = 0
  let end: (fixed: BrandFixed) => void = () => undefined
  sandbox.handle({
    'check:look'() {
      looks += 1
      return LOOK
    },
    'check:fix': () => new Promise<BrandFixed>((resolve) => (end = resolve)),
  })
  await check.look('page')
  const fixing = check.fix()
  await vi.waitFor(() => expect(check.state.value).toMatchObject({ fixing: { done: 0 } }))
  check.cancel()
  end({ fixed: 1, plain: 0, left: 1, cancelled: true })
  await fixing
  expect(looks).toBe(2)
  expect(check.state.value).toMatchObject({ at: 'found', fixing: null })
  expect(told.at(-1)?.message).toBe('Cancelled. 1 layer fixed. 1 left unchanged.')
})

it('fixes what is sure and what a person has chosen, and nothing that they took out', async () => {
  const { check, sandbox, told } = open()
  const asked: unknown[] = []
  sandbox.handle({
    'check:look': () => LOOK,
    'check:fix'(fix) {
      asked.push(fromJson(fix).fixes.map(({ found: { layers }, color }) => ({ layers, color })))
      return { fixed: 1, plain: 1, left: 0, cancelled: false }
    },
  })
  await check.look('page')
  await check.fix()
  expect(told.at(-1)).toMatchObject({ message: '2 layers fixed. 1 without a link.' })
  expect(typeof told.at(-1)?.wrote).toBe('function')
  const { state } = check
  const [sure, other] = state.value.at === 'found' ? [...state.value.findings].reverse() : []
  if (sure === undefined || other === undefined) throw new Error('nothing was found')
  check.choose(sure, null)
  check.choose(other, 0)
  await check.fix()
  expect(asked).toEqual([[{ layers: ['1:2'], color: 0 }], [{ layers: ['1:3'], color: 0 }]])
})

it('begins nothing else while it fixes', async () => {
  const { check, sandbox } = open()
  const asked: string[] = []
  sandbox.handle({
    'check:look': () => LOOK,
    'check:fix'() {
      asked.push('fix')
      return new Promise<BrandFixed>(() => undefined)
    },
    'check:mend'() {
      asked.push('mend')
      return 1
    },
  })
  await check.look('page')
  void check.fix()
  void check.fix()
  await check.mend({ key: 'Logo', kind: 'copy', layers: ['1:2'], mend: [], next: [] })
  await crossed()
  expect(asked).toEqual(['fix'])
})

it('asks something of logos for everyone in the file, and shows it without another look', async () => {
  const { check, sandbox } = open()
  let looks = 0
  const asked: unknown[] = []
  sandbox.handle({
    'check:look': () => {
      looks += 1
      return LOOK
    },
    'check:rules': (rules) => void asked.push(rules),
  })
  await check.look('page')
  const rules = { leastWidth: 24, clearSpace: 0 }
  await check.setRules(rules)
  expect(asked).toEqual([{ kitId: '7', rules }])
  expect(check.state.value).toMatchObject({ at: 'found', look: { rules } })
  expect(looks).toBe(1)
})

it('is about the kit as it is known by then', async () => {
  let name = 'Acme'
  const { check, sandbox } = open(() => ({ ...KIT, name, colors: NONE, logos: NONE }))
  const kits: unknown[] = []
  sandbox.handle({
    'check:look'({ sync }) {
      kits.push(fromJson(sync).kit)
      return LOOK
    },
  })
  await check.look('page')
  name = 'Acme & Sons'
  await check.look('page')
  expect(kits).toEqual([
    { id: '7', name: 'Acme' },
    { id: '7', name: 'Acme & Sons' },
  ])
})
