import { describe, expect, it } from 'vitest'
import { channelNamed, channelsIn } from '../../../ui/review/channels.ts'
import { linkTo } from '../../../ui/review/link.ts'

const BRAND = { uniqueName: 'brand', name: 'Brand' }
const SHOP = { uniqueName: 'webshop', name: 'Wébshop' }

describe('a channel', () => {
  it.each(['#Brand', 'Brand', ' brand ', '#BRAND'])('is found by “%s”', (typed) => {
    expect(channelNamed(typed, [SHOP, BRAND])).toBe(BRAND)
  })

  it('is found without accents, and not by a part of its name', () => {
    expect(channelNamed('webshop', [BRAND, SHOP])).toBe(SHOP)
    expect(channelNamed('web', [BRAND, SHOP])).toBeNull()
    expect(channelNamed('', [BRAND, SHOP])).toBeNull()
  })

  it('is left out where the reply has it in another form', () => {
    expect(channelsIn({ channels: [BRAND, 5, { name: 'X' }] })).toEqual([BRAND])
    expect(channelsIn({})).toEqual([])
  })
})

describe('the link to a design', () => {
  it.each([
    ['https://www.figma.com/design/abc/X', 'https://www.figma.com/design/abc/X?node-id=1-2'],
    [
      ' https://figma.com/board/abc/X?node-id=9-9&t=z ',
      'https://figma.com/board/abc/X?node-id=1-2&t=z',
    ],
    ['www.figma.com/design/abc/X', 'https://www.figma.com/design/abc/X?node-id=1-2'],
    ['', ''],
    ['https://www.figma.com/', null],
    ['http://www.figma.com/design/abc', null],
    ['https://figma.com.example.org/design/abc', null],
    ['https://a:b@www.figma.com/design/abc', null],
    ['figma', null],
  ])('of %j is %j', (typed, link) => {
    expect(linkTo(typed, '1:2')).toBe(link)
  })
})
