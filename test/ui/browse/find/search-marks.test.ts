import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { marksIn } from '../../../../ui/browse/find/search-marks.ts'

const marked = (name: string, query: string) =>
  marksIn(name, query).map(([from, to]) => name.slice(from, to))

describe('the hit in a name', () => {
  it.each([
    ['Logo dark', 'dark', ['dark']],
    ['Logo dark', 'da lo', ['Lo', 'da']],
    ['Redwood red', 'red', ['Red', 'red']],
    ['Wordmark', 'mark', ['mark']],
    ['Horizontal', 'horizotal', ['Horizontal']],
    ['Café façade', 'cafe', ['Café']],
    ['Cafe\u0301 bar', 'cafe', ['Cafe\u0301']],
    ['Straße', 'strass', ['Straß']],
    ['ﬁlm', 'fi', ['ﬁ']],
    ['ﬁlm', 'f', ['ﬁ']],
    ['🎉 party', 'party', ['party']],
    ['Salt & Pepper', '&', ['&']],
    ['Logo', 'winter', []],
    ['Logo', ' ', []],
  ])('of “%s” for “%s” is %j', (name, query, parts) => {
    expect(marked(name, query)).toEqual(parts)
  })

  it('covers what two words have in common once', () => {
    expect(marksIn('Aurora', 'auro aurora')).toEqual([[0, 6]])
  })

  it('lies within the name, from the left, without overlap', () => {
    const anything = fc.string({ unit: 'grapheme' })
    // So that words are found, and lie over each other.
    const alike = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ﬁ', ' '), maxLength: 20 })
    const ownWords = alike.map((name) => [name, name.split(' ').reverse().join(' ')] as const)
    const searches = fc.oneof(ownWords, fc.tuple(alike, alike), fc.tuple(anything, anything))
    let marks = 0
    fc.assert(
      fc.property(searches, ([name, query]) => {
        let last = 0
        for (const [from, to] of marksIn(name, query)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(name.length)
          last = to
          marks++
        }
      }),
    )
    expect(marks).toBeGreaterThan(0)
  })
})
