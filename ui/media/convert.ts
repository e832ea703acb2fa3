import { gunzip } from './gunzip.ts'
import { prepareIcon, preparePicture } from './picture.ts'
import type { Prepared } from './prepared.ts'
import { recognise } from './recognise.ts'
import { emptyFile, refusal } from './refusal.ts'
import { prepareSvg } from './vector.ts'
import { prepareVideo } from './video.ts'

/** Makes a file fit for Figma, whatever it is; throws `Trouble` where that cannot be. */
export async function prepare(bytes: Uint8Array, name: string): Promise<Prepared> {
  if (bytes.length === 0) throw emptyFile(name)
  const kind = recognise(bytes)
  switch (kind) {
    case 'svg':
      return prepareSvg(bytes, name)
    case 'gzip': {
      const unpacked = await gunzip(bytes, name)
      if (recognise(unpacked) !== 'svg') throw refusal('zip', name)
      return prepareSvg(unpacked, name)
    }
    case 'png':
    case 'jpeg':
    case 'gif':
    case 'webp':
    case 'avif':
    case 'bmp':
      return preparePicture(bytes, kind, name)
    case 'ico':
      return prepareIcon(bytes, name)
    case 'video':
      return prepareVideo(bytes, name)
    case 'foreign-video':
    case 'audio':
    case 'heic':
    case 'jxl':
    case 'tiff':
    case 'psd':
    case 'eps':
    case 'pdf':
    case 'font':
    case 'zip':
    case 'docx':
    case 'pptx':
    case 'xlsx':
    case 'keynote':
    case 'pages':
    case 'numbers':
    case 'office':
    case 'html':
    case 'other':
      throw refusal(kind, name)
  }
}
