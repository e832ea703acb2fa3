import { expect, it } from 'vitest'
import { elsewhereText } from '../../../ui/placement/placement-texts.ts'

it.each([
  ['instance', '“Badge” is an instance, so it was placed in “Card” instead.'],
  ['locked', '“Badge” is locked, so it was placed in “Card” instead.'],
  ['hidden', '“Badge” is hidden, so it was placed in “Card” instead.'],
  ['variants', '“Badge” holds only variants, so it was placed in “Card” instead.'],
] as const)('what lay closer is named with what keeps layers out of it: %s', (why, text) => {
  expect(elsewhereText({ name: 'Badge', why }, 'Card', 1)).toBe(text)
})
