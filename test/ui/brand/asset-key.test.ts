import { describe, expect, it } from 'vitest'
import { assetKey } from '../../../ui/brand/asset-key.ts'
import { brandAsset } from '../placement/brand-asset.ts'

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
