import type { Context } from 'hono'

/** The URL as the caller sees it: by its Host header, which a browser test may map to this server. */
export function requestUrl(c: Context): URL {
  return new URL(c.req.url)
}
