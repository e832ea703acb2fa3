import { describe, expect, it } from 'vitest'
import type { BrandAsset } from '../../../shared/brand.ts'
import {
  MOST_SUGGESTIONS,
  MOST_TEXT,
  suggestable,
  suggestionOf,
  type Suggestable,
} from '../../../ui/brand/suggestions.ts'
import { assetKey } from '../../../ui/brand/asset-key.ts'
import { openIcons } from '../../../ui/brand/icons.ts'
import { brandAsset } from '../placement/brand-asset.ts'

function from(assets: readonly BrandAsset[], given: Partial<Suggestable> = {}): Suggestable {
  return {
    assets,
    placedAt: new Map(),
    kitNames: new Map([['kit', 'Aurora']]),
    icons: openIcons({
      saved: [],
      domains: ['https://cdn.thecliquify.co'],
      onDrawn: () => undefined,
    }),
    ...given,
  }
}

describe('what quick insert can suggest', () => {
  it('is told by name, tags, kit and picture', () => {
    const thumbnailUrl = 'https://cdn.thecliquify.co/1.png'
    const logo = brandAsset({ name: 'Mark', kitId: 'kit', thumbnailUrl, tags: ['dark'] })
    expect(suggestionOf(logo, from([logo]))).toEqual({
      key: assetKey(logo),
      kind: 'logo',
      name: 'Mark',
      tags: ['dark'],
      kitName: 'Aurora',
      iconUrl: thumbnailUrl,
      icon: null,
      usedAt: null,
    })
  })

  it('is nothing that cannot be placed, and has no picture that Figma may not load', () => {
    const elsewhere = 'https://elsewhere.example/1.png'
    const foreign = brandAsset({ thumbnailUrl: elsewhere, url: elsewhere })
    const given = from([brandAsset({ id: '2', format: 'pdf' }), foreign])
    expect(suggestable(given)).toEqual([foreign])
    expect(suggestionOf(foreign, given).iconUrl).toBeNull()
  })

  it('stays within its bounds: what was told last stays, and what was placed', () => {
    const assets = Array.from({ length: MOST_SUGGESTIONS + 200 }, (_, id) =>
      brandAsset({ kind: 'asset', kitId: null, id: `${id}`, name: 'x'.repeat(id % 400) }),
    )
    const last = assets.at(-1)
    if (last === undefined) throw new Error('no assets')
    const kept = suggestable(from(assets, { placedAt: new Map([[assetKey(last), 5]]) }))
    expect(kept.length).toBeLessThanOrEqual(MOST_SUGGESTIONS)
    expect(JSON.stringify(kept).length).toBeLessThanOrEqual(MOST_TEXT + kept.length + 2)
    expect(kept.slice(0, 2)).toEqual([last, assets[0]])
  })
})
