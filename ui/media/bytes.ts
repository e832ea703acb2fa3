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
