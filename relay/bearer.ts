import type { Context } from 'hono'

/** Characters. */
export const LONGEST_TOKEN = 200

/** The token of a request; null where it brings none that could be one. */
export function bearerOf(c: Context): string | null {
  const token = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  return token !== undefined && isToken(token) ? token : null
}

/** Whether it can be sent as a token: characters of ASCII, and no spaces. */
export function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text) && text.length <= LONGEST_TOKEN
}
