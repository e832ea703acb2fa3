import { svgIn } from './gunzip.ts'
import { prepareIcon, preparePicture } from './picture.ts'
import type { Prepared } from './prepared.ts'
import { isPictureKind } from './read-facts.ts'
import { recognise } from './recognise.ts'
import { emptyFile, refusal } from './refusal.ts'
import { prepareSvg } from './vector.ts'
import { prepareVideo } from './video.ts'

/** Makes a file fit for Figma, whatever it is; throws `Trouble` where that cannot be. */
export async function prepare(bytes: Uint8Array, name: string): Promise<Prepared> {
  if (bytes.length === 0) throw emptyFile(name)
  const kind = recognise(bytes)
  if (kind === 'svg' || kind === 'gzip') {
    const svg = await svgIn(bytes, name)
    if (svg === null) throw refusal('zip', name)
    return prepareSvg(svg, name)
  }
  if (isPictureKind(kind)) return preparePicture(bytes, kind, name)
  if (kind === 'ico') return prepareIcon(bytes, name)
  if (kind === 'video') return prepareVideo(bytes, name)
  throw refusal(kind, name)
}
