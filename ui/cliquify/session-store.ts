import type { Session } from '../../shared/session.ts'
import { takeTurns } from '../../shared/in-turn.ts'
import type { Lasting } from './client.ts'

/** The session in force, and whether the device has it too. */
export interface SessionStore {
  readonly session: Session | null
  readonly lasts: Lasting
  /** Puts a session in force at once, and rejects where the device could not keep it. */
  keep(next: Session | null): Promise<void>
  /** As `keep` for one that just began: what the device cannot keep lasts as long as the window. */
  begin(next: Session): Promise<void>
  /** As `keep` for one that goes on: what the device has of it is good enough. */
  goOn(next: Session): Promise<void>
}

export function openSessionStore(
  first: Session | null,
  keepSession: (session: Session | null) => Promise<void>,
): SessionStore {
  let session = first
  let lasts: Lasting = 'on-device'
  const inTurn = takeTurns()

  /** Saves in order, so that an earlier session never overwrites a later one. */
  function keep(next: Session | null): Promise<void> {
    session = next
    return inTurn(async () => {
      await keepSession(next)
      lasts = 'on-device'
    })
  }

  return {
    get session() {
      return session
    },
    get lasts() {
      return lasts
    },
    keep,
    begin: (next) =>
      keep(next).catch(() => {
        if (session === next) lasts = 'in-window'
      }),
    goOn: (next) => keep(next).catch(() => undefined),
  }
}
