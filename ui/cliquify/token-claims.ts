import { nameOf, own, recordOf } from '../../shared/cliquify/value.ts'
import { jsonIn } from '../../shared/json.ts'
import { endOf, scopesOf, type Introspection } from '../../shared/cliquify/introspection.ts'
import { bytesInBase64 } from '../media/data-url.ts'

/** What a token says of itself where it is a JWT; nothing where it is none. Not verified. */
export function claimsOf(token: string, now: number): Introspection {
  const claims = recordOf(payloadOf(token))
  const audience = own(claims, 'aud')
  return {
    clientId: nameOf(Array.isArray(audience) ? audience[0] : audience),
    scopes: scopesOf(claims),
    expiresAt: endOf(claims, now),
  }
}

function payloadOf(token: string): unknown {
  const [, payload, signature] = token.split('.')
  if (payload === undefined || signature === undefined) return null
  try {
    const utf8 = bytesInBase64(payload.replaceAll('-', '+').replaceAll('_', '/'))
    return jsonIn(new TextDecoder().decode(utf8))
  } catch {
    return null
  }
}
