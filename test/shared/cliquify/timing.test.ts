import { describe, expect, it } from 'vitest'
import { backoff } from '../../../shared/cliquify/timing.ts'

describe('a wait that nobody told the length of', () => {
  it('doubles with each attempt, and is never the same for all', () => {
    for (const attempt of [0, 1, 2, 5]) {
      const waits = Array.from({ length: 200 }, () => backoff(100, attempt))
      const middle = 100 * 2 ** attempt
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(middle * 0.75)
      expect(Math.max(...waits)).toBeLessThanOrEqual(middle * 1.25)
      expect(new Set(waits).size).toBeGreaterThan(100)
    }
  })
})
