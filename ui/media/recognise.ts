import { latin1At, uint32At, utf16Of } from './bytes.ts'

/** What a file is; `other` is anything that is not told apart. */
export type FileKind =
  | 'svg'
  | 'gzip'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'bmp'
  | 'ico'
  | 'video'
  | 'foreign-video'
  | 'audio'
  | 'heic'
  | 'jxl'
  | 'tiff'
  | 'psd'
  | 'eps'
  | 'pdf'
  | 'font'
  | 'zip'
  | 'docx'
  | 'pptx'
  | 'keynote'
  | 'document'
  | 'html'
  | 'other'

/** What a file is by its bytes alone: its name and the list it came from may be wrong. */
export function recognise(bytes: Uint8Array): FileKind {
  const head = latin1At(bytes, 0, 1024)
  const kind = MARKS.find(([, mark]) => mark.test(head))?.[0]
  if (kind === undefined) return textKind(bytes)
  return kind === 'zip' ? packedKind(bytes) : kind === 'box' ? boxKind(bytes) : kind
}

/** How files begin, the first that fits; `box`: an ISO media file, whose brands tell what it is. */
const MARKS: readonly (readonly [FileKind | 'box', RegExp])[] = [
  ['box', /^.{4}ftyp/s],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['gzip', /^\x1f\x8b\x08/],
  ['ico', /^\0\0\x01\0/],
  // QuickTime files of before 2001 have no `ftyp`.
  ['video', /^.{4}(?:moov|mdat|wide|free)|^\x1a\x45\xdf\xa3.{0,60}webm/s],
  [
    'foreign-video',
    /^(?:\x1a\x45\xdf\xa3|FLV\x01|\x30\x26\xb2\x75\x8e\x66\xcf\x11|\0\0\x01\xba|OggS|RIFF.{4}AVI )/s,
  ],
  ['audio', /^(?:ID3|\xff\xfb|fLaC|RIFF.{4}WAVE)/s],
  ['webp', /^RIFF.{4}WEBP/s],
  ['tiff', /^(?:II\*\0|MM\0\*|II\+\0)/],
  ['jxl', /^(?:\xff\x0a|\0\0\0\x0cJXL \r\n\x87\n)/],
  ['psd', /^8BPS/],
  ['font', /^(?:\0\x01\0\0\0|OTTO\0|true\0|ttcf\0|wOF[F2])/],
  ['zip', /^(?:PK\x03\x04|PK\x05\x06|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c)/],
  ['document', /^\xd0\xcf\x11\xe0/],
  // With the size of its header, which is followed by more.
  ['bmp', /^BM.{12}[\x0c\x10\x28\x34\x38\x40\x6c\x7c].{12}/s],
  // Illustrator's own files are PDFs, or EPS in old versions; both marks may have bytes before them.
  ['pdf', /%PDF-/],
  ['eps', /^(?:\xc5\xd0\xd3\xc6|\s*%!PS)/],
]

/** Names of files that only the programs of Microsoft's and Apple's offices pack. */
const PACKED: readonly (readonly [FileKind, RegExp])[] = [
  ['docx', /word\/document/],
  ['pptx', /ppt\/presentation/],
  ['keynote', /Index\/(?:Master)?Slide|\.apxl/],
  ['document', /xl\/workbook|\.iwa/],
]

/** What a zip is by the names of the files in it, which stand at its end, and some at its start. */
function packedKind(bytes: Uint8Array): FileKind {
  const names =
    latin1At(bytes, 0, 4096) + latin1At(bytes, Math.max(0, bytes.length - 65_536), 65_536)
  return PACKED.find(([, pattern]) => pattern.test(names))?.[0] ?? 'zip'
}

/** Of pictures that are packed as HEIF is, whatever compressed them. */
const HEIF_BRANDS = /hei[a-z]|hev[cx]|mif[123]|msf1|miaf|avc[is]|j2ki|vvi[cs]|evb[is]/

/** The brands of an ISO media file tell pictures from videos; HEIC is a picture no browser reads. */
function boxKind(bytes: Uint8Array): FileKind {
  const length = Math.min(uint32At(bytes, 0), 256, bytes.length)
  const brands = latin1At(bytes, 8, Math.max(4, length - 8))
  if (/avif|avis/.test(brands)) return 'avif'
  if (HEIF_BRANDS.test(brands)) return 'heic'
  if (/^(?:M4A|M4B|M4P|F4A)/.test(brands)) return 'audio'
  return brands.startsWith('crx ') ? 'other' : 'video'
}

/** Looks past a byte order mark, the XML declaration, comments and a document type. */
function textKind(bytes: Uint8Array): FileKind {
  const text = latin1At(bytes, 0, 65_536)
  const head = (utf16Of(bytes) !== null ? text.replaceAll('\0', '') : text)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/<\?[^]*?(?:\?>|$)/g, '')
    .replace(/<!DOCTYPE(?!\s*html)[^[>]*(?:\[[^]*?\]\s*)?>/i, '')
    .trimStart()
  if (/^<(?:[\w-]+:)?svg[\s>/]/i.test(head)) return 'svg'
  return /^<(?:!doctype\s+html|html|head|body)\b/i.test(head) ? 'html' : 'other'
}
