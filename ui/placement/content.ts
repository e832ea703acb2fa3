import type { BrandAsset } from '../../shared/brand.ts'
import type { Content, Size } from '../../shared/placement.ts'
import { troubleOf, type TroubleData } from '../../shared/trouble.ts'
import type { Files } from '../brand/brand.ts'
import { parseSvg } from '../media/clean-svg.ts'
import { prepare } from '../media/convert.ts'
import type { Prepared } from '../media/prepared.ts'
import { rasterise } from '../media/rasterise.ts'
import { readSvgSize } from '../media/svg-size.ts'
import { MediaError } from '../media/media-error.ts'
import { noFileText, sourceOf, whyNotPlaceable } from './placeable.ts'
import { bringThumbnail } from './placeholder.ts'

/** The content of an asset, with the asset as its list has it now. */
export interface Brought extends Prepared {
  readonly asset: BrandAsset
}

/**
 * Downloads an asset and makes it fit for Figma. Where its address has expired, the list that it came
 * from is asked for a new one, once.
 */
export async function bringContent(
  files: Files,
  asset: BrandAsset,
  signal: AbortSignal,
): Promise<Brought> {
  const reason = whyNotPlaceable(asset)
  if (reason !== null) throw new MediaError(reason)
  try {
    return await download(files, asset, signal)
  } catch (error) {
    if (!mayHaveExpired(asset, troubleOf(error))) throw error
    const fresh = await files.renew(asset)
    if (fresh === null || sourceOf(fresh) === sourceOf(asset)) throw error
    return download(files, fresh, signal)
  }
}

/** A signature that is over may be refused without leave to read that. */
function mayHaveExpired(asset: BrandAsset, { kind }: Pick<TroubleData, 'kind'>): boolean {
  const isUnread = kind === 'blocked' || kind === 'unreachable'
  return kind === 'expired-link' || (isUnread && sourceOf(asset)?.includes('?') === true)
}

async function download(files: Files, asset: BrandAsset, signal: AbortSignal): Promise<Brought> {
  const source = sourceOf(asset)
  if (source === null) throw new MediaError(noFileText(asset.name))
  const prepared = await prepare(await files.media(source, signal), asset.name)
  const { content } = prepared
  if (content.type !== 'video' || content.poster !== null) return { ...prepared, asset }
  const poster = await bringThumbnail(files, asset, signal)
  return { ...prepared, content: { ...content, poster }, asset }
}

/**
 * Content as a fill has it: vectors become a picture that is crisp on a layer of that size, or of
 * their own where that is larger. The picture tells their own size all the same.
 */
export async function asFill(content: Content, layer: Size): Promise<Content> {
  if (content.type !== 'vector') return content
  const own = readSvgSize(parseSvg(content.svg, 'This file'))
  const scale = Math.max(1, layer.width / own.width, layer.height / own.height)
  const drawn = await rasterise(content.svg, {
    width: own.width * scale,
    height: own.height * scale,
  })
  return { ...drawn, ...own }
}

/** What to send instead of content that Figma refused; null where there is nothing else. */
export type OtherForms = (refusal: Pick<TroubleData, 'kind'>) => Promise<Prepared | null>

/**
 * The other forms of content, crisp in a layer of that size, which is asked for only where it
 * matters. Each is made once.
 */
export function otherForms(content: Content, sizeOfLayer: () => Size | Promise<Size>): OtherForms {
  let drawn: Promise<Content> | null = null
  return async ({ kind }) => {
    if (content.type === 'vector' && (kind === 'svg-refused' || kind === 'picture-only')) {
      drawn ??= asFill(content, await sizeOfLayer())
      const refused = 'It is a picture, because Figma could not read it as vectors.'
      return { content: await drawn, note: kind === 'svg-refused' ? refused : null }
    }
    if (content.type === 'video' && kind === 'video-refused' && content.poster !== null) {
      return {
        content: { ...content.poster, type: 'image' },
        note: 'It is a picture, because Figma takes videos on paid plans only.',
      }
    }
    return null
  }
}

/** What was sent, with its reply. */
export interface Sent<T> extends Prepared {
  readonly reply: T
}

/** Sends content for a layer; what Figma refuses is sent once more in another form, if it has one. */
export async function sendContent<T>(
  content: Content,
  forms: OtherForms,
  send: (content: Content) => Promise<T>,
): Promise<Sent<T>> {
  try {
    return { content, note: null, reply: await send(content) }
  } catch (error) {
    const other = await forms(troubleOf(error))
    if (other === null) throw error
    return { ...other, reply: await send(other.content) }
  }
}
