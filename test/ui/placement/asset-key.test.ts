import { describe, expect, it } from 'vitest'
import { assetKey, distinctAssets } from '../../../ui/placement/asset-key.ts'
import { brandAsset } from './brand-asset.ts'

describe('assetKey', () => {
  it('differs between kinds and kits that share an id', () => {
    const keys = [
      brandAsset(),
      brandAsset({ kind: 'asset' }),
      brandAsset({ kitId: 'other' }),
      brandAsset({ kitId: null }),
      brandAsset({ kitId: 'kit,1', id: '' }),
    ].map(assetKey)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('distinctAssets', () => {
  it('keeps the first of each, in order', () => {
    const [one, again, two] = [brandAsset(), brandAsset({ name: 'Again' }), brandAsset({ id: '2' })]
    expect(distinctAssets([one, two, again])).toEqual([one, two])
  })
})
