import { describe, expect, it } from 'vitest'
import { labelItems } from '../../../plugin/quick-insert/labels.ts'
import { rankItems, readItems } from '../../../plugin/quick-insert/rank.ts'
import { suggested } from './quick-item.ts'

const names = (query: string, ...given: readonly string[]): readonly string[] =>
  rankItems(readItems(given.map((name) => suggested({ name }))), query).map(({ name }) => name)

describe('what a query finds', () => {
  it('is ranked: whole name, its beginning, a word, any part', () => {
    expect(names('sun', 'Midsunday', 'The sun', 'Sunset', 'Sun', 'Moon')).toEqual([
      'Sun',
      'Sunset',
      'The sun',
      'Midsunday',
    ])
  })

  it('is found without case, accents and punctuation', () => {
    expect(names('cafe creme', 'Café-Crème', 'Cafeteria')).toEqual(['Café-Crème'])
  })

  it('is found as in the library: ligatures apart, and signs where there is nothing else', () => {
    expect(names('strasse', 'Straße', 'Strauss')).toEqual(['Straße'])
    expect(names('&', '&', 'A')).toEqual(['&'])
  })

  it('is found by tags and kit, and by words in any order', () => {
    const items = [
      suggested({ name: 'Bokeh', tags: ['Background', 'Warm light'] }),
      suggested({ name: 'Symbol', kitName: 'Aurora Coffee' }),
    ]
    const found = (query: string) => rankItems(readItems(items), query).map(({ name }) => name)
    expect(found('warm light')).toEqual(['Bokeh'])
    expect(found('light warm')).toEqual(['Bokeh'])
    expect(found('coffee sym')).toEqual(['Symbol'])
    expect(found('logo')).toEqual(['Bokeh', 'Symbol'])
    expect(found('tea')).toEqual([])
  })

  it('begins with what was placed last, where nothing tells more', () => {
    const items = [
      suggested({ name: 'A' }),
      suggested({ name: 'B', usedAt: 1 }),
      suggested({ name: 'C', usedAt: 2 }),
    ]
    expect(rankItems(readItems(items), ' ').map(({ name }) => name)).toEqual(['C', 'B', 'A'])
  })

  it('of another kit than the chosen one comes after equals, however lately it was placed', () => {
    const items = [
      suggested({ name: 'Symbol, light', key: 'other', down: 0.5, usedAt: 9 }),
      suggested({ name: 'Symbol, light', key: 'own' }),
      suggested({ name: 'The symbol, light', key: 'own, not so good' }),
    ]
    const found = rankItems(readItems(items), 'symbol li').map(({ key }) => key)
    expect(found).toEqual(['own', 'other', 'own, not so good'])
  })
})

describe('the names in the list', () => {
  it('are those of the assets, with no more than tells namesakes apart', () => {
    const items = [
      suggested({ name: 'Symbol', kitName: 'Aurora' }),
      suggested({ name: 'Symbol', kitName: 'Northwind' }),
      suggested({ name: 'Cup' }),
      suggested({ name: 'Cup', kind: 'asset' }),
      suggested({ name: 'Leaf', kind: 'asset' }),
      suggested({ name: 'Leaf', kind: 'asset' }),
      suggested({ name: 'Sail' }),
    ]
    expect(labelItems(items)).toEqual([
      'Symbol · Logo · Aurora',
      'Symbol · Logo · Northwind',
      'Cup · Logo',
      'Cup · Asset',
      'Leaf · Asset',
      'Leaf · Asset (2)',
      'Sail',
    ])
  })

  it('tell the kit where it is not the chosen one', () => {
    const items = [
      suggested({ name: 'Symbol', kitName: 'Aurora' }),
      suggested({ name: 'Compass', kitName: 'Northwind', down: 0.5 }),
    ]
    expect(labelItems(items)).toEqual(['Symbol', 'Compass · Logo · Northwind'])
  })
})
