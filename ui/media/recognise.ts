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
  const starts = (text: string, at = 0): boolean => latin1At(bytes, at, text.length) === text
  if (starts('ftyp', 4)) return boxKind(bytes)
  for (const [kind, mark, at] of MARKS) {
    if (starts(mark, at)) return kind === 'zip' ? packedKind(bytes) : kind
  }
  if (starts('\x1a\x45\xdf\xa3')) {
    return latin1At(bytes, 4, 64).includes('webm') ? 'video' : 'foreign-video'
  }
  if (starts('RIFF')) return RIFFS[latin1At(bytes, 8, 4)] ?? 'other'
  if (starts('BM') && isBmpHeader(bytes)) return 'bmp'
  const head = latin1At(bytes, 0, 1024)
  // Illustrator's own files are PDFs, or EPS in old versions; both marks may have bytes before them.
  if (head.includes('%PDF-')) return 'pdf'
  if (/^\s*%!PS/.test(head)) return 'eps'
  return textKind(bytes)
}

const MARKS: readonly (readonly [FileKind, string, number?])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['gzip', '\x1f\x8b\x08'],
  ['ico', '\0\0\x01\0'],
  // QuickTime files of before 2001 have no `ftyp`.
  ['video', 'moov', 4],
  ['video', 'mdat', 4],
  ['video', 'wide', 4],
  ['video', 'free', 4],
  ['foreign-video', 'FLV\x01'],
  ['foreign-video', '\x30\x26\xb2\x75\x8e\x66\xcf\x11'],
  ['foreign-video', '\0\0\x01\xba'],
  ['foreign-video', 'OggS'],
  ['audio', 'ID3'],
  ['audio', '\xff\xfb'],
  ['audio', 'fLaC'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['tiff', 'II+\0'],
  ['jxl', '\xff\x0a'],
  ['jxl', '\0\0\0\x0cJXL \r\n\x87\n'],
  ['psd', '8BPS'],
  ['eps', '\xc5\xd0\xd3\xc6'],
  ['font', '\0\x01\0\0\0'],
  ['font', 'OTTO\0'],
  ['font', 'true\0'],
  ['font', 'ttcf\0'],
  ['font', 'wOFF'],
  ['font', 'wOF2'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['document', '\xd0\xcf\x11\xe0'],
  ['zip', 'Rar!\x1a\x07'],
  ['zip', '7z\xbc\xaf\x27\x1c'],
]

const RIFFS: Readonly<Record<string, FileKind>> = {
  WEBP: 'webp',
  'AVI ': 'foreign-video',
  WAVE: 'audio',
}

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

function isBmpHeader(bytes: Uint8Array): boolean {
  const headerSize = bytes[14] ?? 0
  return bytes.length > 26 && [12, 16, 40, 52, 56, 64, 108, 124].includes(headerSize)
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
