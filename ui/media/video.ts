import type { Picture, Size } from '../../shared/placement.ts'
import type { Prepared } from './prepared.ts'
import { cutOff } from './refusal.ts'
import { fitted } from './size.ts'
import { videoSize } from './video-size.ts'
import { MediaError } from './media-error.ts'
import { within } from './within.ts'
import { bytesOf } from './bytes.ts'

/** A video that has shown nothing by then is described by its own tables only. */
const LONGEST_MS = 10_000
const LONGEST_FRAME_MS = 5_000

/**
 * A video with its first picture; throws `Trouble` where it cannot be read. One that is larger than
 * Figma takes is not even downloaded, see `fetchFile`.
 */
export async function prepareVideo(bytes: Uint8Array, name: string): Promise<Prepared> {
  const told = videoSize(bytes)
  if (told === 'cut-off') throw cutOff(name)
  const first = await firstPicture(bytes)
  const size = first ?? told
  if (size === null) {
    throw new MediaError(
      `“${name}” is a video that cannot be read. Ask for it as an MP4 in Cliquify.`,
    )
  }
  const { width, height } = size
  return {
    content: { type: 'video', bytes, width, height, poster: first?.poster ?? null },
    note: null,
  }
}

interface FirstPicture extends Size {
  readonly poster: Picture | null
}

/** Lets the browser decode the start of it; null where it knows no such video, or may not play any. */
async function firstPicture(bytes: Uint8Array): Promise<FirstPicture | null> {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  const video = document.createElement('video')
  try {
    const frame = firstFrame(video)
    await loaded(video, url)
    const { videoWidth: width, videoHeight: height } = video
    if (width === 0 || height === 0) return null
    const poster = await within(LONGEST_FRAME_MS, frame())
      .then(() => draw(video, { width, height }))
      .catch(() => null)
    return { width, height, poster }
  } catch {
    return null
  } finally {
    // Without a source the decoder is let go at once, not when the element is collected.
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(url)
  }
}

async function loaded(video: HTMLVideoElement, url: string): Promise<void> {
  video.muted = true
  video.playsInline = true
  video.preload = 'auto'
  await within(
    LONGEST_MS,
    new Promise<void>((resolve, reject) => {
      video.onloadeddata = () => resolve()
      video.onerror = () => reject(new Error(video.error?.message))
      video.src = url
    }),
  )
}

/**
 * What to wait for until a picture can be drawn, asked for before there is any: `loadeddata` comes
 * earlier, and on a busy machine the end of a seek does as well. What would be drawn then is black.
 */
function firstFrame(video: HTMLVideoElement): () => Promise<unknown> {
  if (typeof video.requestVideoFrameCallback === 'function') {
    const frame = new Promise((resolve) => video.requestVideoFrameCallback(resolve))
    return () => frame
  }
  return () =>
    new Promise((resolve) => {
      video.onseeked = resolve
      video.currentTime = 0
    })
}

async function draw(video: HTMLVideoElement, size: Size): Promise<Picture> {
  const { width, height } = fitted(size)
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 })
  return { bytes: await bytesOf(blob), ...size }
}
