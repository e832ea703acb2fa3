import type { BrandAsset } from '../../shared/brand.ts'
import { ChannelError, type Failure } from '../../shared/channel.ts'
import type { Content, Picture, Size } from '../../shared/protocol.ts'
import type { Client } from '../cliquify/client.ts'
import { ApiError } from '../cliquify/errors.ts'
import { prepare } from '../media/convert.ts'
import { MediaError } from '../media/media-error.ts'
import type { Prepared } from '../media/prepared.ts'
import { asFill } from './fill-content.ts'
import { freshAsset } from './fresh-asset.ts'
import { sourceOf, whyNotPlaceable } from './placeable.ts'
import { bringThumbnail } from './preview.ts'

/** The content of an asset, with the asset as its list has it now. */
export interface Brought extends Prepared {
  readonly asset: BrandAsset
}

/**
 * Downloads an asset and makes it fit for Figma. Where its address has expired, the list that it came
 * from is asked for a new one, once.
 */
export async function bringContent(
  client: Client,
  asset: BrandAsset,
  signal: AbortSignal,
): Promise<Brought> {
  const reason = whyNotPlaceable(asset)
  if (reason !== null) throw new MediaError(reason)
  try {
    return await download(client, asset, signal)
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'expired-link') throw error
    const fresh = await freshAsset(client, asset)
    if (fresh === null || sourceOf(fresh) === sourceOf(asset)) throw error
    return download(client, fresh, signal)
  }
}

async function download(client: Client, asset: BrandAsset, signal: AbortSignal): Promise<Brought> {
  const source = sourceOf(asset)
  if (source === null) throw new MediaError(`Cliquify gives no file for “${asset.name}”.`)
  const prepared = await prepare(await client.media(source, signal), asset.name)
  const { content } = prepared
  if (content.type !== 'video' || content.poster !== null) return { ...prepared, asset }
  const poster = await thumbnailOf(client, asset, signal)
  return { ...prepared, content: { ...content, poster }, asset }
}

/** The picture that Cliquify has of a video of which the browser could draw none; null without one. */
async function thumbnailOf(
  client: Client,
  asset: BrandAsset,
  signal: AbortSignal,
): Promise<Picture | null> {
  if (asset.thumbnailUrl === null) return null
  try {
    const bytes = await bringThumbnail(client, asset.thumbnailUrl, signal)
    const { content } = await prepare(bytes, asset.name)
    return content.type === 'image' ? content : null
  } catch {
    return null
  }
}

/** What was sent, with its reply. */
export interface Sent<T> extends Prepared {
  readonly reply: T
}

/**
 * Sends content for a layer to the sandbox; what Figma refuses is sent once more in another form, if
 * it has one. The layer's size is asked for only then.
 */
export async function sendContent<T>(
  content: Content,
  sizeOfLayer: () => Size | Promise<Size>,
  send: (content: Content) => Promise<T>,
): Promise<Sent<T>> {
  try {
    return { content, note: null, reply: await send(content) }
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    const other = await otherForm(content, error, sizeOfLayer)
    if (other === null) throw error
    return { ...other, reply: await send(other.content) }
  }
}

/**
 * What to send instead of content that Figma refused, crisp in a layer of that size; null where there
 * is nothing else.
 */
export async function otherForm(
  content: Content,
  { code }: Pick<Failure, 'code'>,
  sizeOfLayer: () => Size | Promise<Size>,
): Promise<Prepared | null> {
  if (code === 'svg-refused' && content.type === 'vector') {
    return {
      content: await asFill(content, await sizeOfLayer()),
      note: 'Figma could not read it as vectors, so it is a picture.',
    }
  }
  if (code === 'picture-only' && content.type === 'vector') {
    return { content: await asFill(content, await sizeOfLayer()), note: null }
  }
  if (code === 'video-refused' && content.type === 'video' && content.poster !== null) {
    return {
      content: { ...content.poster, type: 'image' },
      note: 'Figma takes videos on paid plans only, so it is a picture of the video.',
    }
  }
  return null
}
