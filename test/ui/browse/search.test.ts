import { describe, expect, it } from 'vitest'
import { searchAssets } from '../../../ui/browse/search.ts'
import { brandAsset } from '../placement/brand-asset.ts'

const assets = [
  brandAsset({ id: '1', name: 'Café façade', tags: ['Summer 2026'] }),
  brandAsset({ id: '2', name: 'Logo dark', tags: ['mark'] }),
  brandAsset({ id: '3', name: 'Logo light', tags: [] }),
]
const found = (query: string) => searchAssets(assets, query).map(({ id }) => id)

describe('searchAssets', () => {
  it('finds everything for an empty query', () => {
    expect(found('  ')).toEqual(['1', '2', '3'])
  })

  it('finds by name and by tag', () => {
    expect(found('logo')).toEqual(['2', '3'])
    expect(found('summer')).toEqual(['1'])
  })

  it('wants every word, in any order and place', () => {
    expect(found('dark log')).toEqual(['2'])
    expect(found('mark dark')).toEqual(['2'])
    expect(found('dark light')).toEqual([])
  })

  it('takes no notice of case and accents', () => {
    expect(found('CAFE facade')).toEqual(['1'])
  })

  it('does not find a word that only name and tag together make', () => {
    expect(found('darkmark')).toEqual([])
  })
})
