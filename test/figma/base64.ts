import { Refusal } from './refusal.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index
    const group =
      ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    parts.push(
      LETTERS.charAt(group >> 18),
      LETTERS.charAt((group >> 12) & 63),
      left > 1 ? LETTERS.charAt((group >> 6) & 63) : '=',
      left > 2 ? LETTERS.charAt(group & 63) : '=',
    )
  }
  return parts.join('')
}

export function decodeBase64(text: string): Uint8Array {
  const letters = text.replace(/=+$/, '')
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4))
  let group = 0
  let bits = 0
  let at = 0
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) throw new Refusal('The text is not valid base64')
    group = ((group << 6) | value) & 0xffffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (group >> bits) & 255
    }
  }
  return bytes
}
