import type { SampleBrand } from './brand.ts'
import { AURORA_COFFEE, NORTHWIND_STUDIO } from './kits.ts'

/** The brand as it is before anybody edits it. */
export function sampleBrand(_assetCount: number): SampleBrand {
  return {
    kits: [AURORA_COFFEE, NORTHWIND_STUDIO],
    folders: [],
    assetTags: [],
    assets: [],
    templateTags: [],
    templates: [],
  }
}
