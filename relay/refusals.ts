import type { Context } from 'hono'
import type { Counts } from './counts.ts'

/** What the relay does not do for a caller, in one form, and counted. */
export interface Refusals {
  readonly refused: (
    c: Context,
    status: 400 | 401 | 403 | 404 | 409 | 413 | 422,
    message: string,
  ) => Response
  readonly tooMany: (c: Context, milliseconds: number) => Response
}

export function openRefusals(counts: Counts): Refusals {
  return {
    refused(c, status, message) {
      counts.add('relay_refusals_total', String(status))
      return c.json({ success: false, message }, status)
    },
    tooMany(c, milliseconds) {
      counts.add('relay_refusals_total', '429')
      c.header('Retry-After', String(Math.max(1, Math.ceil(milliseconds / 1000))))
      return c.json({ success: false, message: 'Too many requests.' }, 429)
    },
  }
}
