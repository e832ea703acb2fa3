import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStatus } from '../../ui/status.ts'

const waiting = (seconds: number): string =>
  `Cliquify asks to wait ${seconds} s. Going on by itself.`

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the status', () => {
  it('lets a result go once it could be read, counted from the last time that it was said', () => {
    const status = createStatus()
    status.announce('Copied #fff.')
    vi.advanceTimersByTime(9000)
    status.announce('Copied #fff.')
    vi.advanceTimersByTime(9000)
    expect(status.text.value).toBe('Copied #fff.')
    vi.advanceTimersByTime(1000)
    expect(status.text.value).toBe('')
  })

  it('says what is under way until the next, and a wait until it is over', () => {
    const status = createStatus()
    status.announce('Comparing…')
    vi.advanceTimersByTime(60_000)
    expect(status.text.value).toBe('Comparing…')
    status.announce('Placed.')
    status.wait(30_000)
    vi.advanceTimersByTime(30_000)
    expect(status.text.value).toBe(waiting(30))
    status.wait(0)
    expect(status.text.value).toBe('Placed.')
    vi.advanceTimersByTime(10_000)
    expect(status.text.value).toBe('')
  })

  it('says the latest announcement', () => {
    const status = createStatus()
    status.announce('Connected.')
    status.announce('Synced.')
    expect(status.text.value).toBe('Synced.')
  })

  it('says a wait for as long as it lasts, then the latest announcement again', () => {
    const status = createStatus()
    status.announce('Comparing…')
    status.wait(12_000)
    expect(status.text.value).toBe(waiting(12))
    status.announce('Synced.')
    expect(status.text.value).toBe(waiting(12))
    status.wait(0)
    expect(status.text.value).toBe('Synced.')
  })

  it('counts a wait down in steps of five seconds, and the last five one by one', () => {
    const status = createStatus()
    const said = new Set<string>()
    for (let left = 12_000; left > 0; left -= 1000) {
      status.wait(left)
      said.add(status.text.value)
    }
    expect([...said]).toEqual([12, 10, 5, 4, 3, 2, 1].map(waiting))
  })

  it('says a new wait at once where it is longer', () => {
    const status = createStatus()
    status.wait(12_000)
    status.wait(14_000)
    expect(status.text.value).toBe(waiting(14))
  })
})
