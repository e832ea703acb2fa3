import type { Context } from 'hono'

/** What else the reply says, for the plugin. */
export type RefusedMore = Readonly<Record<string, unknown>>

/** The reply to what the relay does not do for a caller. */
export function refused(
  c: Context,
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 500 | 502 | 503,
  message: string,
  more: RefusedMore = {},
): Response {
  return c.json({ success: false, message, ...more }, status)
}

/** The reply to who is to come back in so many milliseconds. */
export function tooMany(
  c: Context,
  milliseconds: number,
  message = 'Too many requests.',
  more: RefusedMore = {},
): Response {
  c.header('Retry-After', String(Math.max(1, Math.ceil(milliseconds / 1000))))
  return c.json({ success: false, message, ...more }, 429)
}
