import { describe, expect, it } from 'vitest'
import { labelItems } from '../../../plugin/quick-insert/labels.ts'
import { rankItems, readItems } from '../../../plugin/quick-insert/rank.ts'
import { quickItem } from './quick-item.ts'

const names = (query: string, ...given: readonly string[]): readonly string[] =>
  rankItems(readItems(given.map((name) => quickItem({ name }))), query).map(({ name }) => name)

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
      quickItem({ name: 'Bokeh', tags: ['Background', 'Warm light'] }),
      quickItem({ name: 'Symbol', kitName: 'Aurora Coffee' }),
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
      quickItem({ name: 'A' }),
      quickItem({ name: 'B', usedAt: 1 }),
      quickItem({ name: 'C', usedAt: 2 }),
    ]
    expect(rankItems(readItems(items), ' ').map(({ name }) => name)).toEqual(['C', 'B', 'A'])
  })
})

describe('the names in the list', () => {
  it('are those of the assets, with no more than tells namesakes apart', () => {
    const items = [
      quickItem({ name: 'Symbol', kitName: 'Aurora' }),
      quickItem({ name: 'Symbol', kitName: 'Northwind' }),
      quickItem({ name: 'Cup' }),
      quickItem({ name: 'Cup', kind: 'asset' }),
      quickItem({ name: 'Leaf', kind: 'asset' }),
      quickItem({ name: 'Leaf', kind: 'asset' }),
      quickItem({ name: 'Sail' }),
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
})
