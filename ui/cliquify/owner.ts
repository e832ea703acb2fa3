import type { Session } from '../../shared/protocol.ts'

/**
 * Whether a session is of the client that owns what is remembered. One without a client ID may be
 * anybody's; one that has only lost its token is not new.
 */
export function isOwner(owner: string | null, session: Session | null): boolean {
  if (session === null) return false
  return session.clientId === owner && (owner !== null || session.accessToken === null)
}
