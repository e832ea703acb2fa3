import type { BrandAsset } from '../../shared/brand.ts'
import { ChannelError } from '../../shared/channel.ts'
import type { Content } from '../../shared/protocol.ts'
import type { Client } from '../cliquify/client.ts'
import { sourceOf, whyNotPlaceable } from './placeable.ts'

/** What can be put on the canvas, and what people should know of it. */
export interface Brought {
  readonly content: Content
  /** One sentence, such as that it was scaled down; null where nothing was changed. */
  readonly note: string | null
}

declare function prepare(bytes: Uint8Array, name: string): Promise<Brought>
declare function rasterise(svg: string): Promise<Content>

/** Downloads an asset and makes it fit for Figma. */
export async function bringContent(
  client: Client,
  asset: BrandAsset,
  signal: AbortSignal,
): Promise<Brought> {
  const source = sourceOf(asset)
  const reason = whyNotPlaceable(asset)
  if (source === null || reason !== null) {
    throw new ChannelError({
      code: 'not-placeable',
      message: reason ?? 'There is no file.',
      details: null,
    })
  }
  return prepare(await client.media(source, signal), asset.name)
}

/** What was sent, with its reply. */
export interface Sent<T> extends Brought {
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
