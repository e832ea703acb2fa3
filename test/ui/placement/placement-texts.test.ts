import { expect, it } from 'vitest'
import { elsewhereText } from '../../../ui/placement/placement-texts.ts'

it.each([
  ['instance', '“Badge” is an instance: placed in “Card” instead.'],
  ['locked', '“Badge” is locked: placed in “Card” instead.'],
  ['hidden', '“Badge” is hidden: placed in “Card” instead.'],
  ['variants', '“Badge” holds only variants: placed in “Card” instead.'],
] as const)('what lay closer is named with what keeps layers out of it: %s', (why, text) => {
  expect(elsewhereText({ name: 'Badge', why }, 'Card')).toBe(text)
})
