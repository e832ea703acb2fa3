import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLater } from '../../../ui/kit/later.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function open() {
  const done: number[] = []
  const later = openLater(() => {
    done.push(Date.now())
    return Promise.resolve()
  })
  return { later, done }
}

describe('what is done later', () => {
  it('is done once for many reasons, as soon as the most urgent wants it', () => {
    const { later, done } = open()
    const from = Date.now()
    later.within(5_000)
    later.within(200)
    later.within(5_000)
    vi.advanceTimersByTime(60_000)
    expect(done).toEqual([from + 200])
  })

  it('is not put off for ever by reasons that keep coming', () => {
    const { later, done } = open()
    for (let second = 0; second < 20; second++) {
      later.within(5_000)
      vi.advanceTimersByTime(1_000)
    }
    expect(done).toHaveLength(4)
  })

  it('is done at once where it is asked for, and not again after that', async () => {
    const { later, done } = open()
    await later.flush()
    expect(done).toEqual([])
    later.within(200)
    await later.flush()
    vi.advanceTimersByTime(60_000)
    expect(done).toHaveLength(1)
  })

  it('is not done once it was dropped', () => {
    const { later, done } = open()
    later.within(200)
    later.drop()
    vi.advanceTimersByTime(60_000)
    expect(done).toEqual([])
  })
})
