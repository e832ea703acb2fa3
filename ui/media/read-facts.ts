import { gifFacts } from './gif-facts.ts'
import { jpegFacts } from './jpeg-facts.ts'
import { avifFacts, bmpFacts, webpFacts } from './other-facts.ts'
import type { Facts } from './picture-facts.ts'
import { pngFacts } from './png-facts.ts'
import type { FileKind } from './recognise.ts'

export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'bmp'

const READERS: Readonly<Record<PictureKind, (bytes: Uint8Array) => Facts>> = {
  png: pngFacts,
  jpeg: jpegFacts,
  gif: gifFacts,
  webp: webpFacts,
  avif: avifFacts,
  bmp: bmpFacts,
}

export function isPictureKind(kind: FileKind): kind is PictureKind {
  return kind in READERS
}

/** Reads the structure of a picture from its first byte to its last, in a few milliseconds. */
export function readFacts(bytes: Uint8Array, kind: PictureKind): Facts {
  const facts = READERS[kind](bytes)
  if (typeof facts === 'string') return facts
  return facts.size.width > 0 && facts.size.height > 0 ? facts : 'broken'
}
