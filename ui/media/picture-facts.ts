import type { Size } from '../../shared/protocol.ts'
import { gifFacts } from './gif-facts.ts'
import { jpegFacts } from './jpeg-facts.ts'
import { pngFacts } from './png-facts.ts'
import { avifFacts, bmpFacts, webpFacts } from './other-facts.ts'

/** What the bytes of a picture tell without decoding it. */
export interface PictureFacts {
  /** As it is stored: before the orientation is applied. */
  readonly size: Size
  /** How a camera held it: 1 is upright, 2 to 8 are turned or mirrored (Exif). */
  readonly orientation: number
  readonly frames: 'one' | 'several'
  /** Whether it was compressed with losses; then there is nothing to lose by a good JPEG. */
  readonly lossy: 'yes' | 'no'
  /** Whether Figma can be trusted to show it as it is, once it is found to be whole. */
  readonly fit: 'as-it-is' | 'encode'
}

/** `cut-off`: it begins well, but its end is missing. */
export type Facts = PictureFacts | 'broken' | 'cut-off'

export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'bmp'

const READERS: Readonly<Record<PictureKind, (bytes: Uint8Array) => Facts>> = {
  png: pngFacts,
  jpeg: jpegFacts,
  gif: gifFacts,
  webp: webpFacts,
  avif: avifFacts,
  bmp: bmpFacts,
}

/** Reads the structure of a picture from its first byte to its last, in a few milliseconds. */
export function readFacts(bytes: Uint8Array, kind: PictureKind): Facts {
  const facts = READERS[kind](bytes)
  if (typeof facts === 'string') return facts
  return facts.size.width > 0 && facts.size.height > 0 ? facts : 'broken'
}
