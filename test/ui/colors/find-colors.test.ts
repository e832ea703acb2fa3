import { describe, expect, it } from 'vitest'
import { decodeColors } from '../../../ui/cliquify/decode/colors.ts'
import { createFindColors } from '../../../ui/colors/find-colors.ts'

const find = createFindColors(
  decodeColors({
    palettes: [
      {
        name: 'Primary',
        colors: [
          { name: 'Night Sky', hex: '#0A84FF' },
          { name: 'Snow', hex: '#FFF' },
        ],
      },
      { name: 'Café', colors: [{ name: 'Crème', value: 'rgb(250, 240, 230)' }] },
    ],
  }).items,
)
const names = (query: string): readonly string[] => find(query).map(({ name }) => name)

describe('a search among colors', () => {
  it.each([
    ['night', ['Night Sky']],
    ['sky night', ['Night Sky']],
    ['snwo', ['Snow']],
    ['#0a84', ['Night Sky']],
    ['0A84FF', ['Night Sky']],
    ['faf0e6', ['Crème']],
    ['250 240', ['Crème']],
    ['primary', ['Night Sky', 'Snow']],
    ['cafe creme', ['Crème']],
    ['', ['Night Sky', 'Snow', 'Crème']],
    ['plum', []],
  ])('for “%s” finds %j', (query, expected) => {
    expect(names(query)).toEqual(expected)
  })
})
