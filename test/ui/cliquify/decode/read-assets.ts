import type { BrandAsset } from '../../../../shared/brand.ts'
import { decodeAssets } from '../../../../ui/cliquify/decode/assets.ts'

const ORIGIN = 'https://oauth.cliquify.me'

export function readAssets(
  content: unknown,
  kind: BrandAsset['kind'] = 'asset',
): readonly BrandAsset[] {
  return decodeAssets(content, { kind, kitId: null, origin: ORIGIN }).items
}

export function readAsset(item: unknown, kind: BrandAsset['kind'] = 'asset'): BrandAsset {
  const [asset] = readAssets([item], kind)
  if (asset === undefined) throw new Error('skipped')
  return asset
}
