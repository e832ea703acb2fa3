import type { TroubleInit } from '../trouble.ts'
import { NO_WAY_IN } from './errors.ts'
import { saysFieldMissing, textOf } from './reply.ts'
import { fieldOf, inactive } from './reply-errors.ts'

/** Why credentials got no token; null where it is what every call is refused for. */
export function connectRefused(status: number, body: unknown): TroubleInit | null {
  const said = textOf(body)
  const areUnknown = said.includes('invalid_client')
  if (status === 403 && !areUnknown && !/revoked/i.test(said)) return inactive(body)
  if (status === 400 || status === 401 || status === 403 || areUnknown) {
    return {
      kind: areUnknown ? 'wrong-credentials' : 'connection-refused',
      message:
        'Cliquify did not accept this client ID and secret. Check both and connect again; if it stays, tell your Cliquify administrator.',
      action: 'connect',
    }
  }
  if (status === 404 || status === 405) {
    return { kind: 'not-offered', message: NO_WAY_IN }
  }
  if (status !== 422) return null
  if (saysFieldMissing(body)) {
    return {
      kind: 'missing-credentials',
      message: 'Enter both the client ID and the client secret.',
      action: 'connect',
    }
  }
  const field = fieldOf(body)
  if (field === null) return null
  return {
    kind: 'invalid-request',
    message: `Cliquify did not accept the ${field}. Correct it and connect again.`,
    action: 'connect',
  }
}
