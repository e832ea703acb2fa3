import type { BrandAsset } from '../../shared/brand.ts'
import type { Content, Size } from '../../shared/protocol.ts'
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

/**
 * The thumbnail, without a download where it is on screen already; null where the asset has no other
 * picture than itself, or that cannot be had.
 */
export async function bringPlaceholder(
  files: Files,
  asset: BrandAsset,
  signal: AbortSignal,
): Promise<Placeholder | null> {
  const { thumbnailUrl, dimensions } = asset
  if (thumbnailUrl === null || thumbnailUrl === sourceOf(asset)) return null
  try {
    const { content } = await prepare(await bringThumbnail(files, thumbnailUrl, signal), asset.name)
    const picture = content.type === 'vector' ? await rasterise(content.svg) : content
    if (picture.type !== 'image') return null
    const isSized = dimensions !== null && dimensions.width > 0 && dimensions.height > 0
    return { content: picture, size: isSized ? fitted(dimensions) : null }
  } catch {
    return null
  }
}

/** The file of a thumbnail: the one that is on screen, or else downloaded. */
export async function bringThumbnail(
  files: Files,
  url: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  return (await thumbnailMemory.bytes(url)) ?? files.media(url, signal)
}
