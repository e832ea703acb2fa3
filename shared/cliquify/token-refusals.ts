import type { TroubleInit } from '../trouble.ts'
import { MISSING_CREDENTIALS } from './errors.ts'
import { saysFieldMissing, textOf } from './reply.ts'
import { fieldOf, INACTIVE } from './reply-errors.ts'

/** Why credentials got no token; null where it is what every call is refused for. */
export function connectRefused(status: number, body: unknown): TroubleInit | null {
  if (textOf(body).includes('invalid_client')) {
    return {
      kind: 'wrong-credentials',
      message: 'Cliquify does not know this client ID and secret. Check both and connect again.',
      action: 'connect',
    }
  }
  if (status === 403) return INACTIVE
  if (status === 400 || status === 401) {
    return {
      kind: 'connection-refused',
      message:
        'Cliquify did not accept this client ID and secret. Check both and connect again; if it stays, tell your Cliquify administrator.',
      action: 'connect',
    }
  }
  if (status === 404 || status === 405) {
    return {
      kind: 'not-offered',
      message:
        'Cliquify does not let this plugin connect with a client ID and secret. Use an access token, or look for a newer version of the plugin.',
    }
  }
  if (status !== 422) return null
  if (saysFieldMissing(body)) return MISSING_CREDENTIALS
  const field = fieldOf(body)
  if (field === null) return null
  return {
    kind: 'invalid-request',
    message: `Cliquify did not accept the ${field}. Correct it and connect again.`,
    action: 'connect',
  }
}
