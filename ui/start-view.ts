import { ENDED } from '../shared/cliquify/errors.ts'
import { isRunOut } from '../shared/cliquify/token.ts'
import type { Session } from '../shared/session.ts'

/** What the window shows once it knows how it was started. */
export type View =
  | { readonly at: 'connect'; readonly clientId: string; readonly reason: string | null }
  | { readonly at: 'library' }
  | { readonly at: 'settings' }
  /** Designs are sent for review. */
  | { readonly at: 'review' }

/** The view to begin with; `now` in milliseconds since the epoch. */
export function startView(session: Session | null, now: number): View {
  if (session === null) return { at: 'connect', clientId: '', reason: null }
  const { clientId, clientSecret, accessToken } = session
  const isOver = isRunOut(session, now) && clientSecret === null
  if (accessToken !== null && !isOver) return { at: 'library' }
  return { at: 'connect', clientId: clientId ?? '', reason: ENDED }
}
