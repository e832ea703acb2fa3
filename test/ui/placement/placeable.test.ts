import { describe, expect, it } from 'vitest'
import { whyNotPlaceable } from '../../../ui/placement/placeable.ts'
import { brandAsset } from './brand-asset.ts'

describe('whyNotPlaceable', () => {
  it('lets pictures, videos and files of unknown format through', () => {
    for (const format of [
      'svg',
      'png',
      'jpeg',
      'gif',
      'webp',
      'avif',
      'bmp',
      'ico',
      'video',
      null,
    ] as const) {
      expect(whyNotPlaceable(brandAsset({ format }))).toBeNull()
    }
  })

  it('names the asset and the reason for the rest', () => {
    for (const format of ['pdf', 'other'] as const) {
      expect(whyNotPlaceable(brandAsset({ name: 'Film', format }))).toContain('“Film”')
    }
    expect(whyNotPlaceable(brandAsset({ url: null }))).toContain('no file')
  })

  it('makes do with the thumbnail of a template that has no file', () => {
    const thumbnailUrl = 'https://cdn.thecliquify.co/t.png'
    expect(whyNotPlaceable(brandAsset({ url: null, thumbnailUrl }))).toBeNull()
  })
})
