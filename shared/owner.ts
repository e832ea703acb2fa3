import type { Session } from './protocol.ts'

/**
 * Whose brand a session shows, so that what is kept of it is nobody else's: its client, or, where
 * nobody told that, a mark of its token. Null where neither is known.
 */
export function ownerOf({ clientId, accessToken }: Session): string | null {
  return clientId ?? (accessToken === null ? null : `token ${markOf(accessToken)}`)
}

/** Tells tokens apart without telling them: FNV-1a of 32 bits (RFC 9923). */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16)
}
