import type { BrandAsset } from '../../shared/brand.ts'

/** The assets in whose name or tags every word of the query occurs; accents and case do not count. */
export function searchAssets(assets: readonly BrandAsset[], query: string): readonly BrandAsset[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return assets
  return assets.filter((asset) => {
    const text = fold([asset.name, ...asset.tags].join('\n'))
    return words.every((word) => text.includes(word))
  })
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
