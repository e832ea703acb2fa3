import type { VNode } from 'preact'
import type { BrandAsset } from '../../../shared/brand.ts'
import { dayText, dimensionsText, durationText, fileSizeText, kindText } from '../asset-texts.ts'

export interface PreviewFactsProps {
  readonly asset: BrandAsset
  /** As the list tells them, or else as the picture does. */
  readonly dimensions: BrandAsset['dimensions']
  readonly folder: string
}

/** What is known of an asset; what is not known is left out. */
export function PreviewFacts({ asset, dimensions, folder }: PreviewFactsProps): VNode {
  const facts = [
    ['Kind', kindText(asset)],
    ['Dimensions', dimensionsText(dimensions)],
    ['Length', durationText(asset.duration)],
    ['Size', fileSizeText(asset.fileSize)],
    ['Folder', folder],
    ['Created', dayText(asset.createdAt)],
    ['Updated', dayText(asset.updatedAt)],
  ] as const
  return (
    <dl class="preview-facts">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
      {asset.tags.length > 0 && (
        <div>
          <dt>Tags</dt>
          <dd class="preview-tags">
            {asset.tags.map((tag) => (
              <span key={tag} class="cut" dir="auto" title={tag}>
                {tag}
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}
