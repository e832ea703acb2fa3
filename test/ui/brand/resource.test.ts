import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Decoded } from '../../../shared/brand.ts'
import { Trouble } from '../../../shared/trouble.ts'
import { openResource } from '../../../ui/brand/resource.ts'
import type { Known, Next, Page } from '../../../ui/cliquify/client.ts'

const next = (url: string): Next => ({ url, read: [], print: null, total: null })
const down = new Trouble({ kind: 'server-down', message: 'Cliquify is down.' })

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

interface Asked {
  readonly from: string | null
  readonly signal: AbortSignal
  /** `asOf`: since when a relay has had it. */
  readonly answer: (items: readonly string[], next?: string, asOf?: number) => Promise<void>
  readonly fail: (error: Error) => Promise<void>
}

/** A list whose pages the test hands out. */
function open(known: Known<Decoded<string>> | null = null) {
  const asked: Asked[] = []
  const list = openResource<string>({
    recall: () => known,
    load: (from, signal) =>
      new Promise<Page<string>>((resolve, reject) => {
        asked.push({
          from: from?.url ?? null,
          signal,
          async answer(items, url, asOf) {
            const following = url === undefined ? null : next(url)
            resolve({
              items,
              skipped: [],
              next: following,
              ...(asOf === undefined ? {} : { asOf }),
            })
            await settled()
          },
          async fail(error) {
            reject(error)
            await settled()
          },
        })
      }),
  })
  const last = (): Asked => {
    const one = asked.at(-1)
    if (one === undefined) throw new Error('nothing was asked for')
    return one
  }
  return { list, asked, last, state: () => list.state.value }
}

/** Once what was answered has been taken. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

const before = (items: readonly string[]): Known<Decoded<string>> => ({
  value: { items, skipped: [] },
  asOf: 1_000,
})

describe('a list', () => {
  it('is loaded when somebody looks at it, and no more by who comes back', async () => {
    const { list, asked, last, state } = open()
    expect(state()).toMatchObject({ status: 'loading', isKnown: false })
    const leave = list.use()
    await last().answer(['a'])
    leave()
    list.use()
    expect(asked).toHaveLength(1)
    expect(state()).toMatchObject({ items: ['a'], status: 'complete', isKnown: true, asOf: null })
  })

  it('is loaded anew behind what is there by who comes back after a while', async () => {
    const { list, asked, last, state } = open()
    const leave = list.use()
    await last().answer(['a'])
    leave()
    vi.advanceTimersByTime(600_000)
    list.use()
    expect(asked).toHaveLength(2)
    expect(state()).toMatchObject({ items: ['a'], status: 'complete' })
    await last().answer(['a', 'b'])
    expect(state().items).toEqual(['a', 'b'])
  })

  it('that nobody looks at any more is broken off, and asked for again later', async () => {
    const { list, asked, last, state } = open()
    const leave = list.use()
    const leaveToo = list.use()
    leave()
    expect(last().signal.aborted).toBe(false)
    leaveToo()
    expect(last().signal.aborted).toBe(true)
    list.use()
    expect(asked).toHaveLength(2)
    await last().answer(['a'])
    expect(state().items).toEqual(['a'])
  })

  it('shows what is remembered until the reply, and the same object where that says the same', async () => {
    const { list, last, state } = open(before(['a', 'b']))
    const remembered = state().items
    expect(state()).toMatchObject({ items: ['a', 'b'], isKnown: true, asOf: 1_000 })
    list.use()
    await last().answer(['a', 'b'])
    expect(state().items).toBe(remembered)
    expect(state().asOf).toBeNull()
  })

  it('that fails keeps what is remembered, with the reason and its time', async () => {
    const { list, asked, last, state } = open(before(['a']))
    list.use()
    await last().fail(down)
    expect(state()).toMatchObject({ items: ['a'], asOf: 1_000, trouble: down, status: 'failed' })
    list.retry()
    expect(asked).toHaveLength(2)
    await last().answer(['b'])
    expect(state()).toMatchObject({ items: ['b'], asOf: null, trouble: null })
  })

  it('that fails to be loaded anew stays whole, and says since when it may have changed', async () => {
    const { list, last, state } = open()
    vi.setSystemTime(5_000)
    list.use()
    await last().answer(['a'])
    list.retry()
    await last().fail(down)
    expect(state()).toMatchObject({ items: ['a'], status: 'complete', asOf: 5_000, trouble: down })
  })

  it('that failed to be loaded anew is as old as before with a page more', async () => {
    const { list, last, state } = open()
    vi.setSystemTime(5_000)
    list.use()
    await last().answer(['a'], '2')
    list.retry()
    await last().fail(down)
    list.more()
    await last().answer(['b'])
    expect(state()).toMatchObject({ items: ['a', 'b'], status: 'complete' })
    expect(state()).toMatchObject({ asOf: 5_000, trouble: down })
  })

  it('that failed is tried again by who comes back', async () => {
    const { list, asked, last } = open()
    const leave = list.use()
    await last().fail(down)
    leave()
    list.use()
    expect(asked).toHaveLength(2)
  })

  it.each([
    ['that the account does not have', 'not-offered'],
    ['whose kit was deleted', 'deleted'],
  ] as const)('%s takes what is remembered with it', async (_, kind) => {
    const { list, last, state } = open(before(['a']))
    list.use()
    await last().fail(new Trouble({ kind, message: 'None.' }))
    expect(state()).toMatchObject({ items: [], isKnown: false, status: 'failed' })
  })

  it('whose request was cancelled elsewhere can be asked for again', async () => {
    const { list, asked, last, state } = open()
    list.use()
    await last().fail(new Trouble({ kind: 'cancelled', message: 'Cancelled.', action: 'none' }))
    expect(state().trouble).toBeNull()
    list.more()
    expect(asked).toHaveLength(2)
  })

  it('takes a newer one in its place, whatever is on its way', async () => {
    const { list, last, state } = open()
    list.use()
    list.put({ items: ['new'], skipped: [] })
    await last().answer(['old'])
    expect(state()).toMatchObject({ items: ['new'], status: 'complete', isKnown: true })
  })

  it('that is forgotten begins anew, and takes no reply of before', async () => {
    const { list, last, state } = open()
    list.use()
    list.forget()
    await last().answer(['a'])
    expect(state()).toMatchObject({ items: [], isKnown: false })
  })
})

describe('a list with pages', () => {
  it('grows by a page for each that is asked for, one at a time', async () => {
    const { list, asked, last, state } = open()
    list.use()
    await last().answer(['a'], '2')
    expect(state().status).toBe('waiting')
    list.more()
    list.more()
    expect(asked.map(({ from }) => from)).toEqual([null, '2'])
    await last().answer(['b'])
    expect(state()).toMatchObject({ items: ['a', 'b'], status: 'complete' })
    list.more()
    expect(asked).toHaveLength(2)
  })

  it('asks again for the page that failed, with what is there in its place', async () => {
    const { list, asked, last, state } = open()
    list.use()
    await last().answer(['a'], '2')
    list.more()
    await last().fail(down)
    expect(state()).toMatchObject({ items: ['a'], status: 'failed', trouble: down, asOf: null })
    list.more()
    expect(asked.map(({ from }) => from)).toEqual([null, '2', '2'])
    await last().answer(['b'])
    expect(state().items).toEqual(['a', 'b'])
  })

  it('is all there still after it was loaded anew and begins as it did', async () => {
    const { list, asked, last, state } = open()
    list.use()
    await last().answer(['a'], '2')
    list.more()
    await last().answer(['b'], '3')
    list.retry()
    await last().answer(['a'], '2')
    expect(state()).toMatchObject({ items: ['a', 'b'], status: 'waiting' })
    list.more()
    expect(asked.at(-1)?.from).toBe('3')
  })

  it('begins anew where its beginning has changed', async () => {
    const { list, last, state } = open()
    list.use()
    await last().answer(['a'], '2')
    list.more()
    await last().answer(['b'])
    list.retry()
    await last().answer(['new'], '2')
    expect(state()).toMatchObject({ items: ['new'], status: 'waiting' })
  })
})

describe('a list that a relay has an old reply for', () => {
  it('is shown, and asked for again once the relay had time to ask itself', async () => {
    const { list, asked, last, state } = open()
    list.use()
    await last().answer(['a'], undefined, 5_000)
    expect(state()).toMatchObject({ items: ['a'], status: 'complete', asOf: 5_000, trouble: null })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(asked).toHaveLength(2)
    await last().answer(['b'])
    expect(state()).toMatchObject({ items: ['b'], asOf: null, trouble: null })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(2)
  })

  it('is told as old, with its age, where the relay gets nothing newer', async () => {
    const { list, asked, last, state } = open()
    list.use()
    await last().answer(['a'], undefined, 5_000)
    await vi.advanceTimersByTimeAsync(3_000)
    await last().answer(['a'], undefined, 5_000)
    expect(state()).toMatchObject({ items: ['a'], asOf: 5_000 })
    expect(state().trouble?.message).toBe('Nothing newer came from Cliquify.')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(2)
    list.retry()
    await last().answer(['a'], undefined, 5_000)
    await vi.advanceTimersByTimeAsync(3_000)
    await last().answer(['b'])
    expect(state()).toMatchObject({ items: ['b'], asOf: null, trouble: null })
  })

  it('is asked for again by who comes back to it', async () => {
    const { list, asked, last, state } = open()
    const leave = list.use()
    await last().answer(['old'], undefined, 5_000)
    leave()
    await vi.advanceTimersByTimeAsync(3_500)
    list.use()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(asked).toHaveLength(2)
    await last().answer(['new'])
    expect(state()).toMatchObject({ items: ['new'], asOf: null })
  })

  it('is not asked for again where nobody looks at it', async () => {
    const { list, asked, last } = open()
    const leave = list.use()
    await last().answer(['a'], undefined, 5_000)
    leave()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(1)
  })
})
