import type { Trouble } from '../../shared/trouble.ts'
import type { FileKind } from './recognise.ts'
import { MediaError } from './media-error.ts'

type Refused = Exclude<
  FileKind,
  'svg' | 'gzip' | 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'bmp' | 'ico' | 'video'
>

const OTHER_PICTURE = 'Ask for it as an SVG, a PNG or a JPEG in Cliquify.'

/** With what to do instead, where that is not to ask for another picture. */
const WHAT: Readonly<Record<Exclude<Refused, 'html'>, readonly [what: string, advice?: string]>> = {
  'foreign-video': [
    'a video in a format that Figma cannot place',
    'Ask for it as an MP4 in Cliquify.',
  ],
  audio: ['a sound file', 'Figma has no place for sound.'],
  heic: ['an HEIC photo'],
  jxl: ['a JPEG XL picture'],
  tiff: ['a TIFF picture'],
  psd: ['a Photoshop file'],
  eps: ['an EPS file'],
  pdf: ['a PDF'],
  font: ['a font', 'Install it on your computer, then choose it in Figma.'],
  docx: ['a Word document'],
  pptx: ['a PowerPoint presentation'],
  keynote: ['a Keynote presentation'],
  document: ['an office document'],
  zip: ['an archive', 'Upload the files in it to Cliquify.'],
  other: ['in a format that Figma cannot place', OTHER_PICTURE],
}

/** Says what the file is, and what to do instead. */
export function refusal(kind: Refused, name: string): Trouble {
  if (kind === 'html') {
    return new MediaError(
      `A web page came back instead of “${name}”. Open the plugin again, then retry.`,
    )
  }
  const [what, advice] = WHAT[kind]
  const rest = advice === undefined ? `, which Figma cannot place. ${OTHER_PICTURE}` : `. ${advice}`
  return new MediaError(`“${name}” is ${what}${rest}`)
}

export function emptyFile(name: string): Trouble {
  return new MediaError(`“${name}” is an empty file. Replace it in Cliquify.`)
}

export function brokenFile(name: string): Trouble {
  return new MediaError(`“${name}” is a broken file. Replace it in Cliquify.`)
}

/** Of more bytes than a browser reads in a reasonable time, as they come or once they are unpacked. */
export function tooLong(name: string): Trouble {
  return new MediaError(`“${name}” is an SVG of more than 32 MB. Ask for it as a PNG in Cliquify.`)
}

export function endless(name: string): Trouble {
  return new MediaError(
    `“${name}” is an SVG that repeats itself without end. Replace it in Cliquify.`,
  )
}

/** An SVG that would take a browser, or Figma, too long: it is too deep, or draws too much. */
export function tooComplex(name: string): Trouble {
  return new MediaError(`“${name}” is an SVG that is too complex. Ask for it as a PNG in Cliquify.`)
}

export function cutOff(name: string): Trouble {
  return new MediaError(`“${name}” is incomplete. Try again; if it stays, replace it in Cliquify.`)
}
