import type { Size } from '../../shared/placement.ts'

/** The size that the bytes of a PNG, JPEG or GIF tell; null for anything else. */
export function readImageSize(bytes: Uint8Array): Size | null {
  return readPng(bytes) ?? readGif(bytes) ?? readJpeg(bytes)
}

/** Whether the bytes begin as MP4 and MOV do (a first box of a known type), or WebM (EBML). */
export function isVideo(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return true
  const box = String.fromCharCode(...bytes.subarray(4, 8))
  return ['ftyp', 'moov', 'mdat', 'wide', 'free'].includes(box)
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function big16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}

/** The first chunk is IHDR: width and height as 32-bit numbers at 16 and 20. */
function readPng(bytes: Uint8Array): Size | null {
  if (bytes.length < 24 || !startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return null
  }
  const big32 = (at: number): number => big16(bytes, at) * 65536 + big16(bytes, at + 2)
  return { width: big32(16), height: big32(20) }
}

/** `GIF87a` or `GIF89a`, then the screen's size, little-endian. */
function readGif(bytes: Uint8Array): Size | null {
  if (bytes.length < 10 || !startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return null
  const little16 = (at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
  return { width: little16(6), height: little16(8) }
}

/** Segments follow each other up to a start-of-frame, which has height and width. */
function readJpeg(bytes: Uint8Array): Size | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return null
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: big16(bytes, at + 5), width: big16(bytes, at + 7) }
    at += 2 + big16(bytes, at + 2)
  }
  return null
}
