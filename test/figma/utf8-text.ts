/** The text of UTF-8; QuickJS has no TextDecoder. */
export function utf8Text(bytes: Uint8Array): string {
  return decodeURIComponent(
    Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  )
}
