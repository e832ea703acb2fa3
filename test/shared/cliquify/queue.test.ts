import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openQueue, PRIORITY } from '../../../shared/cliquify/queue.ts'
import { patience } from '../../ui/cliquify/connected.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const done = (): Promise<void> => Promise.resolve()

describe('the queue', () => {
  it('lets no more through in any minute than its budget', async () => {
    const queue = openQueue(3, 10)
    const started: number[] = []
    const begin = Date.now()
    for (let job = 0; job < 7; job++) {
      void queue.run(PRIORITY.page, patience(), async () => {
        started.push(Date.now() - begin)
        await done()
      })
    }
    await vi.advanceTimersByTimeAsync(0)
    expect(started).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(180_000)
    expect(started).toEqual([0, 0, 0, 60_000, 60_000, 60_000, 120_000])
  })

  it('takes what the user waits for first', async () => {
    const queue = openQueue(100, 1)
    const order: string[] = []
    const add = (name: string, priority: 0 | 1 | 2 | 3): void => {
      void queue.run(priority, patience(), async () => {
        order.push(name)
        await done()
      })
    }
    add('running', PRIORITY.background)
    add('background', PRIORITY.background)
    add('page', PRIORITY.page)
    add('kit', PRIORITY.kit)
    add('second kit', PRIORITY.kit)
    await vi.advanceTimersByTimeAsync(0)
    expect(order).toEqual(['running', 'kit', 'second kit', 'page', 'background'])
  })

  it('tells the wait each second and its end, and only while something waits', async () => {
    const queue = openQueue(100, 5)
    const waits: number[] = []
    queue.onWait((milliseconds) => waits.push(milliseconds))
    queue.pause(2500)
    await vi.advanceTimersByTimeAsync(0)
    expect(waits).toEqual([])
    void queue.run(PRIORITY.page, patience(), done)
    await vi.advanceTimersByTimeAsync(3000)
    expect(waits).toEqual([2500, 1500, 500, 0])
  })

  it('forgets what is aborted while it waits', async () => {
    const queue = openQueue(100, 5)
    const waits: number[] = []
    queue.onWait((milliseconds) => waits.push(milliseconds))
    queue.pause(60_000)
    const leave = new AbortController()
    let ran = false
    const job = queue.run(PRIORITY.page, leave.signal, async () => {
      ran = true
      await done()
    })
    const failure = expect(job).rejects.toMatchObject({ kind: 'cancelled' })
    leave.abort()
    await failure
    expect(waits).toEqual([60_000, 0])
    await vi.advanceTimersByTimeAsync(61_000)
    expect(ran).toBe(false)
  })
})
