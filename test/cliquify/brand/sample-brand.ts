import type { SampleBrand } from './brand.ts'
import { AURORA_COFFEE, NORTHWIND_STUDIO } from './kits.ts'
import { ASSET_TAGS, assets, FOLDERS } from './library.ts'
import { TEMPLATE_TAGS, TEMPLATES } from './templates.ts'

/** The brand as it is before anybody edits it; any number of assets can be had. */
export function sampleBrand(assetCount: number): SampleBrand {
  return {
    kits: [AURORA_COFFEE, NORTHWIND_STUDIO],
    folders: FOLDERS,
    assetTags: ASSET_TAGS,
    assets: assets(assetCount),
    templateTags: TEMPLATE_TAGS,
    templates: TEMPLATES,
  }
}
