import { isRecord, nameOf, own } from '../../shared/cliquify/value.ts'
import { endOf, scopesOf, type Introspection } from '../../shared/cliquify/introspection.ts'
import { bytesInBase64 } from '../media/data-url.ts'

/** What a token says of itself where it is a JWT; nothing where it is none. Not verified. */
export function claimsOf(token: string, now: number): Introspection {
  const payload = payloadOf(token)
  if (!isRecord(payload)) return { clientId: null, scopes: null, expiresAt: null }
  const audience = own(payload, 'aud')
  return {
    clientId: nameOf(Array.isArray(audience) ? audience[0] : audience),
    scopes: scopesOf(payload),
    expiresAt: endOf(payload, now),
  }
}

function payloadOf(token: string): unknown {
  const [, payload, signature] = token.split('.')
  if (payload === undefined || signature === undefined) return null
  try {
    const utf8 = bytesInBase64(payload.replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder().decode(utf8)) as unknown
  } catch {
    return null
  }
}
