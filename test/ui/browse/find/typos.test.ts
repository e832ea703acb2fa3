import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typosIn } from '../../../../ui/browse/find/typos.ts'

describe('typosIn', () => {
  it.each([
    ['logo', 'logo', 0],
    ['lgoo', 'logo', 1],
    ['wordmrak', 'wordmark', 1],
    ['wodmrak', 'wordmark', null],
    ['horizntla', 'horizontal', 2],
    ['auorr', 'aurora', 1],
    ['ab', 'ac', null],
    ['sea', 'tea', null],
  ])('of “%s” for “%s” is %j', (typed, word, typos) => {
    expect(typosIn(typed, word)).toBe(typos)
  })

  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    minLength: 4,
    maxLength: 14,
  })

  it('forgives one letter left out, added, wrong or changed round behind the first', () => {
    fc.assert(
      fc.property(
        letters,
        fc.nat(),
        fc.constantFrom('out', 'added', 'wrong', 'round'),
        (word, n, how) => {
          const at = 1 + (n % (word.length - 2))
          const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
          const typed = {
            out: before + after,
            added: `${before}x${letter}${after}`,
            wrong: `${before}x${after}`,
            round: before + after.charAt(0) + letter + after.slice(1),
          }[how]
          const typos = typosIn(typed, word)
          expect(typos).not.toBeNull()
          expect(typos).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it('never forgives more than two', () => {
    fc.assert(
      fc.property(letters, letters, (typed, word) => {
        expect([null, 0, 1, ...(typed.length < 8 ? [] : [2])]).toContain(typosIn(typed, word))
      }),
    )
  })
})
