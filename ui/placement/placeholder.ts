import type { BrandAsset } from '../../shared/brand.ts'
import type { Content, Size } from '../../shared/placement.ts'
import type { Files } from '../brand/brand.ts'
import { prepare } from '../media/convert.ts'
import { rasterise } from '../media/rasterise.ts'
import { fitted } from '../media/size.ts'
import { thumbnailMemory } from '../media/thumbnail-memory.ts'
import { sourceOf } from './placeable.ts'

/** A small picture that is placed first, until the file of the asset has arrived. */
export interface Placeholder {
  readonly content: Content
  /** Of the whole picture, where the list tells it; else null. */
  readonly size: Size | null
}

/** The thumbnail; null where the asset has no other picture than itself, or that cannot be had. */
export async function bringPlaceholder(
  files: Files,
  asset: BrandAsset,
  signal: AbortSignal,
): Promise<Placeholder | null> {
  if (asset.thumbnailUrl === sourceOf(asset)) return null
  const content = await bringThumbnail(files, asset, signal)
  return content && { content, size: asset.dimensions && fitted(asset.dimensions) }
}

/**
 * The picture that Cliquify has of an asset, without a download where it is on screen already; null
 * where there is none, or it cannot be had.
 */
export async function bringThumbnail(
  files: Files,
  { thumbnailUrl, name }: BrandAsset,
  signal: AbortSignal,
): Promise<ImageContent | null> {
  if (thumbnailUrl === null) return null
  try {
    const bytes = thumbnailMemory.bytes(thumbnailUrl) ?? files.media(thumbnailUrl, signal)
    const { content } = await prepare(await bytes, name)
    const picture = content.type === 'vector' ? await rasterise(content.svg) : content
    return picture.type === 'image' ? picture : null
  } catch {
    return null
  }
}

type ImageContent = Extract<Content, { readonly type: 'image' }>
