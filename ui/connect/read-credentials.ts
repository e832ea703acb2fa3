import { readCredentialsText, type NoCredentials } from '../../shared/cliquify/credentials-file.ts'
import type { Credentials } from '../../shared/cliquify/token.ts'
import { Trouble } from '../../shared/trouble.ts'

/** Bytes; a file of credentials has a few hundred. */
const MOST_BYTES = 64 * 1024

const AGAIN = 'Choose the JSON file with the client ID and secret.'

/** Reads the ID and the secret from a credentials file. Throws `Trouble` kind `unusable-file`. */
export async function readCredentials(file: Pick<Blob, 'size' | 'text'>): Promise<Credentials> {
  if (file.size > MOST_BYTES) throw refused(`This file is too large. ${AGAIN}`)
  // What can no longer be read is told like what is no text.
  const found = readCredentialsText(await file.text().catch(() => ''))
  if (typeof found === 'string') throw refused(PROBLEMS[found])
  return found
}

const PROBLEMS: Readonly<Record<NoCredentials, string>> = {
  'no-json': 'This file is not JSON, or only a part of it. Download it again.',
  password: `This file holds a user name and password. ${AGAIN}`,
  'no-pair': `This file holds no client ID and secret. ${AGAIN}`,
}

function refused(message: string): Trouble {
  return new Trouble({ kind: 'unusable-file', message, action: 'none' })
}
