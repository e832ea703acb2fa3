import { onTestFinished, vi } from 'vitest'

/** Until the test ends, or mocks are restored: long work gives way after each of its steps. */
export function letTimeFly(): void {
  let now = 0
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 20))
  onTestFinished(() => clock.mockRestore())
}
