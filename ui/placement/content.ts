import type { BrandAsset } from '../../shared/brand.ts'
import { ChannelError } from '../../shared/channel.ts'
import type { Content } from '../../shared/protocol.ts'
import type { Client } from '../cliquify/client.ts'
import { prepare, type Prepared } from '../media/convert.ts'
import { MediaError } from '../media/media-error.ts'
import { rasterise } from '../media/rasterise.ts'
import { sourceOf, whyNotPlaceable } from './placeable.ts'

/** Downloads an asset and makes it fit for Figma. */
export async function bringContent(
  client: Client,
  asset: BrandAsset,
  signal: AbortSignal,
): Promise<Prepared> {
  const source = sourceOf(asset)
  const reason = whyNotPlaceable(asset)
  if (source === null || reason !== null) throw new MediaError(reason ?? 'There is no file.')
  return prepare(await client.media(source, signal), asset.name)
}

/** What was sent, with its reply. */
export interface Sent<T> extends Prepared {
  readonly reply: T
}

/** Sends content to the sandbox; vectors that Figma refuses are sent once more as a picture. */
export async function sendContent<T>(
  content: Content,
  send: (content: Content) => Promise<T>,
): Promise<Sent<T>> {
  try {
    return { content, note: null, reply: await send(content) }
  } catch (error) {
    const refused = error instanceof ChannelError && error.code === 'svg-refused'
    if (!refused || content.type !== 'vector') throw error
    const picture = await rasterise(content.svg)
    return {
      content: picture,
      note: 'Figma could not read it as vectors, so it is a picture.',
      reply: await send(picture),
    }
  }
}
