import type { BrandAsset } from '../../../shared/brand.ts'
import type { PlacedAsset } from '../../../shared/update.ts'
import { provenanceOf } from '../../../ui/placement/provenance.ts'

/** A logo with everything that matters to the test, and plain values for the rest. */
export function brandAsset(given: Partial<BrandAsset> = {}): BrandAsset {
  return {
    kind: 'logo',
    id: '1',
    name: 'Logo',
    url: 'https://cdn.thecliquify.co/logo.png',
    thumbnailUrl: null,
    format: 'png',
    createdAt: null,
    updatedAt: '2026-03-03T10:00:00.000Z',
    dimensions: null,
    duration: null,
    fileSize: null,
    link: null,
    tags: [],
    folderIds: [],
    kitId: 'kit',
    ...given,
  }
}

/** A layer that was placed from this asset. */
export function placedFrom(asset: BrandAsset, nodeId = '1:1'): PlacedAsset {
  return {
    nodeId,
    nodeName: asset.name,
    pageName: 'Page 1',
    locked: false,
    size: { width: 40, height: 20 },
    provenance: provenanceOf(asset),
  }
}
