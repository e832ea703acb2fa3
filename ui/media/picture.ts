import type { Size } from '../../shared/placement.ts'
import { encodeOffThread } from './encode-off-thread.ts'
import type { EncodedPicture } from './encode-picture.ts'
import { largestIcon } from './ico.ts'
import { plainFacts } from './other-facts.ts'
import type { PictureFacts } from './picture-facts.ts'
import type { Prepared } from './prepared.ts'
import { readFacts, type PictureKind } from './read-facts.ts'
import { brokenFile, cutOff } from './refusal.ts'
import { MAX_SIDE, refuseHuge, scaledNote } from './size.ts'
import { sentences } from '../kit/sentences.ts'

/**
 * Makes a picture fit for Figma. PNG, JPEG and GIF pass byte for byte where Figma can be trusted to
 * show them as they are, once they were decoded to see that they are whole. Measured in Chromium: the
 * check takes a Worker 65 ms for a JPEG of 12 megapixels, and the window's own thread 2 ms.
 * Throws `Trouble`.
 */
export async function preparePicture(
  bytes: Uint8Array,
  kind: PictureKind,
  name: string,
): Promise<Prepared> {
  const facts = readFacts(bytes, kind)
  if (facts === 'broken') throw brokenFile(name)
  if (facts === 'cut-off') throw cutOff(name)
  refuseHuge(facts.size, name)
  return encode(bytes, `image/${kind}`, facts, name)
}

/** Places the largest picture of an icon file. Throws `Trouble`. */
export async function prepareIcon(bytes: Uint8Array, name: string): Promise<Prepared> {
  const icon = largestIcon(bytes)
  if (icon === null) throw brokenFile(name)
  if (icon.kind === 'png') return preparePicture(icon.bytes, 'png', name)
  refuseHuge(icon.size, name)
  return encode(icon.bytes, 'image/x-icon', plainFacts(icon.size), name)
}

async function encode(
  bytes: Uint8Array,
  type: string,
  facts: PictureFacts,
  name: string,
): Promise<Prepared> {
  // Whether Figma turns pictures as their cameras ask is documented nowhere, so it gets them upright.
  const isFit =
    facts.fit === 'as-it-is' && facts.orientation === 1 && longest(facts.size) <= MAX_SIDE
  const job = {
    bytes: new Uint8Array(bytes),
    type,
    maxSide: MAX_SIDE,
    keepAt: isFit ? facts.size : null,
    loss: facts.loss,
  }
  let picture: EncodedPicture
  try {
    picture = await encodeOffThread(job)
  } catch {
    throw brokenFile(name)
  }
  const { size, full } = picture
  const notes = [scaledNote(name, full, size), stillNote(picture, type, facts, name)]
  return {
    content: { type: 'image', bytes: picture.bytes ?? bytes, ...size },
    note: sentences(...notes) || null,
  }
}

/** Of all animations Figma plays those of GIF only. */
function stillNote(
  picture: EncodedPicture,
  type: string,
  { frames }: PictureFacts,
  name: string,
): string | null {
  if (frames === 'one' || (type === 'image/gif' && picture.bytes === null)) return null
  return `“${name}” is animated, but only its first picture shows in Figma.`
}

function longest({ width, height }: Size): number {
  return Math.max(width, height)
}
