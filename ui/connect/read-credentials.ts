import { readCredentialsText, type NoCredentials } from '../../shared/cliquify/credentials-file.ts'
import type { Credentials } from '../../shared/cliquify/token.ts'
import { Trouble } from '../../shared/trouble.ts'

/** Bytes; a file of credentials has a few hundred. */
const MOST_BYTES = 64 * 1024

/** Reads the ID and the secret from a credentials file. Throws `Trouble` kind `unusable-file`. */
export async function readCredentials(file: Pick<Blob, 'size' | 'text'>): Promise<Credentials> {
  // What can no longer be read is told like what is no JSON.
  const found =
    file.size > MOST_BYTES ? 'no-pair' : readCredentialsText(await file.text().catch(() => ''))
  if (typeof found !== 'string') return found
  throw new Trouble({ kind: 'unusable-file', message: PROBLEMS[found], action: 'none' })
}

const PROBLEMS: Readonly<Record<NoCredentials, string>> = {
  'no-json': 'This file is not JSON, or only a part of it. Download it again.',
  password:
    'This file holds a user name and password, with which Cliquify lets nobody in. Download one with client credentials.',
  'no-pair':
    'This file holds no client ID and secret. Choose the JSON file that was downloaded with the client ID and secret.',
}
