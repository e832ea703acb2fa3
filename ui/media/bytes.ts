/** Bytes as Latin-1 characters, one for each byte. */
export function latin1At(bytes: Uint8Array, at: number, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(at, at + length)) text += String.fromCharCode(byte)
  return text
}

/** Big-endian; 0 beyond the end. */
export function uint16At(bytes: Uint8Array, at: number): number {
  return bytes.length < at + 2 ? 0 : viewOf(bytes).getUint16(at)
}

/** Big-endian; 0 beyond the end. */
export function uint32At(bytes: Uint8Array, at: number): number {
  return bytes.length < at + 4 ? 0 : viewOf(bytes).getUint32(at)
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

/** The UTF-16 of a text, by its byte order mark or the zero byte beside a first `<`; null for another. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pair = uint16At(bytes, 0)
  if (pair === 0xfffe || pair === 0x3c00) return 'utf-16le'
  return pair === 0xfeff || pair === 0x003c ? 'utf-16be' : null
}

/** The bytes of a file. */
export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer())
}
