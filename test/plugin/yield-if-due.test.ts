import { expect, it, vi } from 'vitest'
import { yieldIfDue } from '../../plugin/yield-if-due.ts'

it('long work lets other work run every ten milliseconds, also once the clock was set back', async () => {
  let now = Date.now()
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now)
  let turns = 0
  const gaveWay = async (passed: number): Promise<boolean> => {
    now += passed
    const before = turns
    setTimeout(() => turns++)
    const due = await yieldIfDue()
    expect(turns > before).toBe(due)
    return due
  }
  expect(await gaveWay(60_000)).toBe(true)
  expect(await gaveWay(9)).toBe(false)
  expect(await gaveWay(1)).toBe(true)
  expect(await gaveWay(-3_600_000)).toBe(true)
  clock.mockRestore()
})
