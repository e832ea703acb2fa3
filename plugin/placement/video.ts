import type { Content, Size } from '../../shared/protocol.ts'
import { Trouble } from '../../shared/trouble.ts'

export type VideoHost = Pick<PluginAPI, 'createVideoAsync'>

/** A video that Figma keeps. */
export interface DecodedVideo {
  readonly type: 'video'
  readonly hash: string
  readonly size: Size
}

/**
 * Hands a video to Figma, which takes it on paid plans only and tells no reason that could be relied
 * on. Throws `Trouble` kind `video-refused`; writes nothing to the document.
 */
export async function decodeVideo(
  figma: VideoHost,
  { bytes, width, height }: Extract<Content, { type: 'video' }>,
): Promise<DecodedVideo> {
  try {
    const { hash } = await figma.createVideoAsync(bytes)
    return { type: 'video', hash, size: { width, height } }
  } catch (error) {
    throw new Trouble({
      kind: 'video-refused',
      message: 'Figma takes videos on paid plans only. Ask for a picture of it in Cliquify.',
      details: error instanceof Error ? error.message : String(error),
    })
  }
}

export function videoPaint(videoHash: string): VideoPaint {
  return { type: 'VIDEO', scaleMode: 'FILL', videoHash }
}

/** The paint for another picture or video in place of this one, with its crop and filters. */
export function paintInPlaceOf(
  shown: ImagePaint | VideoPaint,
  { type, hash }: { readonly type: 'image' | 'video'; readonly hash: string },
): ImagePaint | VideoPaint {
  const crop = shown.type === 'IMAGE' ? shown.imageTransform : shown.videoTransform
  const look = { scaleMode: shown.scaleMode, ...lookOf(shown) }
  if (type === 'image') {
    const paint: ImagePaint = { ...look, type: 'IMAGE', imageHash: hash }
    return crop === undefined ? paint : { ...paint, imageTransform: crop }
  }
  const paint: VideoPaint = { ...look, type: 'VIDEO', videoHash: hash }
  return crop === undefined ? paint : { ...paint, videoTransform: crop }
}

type Look = Pick<
  ImagePaint,
  'scalingFactor' | 'rotation' | 'filters' | 'visible' | 'opacity' | 'blendMode'
>

/** Only what is there: Figma refuses members that are undefined. */
function lookOf({
  scalingFactor,
  rotation,
  filters,
  visible,
  opacity,
  blendMode,
}: ImagePaint | VideoPaint): Look {
  return {
    ...(scalingFactor === undefined ? {} : { scalingFactor }),
    ...(rotation === undefined ? {} : { rotation }),
    ...(filters === undefined ? {} : { filters }),
    ...(visible === undefined ? {} : { visible }),
    ...(opacity === undefined ? {} : { opacity }),
    ...(blendMode === undefined ? {} : { blendMode }),
  }
}
