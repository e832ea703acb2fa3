import { describe, expect, it } from 'vitest'
import { plainText } from '../../shared/plain-text.ts'

describe('a plain text', () => {
  it.each([
    ['what reverses the text', 'a\u202egnp.exe', 'agnp.exe'],
    ['marks of direction and isolates', '\u200ea\u2066b\u2069\u061c', 'ab'],
    ['control characters and line breaks', 'a\u0000\u0007\r\nb\u2028c', 'a b c'],
    ['half of a pair', 'a\ud800b', 'ab'],
    ['spaces around and in rows', '  a \t b ', 'a b'],
  ])('is without %s', (_, text, plain) => {
    expect(plainText(text, 200)).toBe(plain)
  })

  it('keeps the joiners of emoji and scripts', () => {
    expect(plainText('👩‍👩‍👧 नी‌ल', 200)).toBe('👩‍👩‍👧 नी‌ल')
  })

  it('is cut where it is too long, between characters, however much there is of it', () => {
    expect(plainText('👩'.repeat(12), 10)).toBe(`${'👩'.repeat(9)}…`)
    expect(plainText('x'.repeat(5_000_000), 10)).toBe('xxxxxxxxx…')
    expect(plainText('👩'.repeat(10), 10)).toBe('👩'.repeat(10))
  })

  it('is the same when made plain again', () => {
    for (const text of ['\u202e a\n', 'x'.repeat(30), '👩'.repeat(30)]) {
      const once = plainText(text, 10)
      expect(plainText(once, 10)).toBe(once)
    }
  })
})
