import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cssVariable } from '../../shared/css-variable.ts'

describe('a CSS variable', () => {
  it.each([
    ['Acme/Primary/Blue 500', 'var(--acme-primary-blue-500)'],
    ['Acme∕West/Night  Sky!', 'var(--acme-west-night-sky)'],
    ['C++', 'var(--c-plus-plus)'],
    ['C#', 'var(--c-sharp)'],
    ['Cafe\u0301', 'var(--café)'],
    ['काला', 'var(--काला)'],
    ['💙/🔵', 'var(--💙-🔵)'],
    ['👩‍🚀 suit', 'var(--👩‍🚀-suit)'],
    ['→', 'var(--u2192)'],
    ['Wow‼/Red⁉', 'var(--wow-red)'],
    ['100', 'var(--100)'],
    ['snake_case', 'var(--snake_case)'],
    ['---', 'var(--color)'],
    ['', 'var(--color)'],
  ])('of “%s” is %s', (name, expected) => {
    expect(cssVariable(name)).toBe(expected)
  })

  it.each([
    ['C', 'C++'],
    ['C', 'C#'],
    ['काला', 'केला'],
    ['💙', '💚'],
    ['Warm & cold', 'Warm cold'],
    ['1 %', '1'],
  ])('tells “%s” and “%s” apart', (one, other) => {
    expect(cssVariable(one)).not.toBe(cssVariable(other))
  })

  it('has a name that CSS takes, whatever the color is called', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (name) => {
        // ASCII letters, digits, - and _, and what lies above ASCII, without space and punctuation.
        expect(cssVariable(name)).toMatch(/^var\(--(?:[\w-]|[^\p{ASCII}\p{Z}\p{P}\p{Cc}])+\)$/u)
        expect(cssVariable(name)).toBe(cssVariable(name.normalize('NFD')))
      }),
    )
  })
})
