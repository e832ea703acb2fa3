import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOf } from '../../../../ui/browse/find/name-end.ts'

/** A name as what may be cut of it and what is kept, with room for so many letters. */
function cut(name: string, room: number): readonly [string, string] {
  const end = endOf(name, room, ({ length }) => length)
  return [name.slice(0, end), name.slice(end)]
}

describe('the end that is kept of a name', () => {
  it.each([
    ['is all of it where that has room', 'Wordmark, dark', ['', 'Wordmark, dark']],
    [
      'is as many words as have room, so that two lines hold what they can',
      'Acme Logo Horizontal Black',
      ['Acme Logo ', 'Horizontal Black'],
    ],
    [
      'leaves to the first line what that holds',
      'Rolling hills, polar night',
      ['Rolling hills, ', 'polar night'],
    ],
    ['begins behind any break', 'acme_horizontal-logo-white', ['acme_horizontal-', 'logo-white']],
    [
      'begins with a word',
      'Rolling hills  /  late at night',
      ['Rolling hills  /  ', 'late at night'],
    ],
    ['is the latter half of one piece', 'Donaudampfschifffahrten', ['Donaudampfsc', 'hifffahrten']],
    [
      'is what has room of one long piece',
      'Donaudampfschifffahrtsgesellschaften',
      ['Donaudampfschifffahr', 'tsgesellschaften'],
    ],
  ] as const)('%s', (_what, name, expected) => {
    expect(cut(name, 16)).toEqual(expected)
  })

  it('has room, and never begins within a letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-composite' }),
        fc.integer({ min: 8, max: 40 }),
        (name, room) => {
          const [start, end] = cut(name, room)
          expect(start + end).toBe(name)
          if (start !== '') expect(end.length).toBeLessThanOrEqual(room)
          expect(end).not.toMatch(/^\p{M}|^[\uDC00-\uDFFF]/u)
        },
      ),
    )
  })
})
