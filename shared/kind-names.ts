import type { BrandAsset } from './brand.ts'

/** What each kind of asset is called where no more than a word is shown. */
export const KIND_NAMES: Readonly<Record<BrandAsset['kind'], string>> = {
  logo: 'Logo',
  asset: 'Asset',
  template: 'Template',
}
