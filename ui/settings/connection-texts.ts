import { ENDED } from '../../shared/cliquify/errors.ts'
import type { Session } from '../../shared/session.ts'
import type { Lasting } from '../cliquify/client.ts'
import { momentText } from '../../shared/moment.ts'
import { countOf } from '../kit/count-of.ts'
import type { WayIn } from '../way-in.ts'

/** First four and last two characters; less of an id that is short. */
export function maskedId(id: string): string {
  if (id.length < 10) return `${id.slice(0, 2)}…`
  return `${id.slice(0, 4)}…${id.slice(-2)}`
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** When the connection expires; both times in milliseconds since the epoch. */
export function lastsText(expiresAt: number | null, lasts: Lasting, now: number): string {
  if (lasts === 'in-window') return 'When you close this window.'
  if (expiresAt === null) return 'When Cliquify ends it.'
  const left = expiresAt - now
  return left <= 0 ? 'Expired.' : `In ${spanText(left)}.`
}

/** What the connection may be used for; `asking` while Cliquify may still tell. */
export function scopesText(scopes: readonly string[] | null, asking: boolean): string {
  return scopes?.join(', ') ?? (asking ? 'Asking Cliquify…' : 'Cliquify did not say.')
}

export function renewalText(
  hasSecret: boolean,
  lasts: Lasting,
  { renewal }: Pick<WayIn, 'renewal'>,
): string {
  if (!hasSecret) return renewal
  return lasts === 'on-device'
    ? 'By itself: the secret is kept on this device.'
    : 'By itself, until you close this window.'
}

/** Where the connection is kept, and what of it. */
export function storedText(lasts: Lasting, { kept }: Pick<WayIn, 'kept'>): string {
  return notKeptText(lasts) ?? kept
}

/** Says that the next window will not know the connection; null where it will. */
export function notKeptText(lasts: Lasting): string | null {
  if (lasts === 'on-device') return null
  return 'Figma could not save this connection, so it ends when you close this window.'
}

/** How long before its end a person is asked for another connection: a working day. */
const NOTICE_MS = 8 * 3_600_000

/** Asks in time for another connection; null where there is no need, or it renews itself. */
export function endingText(
  session: Session | null,
  now: number,
  { again }: Pick<WayIn, 'again'>,
): string | null {
  if (session?.clientSecret !== null || session.accessToken === null) return null
  if (session.expiresAt === null) return null
  const left = session.expiresAt - now
  if (left > NOTICE_MS) return null
  if (left <= 0) return `${ENDED} ${again}.`
  return `The connection to Cliquify ends in ${spanText(left)}. ${again} in time.`
}

/** What a successful check found; both times in milliseconds since the epoch. */
export function worksText(expiresAt: number | null, now: number): string {
  const until = expiresAt === null ? '' : ` until ${momentText(expiresAt, now)}`
  return `The connection works${until}.`
}

/** In the largest whole unit. */
function spanText(milliseconds: number): string {
  for (const [unit, length] of UNITS) {
    const count = Math.floor(milliseconds / length)
    if (count >= 1) return countOf(count, unit)
  }
  return 'less than a minute'
}
