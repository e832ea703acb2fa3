import { readCredentialsText, type NoCredentials } from '../../shared/cliquify/credentials-file.ts'
import type { Credentials } from '../../shared/cliquify/token.ts'
import { Trouble } from '../../shared/trouble.ts'

/** Bytes; a file of credentials has a few hundred. */
const MOST_BYTES = 64 * 1024

const AGAIN = 'Choose the JSON file with the client ID and secret.'

/** Reads the ID and the secret from a credentials file. Throws `Trouble` kind `unusable-file`. */
export async function readCredentials(
  file: Pick<Blob, 'size' | 'arrayBuffer'>,
): Promise<Credentials> {
  if (file.size > MOST_BYTES) throw refused(`This file is too large. ${AGAIN}`)
  const found = readCredentialsText(await textOf(file))
  if (typeof found === 'string') throw refused(PROBLEMS[found])
  return found
}

const PROBLEMS: Readonly<Record<NoCredentials, string>> = {
  'no-json': 'This file is not JSON, or only a part of it. Download it again.',
  password: `This file holds a user name and password. ${AGAIN}`,
  'no-pair': `This file holds no client ID and secret. ${AGAIN}`,
}

async function textOf(file: Pick<Blob, 'arrayBuffer'>): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw refused(`This file is not JSON. ${AGAIN}`)
  }
}

function refused(message: string): Trouble {
  return new Trouble({ kind: 'unusable-file', message, action: 'none' })
}
