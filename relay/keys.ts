/** Keys and hashes, with the Web Crypto that Node and Workers have alike. */

const KEY_BYTES = 16

/** 128 random bits, fit for an address. */
export function randomKey(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)))
}

/** What is kept of a key: it cannot be turned back, because keys are random. */
export async function hashOf(text: string): Promise<string> {
  return toBase64Url(await crypto.subtle.digest('SHA-256', bytesOf(text)))
}

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([hashOf(one), hashOf(other)])
  let difference = a.length ^ b.length
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at)
  return difference === 0
}

/** What only who knows `RELAY_SECRET` can make. */
export interface Keyring {
  /** The same for the same purpose and text; 256 bits. */
  sign(purpose: 'media' | 'token', text: string): Promise<string>
  seal(text: string): Promise<string>
  /** Null for what was not sealed with this secret. */
  open(sealed: string): Promise<string | null>
}

export async function openKeyring(secret: string): Promise<Keyring> {
  const derive = async (purpose: string): Promise<ArrayBuffer> =>
    crypto.subtle.sign('HMAC', await hmacKey(bytesOf(secret)), bytesOf(`cliquify-relay ${purpose}`))
  const [media, token, sealing] = await Promise.all([
    derive('media').then(hmacKey),
    derive('token').then(hmacKey),
    derive('seal').then((key) =>
      crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']),
    ),
  ])
  const signing = { media, token }
  return {
    async sign(purpose, text) {
      return toBase64Url(await crypto.subtle.sign('HMAC', signing[purpose], bytesOf(text)))
    },
    async seal(text) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealing, bytesOf(text))
      return `${toBase64Url(iv)}.${toBase64Url(sealed)}`
    },
    async open(sealed) {
      const [iv = '', data = ''] = sealed.split('.')
      try {
        const algorithm = { name: 'AES-GCM', iv: fromBase64Url(iv) }
        const text = await crypto.subtle.decrypt(algorithm, sealing, fromBase64Url(data))
        return new TextDecoder().decode(text)
      } catch {
        return null
      }
    },
  }
}

function hmacKey(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text))
}

export function toBase64Url(bytes: ArrayBuffer | Uint8Array): string {
  let binary = ''
  for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Throws where it is none. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
