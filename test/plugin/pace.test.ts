import { describe, expect, it } from 'vitest'
import { drain } from '../../plugin/pace.ts'

describe('a list that is drained', () => {
  it('gives its members in order, and holds none that it gave', () => {
    const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }]
    const list = [a, b, c]
    const given: object[] = []
    for (const member of drain(list)) {
      given.push(member)
      expect(list).toHaveLength(3 - given.length)
      expect(list).not.toContain(member)
    }
    expect(given).toEqual([a, b, c])
  })
})
