import type { Context } from 'hono'

/** The token of a request; null where it brings none that could be one. */
export function bearerOf(c: Context): string | null {
  return /^Bearer ([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null
}
