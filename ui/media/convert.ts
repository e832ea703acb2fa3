import type { MediaFormat } from '../../shared/brand.ts'
import type { Content, Size } from '../../shared/protocol.ts'
import { cleanSvg } from './clean-svg.ts'
import { encodeAside } from './encode-aside.ts'
import type { EncodedPicture } from './encode-picture.ts'
import { MediaError } from './media-error.ts'
import { recognise } from './recognise.ts'
import { MAX_SIDE, sizeOf } from './size.ts'

/** What can be put on the canvas. */
export interface Prepared {
  readonly content: Content
  /** What people should know of it, such as that it was scaled down; null where nothing changed. */
  readonly note: string | null
}

/** Makes a file fit for Figma, whatever it is; throws `MediaError` where that cannot be. */
export async function prepare(bytes: Uint8Array, name: string): Promise<Prepared> {
  if (bytes.length === 0) {
    throw new MediaError(`“${name}” is an empty file. Upload it to Cliquify again.`)
  }
  const format = recognise(bytes)
  switch (format) {
    case 'svg':
      return { content: { type: 'vector', svg: cleanSvg(bytes, name) }, note: null }
    case 'png':
    case 'jpeg':
    case 'gif':
      return preparePicture(bytes, name, format)
    case 'webp':
    case 'avif':
    case 'bmp':
    case 'ico':
      return encode(bytes, name, format)
    case 'video':
    case 'pdf':
    case 'other':
      throw new MediaError(refusal(bytes, name, format))
  }
}

function preparePicture(
  bytes: Uint8Array,
  name: string,
  format: 'png' | 'jpeg' | 'gif',
): Prepared | Promise<Prepared> {
  const size = sizeOf(bytes, format)
  if (size === null) throw broken(name)
  if (Math.max(size.width, size.height) > MAX_SIDE) return encode(bytes, name, format)
  return { content: { type: 'image', bytes, ...size }, note: null }
}

const TYPES: Partial<Readonly<Record<MediaFormat, string>>> = { ico: 'image/x-icon' }

async function encode(bytes: Uint8Array, name: string, format: MediaFormat): Promise<Prepared> {
  const job = {
    bytes: new Uint8Array(bytes),
    type: TYPES[format] ?? `image/${format}`,
    maxSide: MAX_SIDE,
  }
  let picture: EncodedPicture
  try {
    picture = await encodeAside(job)
  } catch {
    throw broken(name)
  }
  const { width, height, fullWidth, fullHeight } = picture
  const notes = [
    scaledNote(name, { width: fullWidth, height: fullHeight }, { width, height }),
    isAnimatedWebp(bytes, format) ? `Only the first picture of “${name}” is placed.` : null,
  ].filter((note) => note !== null)
  return {
    content: { type: 'image', bytes: picture.bytes, width, height },
    note: notes.length === 0 ? null : notes.join(' '),
  }
}

/** What people are told where a picture was scaled; null where it was not. */
export function scaledNote(name: string, from: Size, to: Size): string | null {
  if (from.width === to.width && from.height === to.height) return null
  return `“${name}” was scaled from ${from.width} × ${from.height} to ${to.width} × ${to.height} px, the most that Figma takes.`
}

/** The flag of WebP's extended header that tells an animation. */
function isAnimatedWebp(bytes: Uint8Array, format: MediaFormat): boolean {
  return (
    format === 'webp' && bytes[12] === 0x56 && bytes[15] === 0x58 && ((bytes[20] ?? 0) & 2) !== 0
  )
}

function broken(name: string): MediaError {
  return new MediaError(
    `“${name}” is broken or too large to be read. Replace it in Cliquify, or place another format.`,
  )
}

function refusal(bytes: Uint8Array, name: string, format: 'video' | 'pdf' | 'other'): string {
  if (format === 'video') {
    return `“${name}” is a video, which cannot be placed from here. Download it in Cliquify and drag the file into Figma.`
  }
  if (format === 'pdf') {
    return `“${name}” is a PDF, which Figma cannot place. Ask for it as an SVG or a PNG in Cliquify.`
  }
  const head = new TextDecoder().decode(bytes.subarray(0, 500))
  if (/^\s*<(?:!doctype html|html)/i.test(head)) {
    return `Instead of “${name}” a web page came back. Close the plugin, open it again, and try once more.`
  }
  return `“${name}” is in a format that Figma cannot place. Ask for it as an SVG or a PNG in Cliquify.`
}
