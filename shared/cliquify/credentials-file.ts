import type { Credentials } from './token.ts'
import { firstFound, isRecord, own, type JsonRecord } from './value.ts'

/** Why there are no credentials in a file: cut off or another format; Basic ones; none at all. */
export type NoCredentials = 'no-json' | 'password' | 'no-pair'

/** What RFC 6749 lets an ID or a secret consist of. */
const LEGAL = /^[\x20-\x7e]{1,2000}$/

/**
 * Reads the ID and the secret from the text of a credentials file as Cliquify and Clarify hand them
 * out: at its top, or in its `credentials`. Nothing else in it counts, least of all addresses: they
 * could send the secret elsewhere.
 */
export function readCredentialsText(text: string): Credentials | NoCredentials {
  const root = parse(text)
  if (root === null) return 'no-json'
  const credentials = own(root, 'credentials')
  const found = isRecord(credentials) ? credentials : root
  if (isBasic(found)) return 'password'
  const clientId = textIn(found, 'clientId', 'client_id')
  const clientSecret = textIn(found, 'clientSecret', 'client_secret')
  return clientId === null || clientSecret === null ? 'no-pair' : { clientId, clientSecret }
}

function parse(text: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return isRecord(value) ? value : {}
  } catch {
    return null
  }
}

function isBasic(credentials: JsonRecord): boolean {
  const type = own(credentials, 'type')
  const named = typeof type === 'string' && /basic|password/i.test(type)
  return named || own(credentials, 'username') !== undefined
}

/** The first of these that is there; an ID may be a number. */
function textIn(credentials: JsonRecord, ...keys: readonly string[]): string | null {
  return firstFound(keys, (key) => {
    const value = own(credentials, key)
    const text = typeof value === 'number' ? String(value) : value
    return typeof text === 'string' && LEGAL.test(text.trim()) ? text.trim() : null
  })
}
