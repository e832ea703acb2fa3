import type { MediaFormat } from '../../shared/brand.ts'

/** What a file is by its bytes alone: its name and the list it came from may be wrong. */
export function recognise(bytes: Uint8Array): MediaFormat {
  const starts = (text: string, at = 0): boolean => textAt(bytes, at, text.length) === text
  if (starts('\x89PNG\r\n\x1a\n')) return 'png'
  if (starts('\xff\xd8\xff')) return 'jpeg'
  if (starts('GIF87a') || starts('GIF89a')) return 'gif'
  if (starts('RIFF') && starts('WEBP', 8)) return 'webp'
  if (starts('ftyp', 4)) return boxFormat(bytes)
  if (starts('\x1a\x45\xdf\xa3')) return 'video'
  if (starts('moov', 4) || starts('mdat', 4) || starts('wide', 4)) return 'video'
  if (starts('BM') && isBmpHeader(bytes)) return 'bmp'
  if (starts('\0\0\x01\0')) return 'ico'
  // Readers of PDF look for the mark within the first kilobyte.
  if (textAt(bytes, 0, 1024).includes('%PDF-')) return 'pdf'
  return isSvg(bytes) ? 'svg' : 'other'
}

/** The brands of an ISO media file tell pictures from videos; HEIC is a picture no browser reads. */
function boxFormat(bytes: Uint8Array): MediaFormat {
  const length = Math.min(readUint32(bytes, 0), 256, bytes.length)
  const brands = textAt(bytes, 8, Math.max(4, length - 8))
  if (/avif|avis/.test(brands)) return 'avif'
  if (/hei[cxms]|hev[cx]/.test(brands)) return 'other'
  return /^(?:M4A|M4B)/.test(brands) ? 'other' : 'video'
}

function isBmpHeader(bytes: Uint8Array): boolean {
  const headerSize = bytes[14] ?? 0
  return bytes.length > 26 && [12, 16, 40, 52, 56, 64, 108, 124].includes(headerSize)
}

/** Looks past a byte order mark, the XML declaration, comments and a document type. */
function isSvg(bytes: Uint8Array): boolean {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const text = textAt(bytes, 0, 65_536)
  const head = (isUtf16 ? text.replaceAll('\0', '').slice(2) : text.replace(/^\xef\xbb\xbf/, ''))
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(/<\?[^]*?\?>/g, '')
    .replace(/<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/i, '')
    .trimStart()
  return /^<(?:[\w-]+:)?svg[\s>/]/i.test(head)
}

/** Bytes as Latin-1 characters, one for each byte. */
function textAt(bytes: Uint8Array, at: number, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(at, at + length)) text += String.fromCharCode(byte)
  return text
}

function readUint32(bytes: Uint8Array, at: number): number {
  return bytes.length < at + 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(at)
}
