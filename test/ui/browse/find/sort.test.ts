import { describe, expect, it } from 'vitest'
import { sortAssets, type Sort } from '../../../../ui/browse/find/sort.ts'
import { brandAsset } from '../../placement/brand-asset.ts'

const assets = [
  brandAsset({ id: '1', name: 'Icon 10', format: 'svg', updatedAt: null, createdAt: null }),
  brandAsset({ id: '2', name: 'icon 9', format: 'png', updatedAt: '2026-01-02T00:00:00.000Z' }),
  brandAsset({ id: '3', name: 'Äpfel', format: 'video', updatedAt: '2026-01-03T00:00:00.000Z' }),
  brandAsset({
    id: '4',
    name: 'Zebra',
    format: null,
    updatedAt: null,
    createdAt: '2026-01-04T00:00:00.000Z',
  }),
]
const ids = (sort: Sort) => sortAssets(assets, sort).map(({ id }) => id)

describe('sorting', () => {
  it('leaves Cliquify’s order as it is', () => {
    expect(sortAssets(assets, 'cliquify')).toBe(assets)
  })

  it('by name reads numbers as numbers, whatever the case, and letters as people do', () => {
    expect(ids('name')).toEqual(['3', '2', '1', '4'])
  })

  it('by date puts the newest first, by its last change or else its making, and none last', () => {
    expect(ids('newest')).toEqual(['4', '3', '2', '1'])
  })

  it('by kind puts those of a kind together, by name', () => {
    expect(ids('kind')).toEqual(['2', '4', '1', '3'])
  })
})
