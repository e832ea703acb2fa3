import { describe, expect, it } from 'vitest'
import type { BrandAsset } from '../../../../shared/brand.ts'
import { meets, NO_FILTERS, tagCounts, type Filters } from '../../../../ui/browse/find/filters.ts'
import { vanishedFrom } from '../../../../ui/browse/find/use-vanished-filters.ts'
import { brandAsset } from '../../placement/brand-asset.ts'

const asset = (given: Partial<BrandAsset>): BrandAsset => brandAsset({ kind: 'asset', ...given })
const filters = (given: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...given })
const inside = new Set(['1', '2'])

describe('an asset meets filters', () => {
  it('when none is set', () => {
    expect(meets(asset({}), NO_FILTERS, new Set())).toBe(true)
  })

  it('when it lies in the folder or in one inside it', () => {
    const wanted = filters({ folderId: '1' })
    expect(meets(asset({ folderIds: ['2'] }), wanted, inside)).toBe(true)
    expect(meets(asset({ folderIds: ['3'] }), wanted, inside)).toBe(false)
    expect(meets(asset({ folderIds: ['3', '2'] }), wanted, inside)).toBe(true)
    expect(meets(asset({ folderIds: [] }), wanted, inside)).toBe(false)
  })

  it('when it has all of the tags', () => {
    const wanted = filters({ tags: ['winter', 'hero'] })
    expect(meets(asset({ tags: ['hero', 'red', 'winter'] }), wanted, inside)).toBe(true)
    expect(meets(asset({ tags: ['winter'] }), wanted, inside)).toBe(false)
  })

  it('when it is of the kind, a format that is not told being a picture', () => {
    expect(meets(asset({ format: 'svg' }), filters({ kind: 'vector' }), inside)).toBe(true)
    expect(meets(asset({ format: 'svg' }), filters({ kind: 'image' }), inside)).toBe(false)
    expect(meets(asset({ format: null }), filters({ kind: 'image' }), inside)).toBe(true)
  })

  it('when it is a variant of the logo', () => {
    const wanted = filters({ family: 'acme' })
    expect(meets(asset({ name: 'Acme – dark' }), wanted, inside)).toBe(true)
    expect(meets(asset({ name: 'Globe – dark' }), wanted, inside)).toBe(false)
  })

  it('only when it meets each of them', () => {
    const wanted = filters({ folderId: '1', tags: ['winter'], kind: 'image' })
    const meeting = asset({ folderIds: ['1'], tags: ['winter'], format: 'png' })
    expect(meets(meeting, wanted, inside)).toBe(true)
    expect(meets({ ...meeting, format: 'svg' }, wanted, inside)).toBe(false)
    expect(meets({ ...meeting, tags: [] }, wanted, inside)).toBe(false)
    expect(meets({ ...meeting, folderIds: ['9'] }, wanted, inside)).toBe(false)
  })
})

describe('a filter from an earlier window', () => {
  const restored = filters({ folderId: '7', tags: ['old', 'winter'], family: 'acme' })

  it('goes with its folder, its tag or its logo', () => {
    const there = { folders: [], tags: ['winter'], families: [] }
    expect(vanishedFrom(restored, restored, there)).toEqual({
      folderId: null,
      tags: ['winter'],
      family: null,
    })
  })

  it('stays while it is not known what there is', () => {
    expect(vanishedFrom(restored, restored, {})).toBeNull()
  })

  it('stays where all is there', () => {
    const folders = [{ id: '7', name: 'Seven', parentId: null }]
    const there = { folders, tags: ['old', 'winter'], families: ['acme'] }
    expect(vanishedFrom(restored, restored, there)).toBeNull()
  })

  it('is told from one that is set now, which stays though nothing is tagged so', () => {
    const now = filters({ tags: ['new'] })
    expect(vanishedFrom(now, NO_FILTERS, { tags: [] })).toBeNull()
  })
})

describe('tags', () => {
  it('are counted by the assets that carry them', () => {
    const tags = [['hero', 'red'], ['hero'], []]
    expect([...tagCounts(tags.map((each) => asset({ tags: each })))]).toEqual([
      ['hero', 2],
      ['red', 1],
    ])
  })
})
