import { describe, expect, it } from 'vitest'
import { notice } from '../../plugin/notice.ts'

describe('notice', () => {
  it('leaves what Figma can show', () => {
    expect(notice('Placed.')).toBe('Placed.')
    expect(notice('x'.repeat(100))).toBe('x'.repeat(100))
  })

  it('cuts at a word where Figma would cut in the middle of one', () => {
    const cut = notice('word '.repeat(30))
    expect(cut).toBe(`${'word '.repeat(19)}word…`)
    expect(cut.length).toBeLessThanOrEqual(100)
  })

  it('cuts a single long word too', () => {
    expect(notice('x'.repeat(150))).toHaveLength(100)
  })
})
