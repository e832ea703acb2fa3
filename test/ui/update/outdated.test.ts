import { describe, expect, it } from 'vitest'
import { comparePlaced, isOutdated } from '../../../ui/update/outdated.ts'
import { provenanceOf } from '../../../ui/placement/provenance.ts'
import { brandAsset, placedFrom } from '../placement/brand-asset.ts'

const NOTHING = { logo: [], asset: [], template: [] }
const NONE = { outdated: [], current: [], locked: [], unplaceable: [], gone: [], unknown: [] }

describe('isOutdated', () => {
  const asset = brandAsset()

  it('says no while date and file are the same', () => {
    expect(isOutdated(provenanceOf(asset), asset)).toBe(false)
  })

  it('goes by the date, however it is written', () => {
    const placed = provenanceOf(asset)
    expect(isOutdated(placed, { ...asset, updatedAt: '2026-03-03T10:00:00Z' })).toBe(false)
    expect(isOutdated(placed, { ...asset, updatedAt: '2026-03-03T10:00:01Z' })).toBe(true)
  })

  it('ignores a moved file whose date is the same', () => {
    const moved = { ...asset, url: 'https://cdn.thecliquify.co/moved.png' }
    expect(isOutdated(provenanceOf(asset), moved)).toBe(false)
  })

  it('says yes where the file never arrived', () => {
    expect(isOutdated({ ...provenanceOf(asset), incomplete: true }, asset)).toBe(true)
  })

  it('goes by the URL where either side has no date', () => {
    const undated = { ...asset, updatedAt: null }
    const other = { ...undated, url: 'https://cdn.thecliquify.co/logo-2.png' }
    expect(isOutdated(provenanceOf(undated), asset)).toBe(false)
    expect(isOutdated(provenanceOf(undated), other)).toBe(true)
    expect(isOutdated(provenanceOf(asset), other)).toBe(true)
  })

  it('does not take a renewed signature for a new version', () => {
    const signed = (signature: string) =>
      brandAsset({ updatedAt: null, url: `https://cdn.thecliquify.co/a.png?v=1&sig=${signature}` })
    expect(isOutdated(provenanceOf(signed('one')), signed('two'))).toBe(false)
  })
})

describe('comparePlaced', () => {
  it('gives each outdated layer the asset as it is now', () => {
    const old = brandAsset({ updatedAt: '2026-01-01T00:00:00Z' })
    const layers = [placedFrom(old, '1:1'), placedFrom(old, '1:2')]
    const now = brandAsset()
    const { outdated, current } = comparePlaced(layers, { ...NOTHING, logo: [now] })
    expect(outdated).toEqual(layers.map((layer) => ({ layer, asset: now })))
    expect(current).toEqual([])
  })

  it('tells current layers from those gone from Cliquify', () => {
    const kept = placedFrom(brandAsset())
    const gone = placedFrom(brandAsset({ id: '2' }))
    const result = comparePlaced([kept, gone], { ...NOTHING, logo: [brandAsset()] })
    expect(result).toEqual({
      ...NONE,
      current: [{ layer: kept, asset: brandAsset() }],
      gone: [gone],
    })
  })

  it('sets apart what is locked, and what Figma cannot place any more', () => {
    const old = brandAsset({ updatedAt: '2026-01-01T00:00:00Z' })
    const locked = { ...placedFrom(old), locked: true }
    const other = placedFrom(brandAsset({ id: '2', updatedAt: '2026-01-01T00:00:00Z' }))
    const logo = [brandAsset(), brandAsset({ id: '2', format: 'pdf' })]
    const result = comparePlaced([locked, other], { ...NOTHING, logo })
    expect(result).toEqual({ ...NONE, locked: [locked], unplaceable: [other] })
  })

  it('does not mix up the same id in another list or another kit', () => {
    const logo = brandAsset({ updatedAt: '2026-01-01T00:00:00Z' })
    const lists = {
      logo: [brandAsset({ kitId: 'other kit' })],
      asset: [brandAsset({ kind: 'asset' })],
      template: [],
    }
    expect(comparePlaced([placedFrom(logo)], lists).gone).toHaveLength(1)
  })

  it('finds a logo whose kit only one side knows', () => {
    const placed = placedFrom(brandAsset({ kitId: null }))
    expect(comparePlaced([placed], { ...NOTHING, logo: [brandAsset()] }).current).toMatchObject([
      { layer: placed },
    ])
  })

  it('claims nothing about layers whose list is not offered', () => {
    const placed = placedFrom(brandAsset({ kind: 'template' }))
    const result = comparePlaced([placed], { ...NOTHING, template: null })
    expect(result).toEqual({ ...NONE, unknown: [placed] })
  })
})
