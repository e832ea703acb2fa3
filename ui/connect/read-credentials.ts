import type { Credentials } from '../../shared/cliquify/token.ts'
import { isRecord, own, type JsonRecord } from '../../shared/cliquify/value.ts'
import { Trouble } from '../../shared/trouble.ts'

/** Bytes; a file of credentials has a few hundred. */
const MOST_BYTES = 64 * 1024

/** What RFC 6749 lets an ID or a secret consist of. */
const LEGAL = /^[\x20-\x7e]{1,2000}$/

const AGAIN = 'Choose the JSON file that was downloaded with the client ID and secret.'

/**
 * Reads the ID and the secret from a credentials file as Cliquify and Clarify hand them out: at its
 * top, or in its `credentials`. Nothing else in it counts, least of all addresses: they could send the
 * secret elsewhere. Throws `Trouble` kind `unusable-file`.
 */
export async function readCredentials(
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
): Promise<Credentials> {
  if (file.size > MOST_BYTES) throw refused(`This file is too large. ${AGAIN}`)
  const root = parse(await textOf(file))
  const credentials = own(root, 'credentials')
  const found = isRecord(credentials) ? credentials : root
  if (isBasic(found)) {
    throw refused(
      'This file holds a user name and password, with which Cliquify lets nobody in. Download one with client credentials.',
    )
  }
  const clientId = textIn(found, 'clientId', 'client_id')
  const clientSecret = textIn(found, 'clientSecret', 'client_secret')
  if (clientId === null || clientSecret === null) {
    throw refused(`This file holds no client ID and secret. ${AGAIN}`)
  }
  return { clientId, clientSecret }
}

async function textOf(file: Pick<Blob, 'arrayBuffer'>): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw refused(`This file is not a text. ${AGAIN}`)
  }
}

function parse(text: string): JsonRecord {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : {}
  } catch {
    throw refused('This file is not JSON, or only a part of it. Download it again.')
  }
}

function isBasic(credentials: JsonRecord): boolean {
  const type = own(credentials, 'type')
  const named = typeof type === 'string' && /basic|password/i.test(type)
  return named || own(credentials, 'username') !== undefined
}

/** The first of these that is there; an ID may be a number. */
function textIn(credentials: JsonRecord, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = own(credentials, key)
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && LEGAL.test(text.trim())) return text.trim()
  }
  return null
}

function refused(message: string): Trouble {
  return new Trouble({ kind: 'unusable-file', message, action: 'none' })
}
