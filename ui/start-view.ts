import type { Session } from '../shared/protocol.ts'

/** What the window shows once it knows how it was started. */
export type View =
  | { readonly at: 'connect'; readonly clientId: string; readonly reason: string | null }
  | { readonly at: 'library' }
  | { readonly at: 'settings' }

/** The view to begin with; `now` in milliseconds since the epoch. */
export function startView(session: Session | null, now: number): View {
  if (session === null) return { at: 'connect', clientId: '', reason: null }
  const clientId = session.clientId ?? ''
  if (session.accessToken === null) {
    return {
      at: 'connect',
      clientId,
      reason: 'The connection to Cliquify has ended. Connect again.',
    }
  }
  const expired = session.expiresAt !== null && session.expiresAt <= now
  if (expired && session.clientSecret === null) {
    return {
      at: 'connect',
      clientId,
      reason: 'The connection to Cliquify has expired. Connect again.',
    }
  }
  return { at: 'library' }
}
