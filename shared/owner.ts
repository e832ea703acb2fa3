import { hashOf } from './hash.ts'
import type { Session } from './session.ts'

/**
 * Whose brand a session shows, so that what is kept of it is nobody else's: its client, or, where
 * nobody told that, a mark of its token. Null where neither is known.
 */
export function ownerOf({ clientId, accessToken }: Session): string | null {
  return clientId ?? (accessToken === null ? null : `token ${hashOf(accessToken).toString(16)}`)
}
