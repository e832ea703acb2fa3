import { describe, expect, it } from 'vitest'
import { tabAfterKey } from '../../../ui/kit/tab-keys.ts'

describe('the keys of a list of tabs', () => {
  it('go round at both ends', () => {
    expect(tabAfterKey('ArrowRight', 3, 4)).toBe(0)
    expect(tabAfterKey('ArrowLeft', 0, 4)).toBe(3)
    expect(tabAfterKey('ArrowRight', 1, 4)).toBe(2)
  })

  it('jump to both ends', () => {
    expect(tabAfterKey('Home', 2, 4)).toBe(0)
    expect(tabAfterKey('End', 1, 4)).toBe(3)
  })

  it('are only these', () => {
    expect(tabAfterKey('Enter', 1, 4)).toBeNull()
  })
})
