import type { Context } from 'hono'
import type { Counts } from './counts.ts'

/** What the relay does not do for a caller, in one form, and counted. */
export interface Refusals {
  readonly refused: (
    c: Context,
    status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 502 | 503,
    message: string,
    more?: RefusedMore,
  ) => Response
  /** `message`: in place of the usual sentence. */
  readonly tooMany: (
    c: Context,
    milliseconds: number,
    message?: string,
    more?: RefusedMore,
  ) => Response
}

/** What else the reply says, for the plugin. */
export type RefusedMore = Readonly<Record<string, unknown>>

export function openRefusals(counts: Counts): Refusals {
  return {
    refused(c, status, message, more) {
      counts.add('relay_refusals_total', String(status))
      return c.json({ success: false, message, ...more }, status)
    },
    tooMany(c, milliseconds, message = 'Too many requests.', more) {
      counts.add('relay_refusals_total', '429')
      c.header('Retry-After', String(Math.max(1, Math.ceil(milliseconds / 1000))))
      return c.json({ success: false, message, ...more }, 429)
    },
  }
}
