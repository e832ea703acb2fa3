import type { Credentials } from './token.ts'
import { jsonIn } from '../json.ts'
import { idOf, isRecord, own, recordOf, type JsonRecord } from './value.ts'

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
  const content = jsonIn(text.replace(/^\ufeff/, ''))
  if (content === undefined) return 'no-json'
  const root = recordOf(content)
  const credentials = own(root, 'credentials')
  const found = isRecord(credentials) ? credentials : root
  if (isBasic(found)) return 'password'
  const clientId = textIn(found, 'client_id')
  const clientSecret = textIn(found, 'client_secret')
  return clientId === null || clientSecret === null ? 'no-pair' : { clientId, clientSecret }
}

function isBasic(credentials: JsonRecord): boolean {
  const type = own(credentials, 'type')
  const named = typeof type === 'string' && /basic|password/i.test(type)
  return named || own(credentials, 'username') !== undefined
}

/** An ID may be a number. */
function textIn(credentials: JsonRecord, key: string): string | null {
  const text = idOf(own(credentials, key))
  return text !== null && LEGAL.test(text) ? text : null
}
