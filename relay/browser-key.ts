import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { randomKey } from './keys.ts'

/**
 * The key of a browser: who comes back from another server must be who went there. With it a form is
 * known to be the relay's own, as a browser sends it along with no form of another site.
 */
export interface BrowserKey {
  /** Null where the browser has none, or keeps no cookies. */
  of(c: Context): string | null
  keep(c: Context): void
}

const COOKIE = 'sign-in'
/** Seconds; longer than anybody is away. */
const COOKIE_LIFE = 600

/** `origin`: the relay's. */
export function openBrowserKey(origin: string): BrowserKey {
  const isSecure = origin.startsWith('https:')

  function of(c: Context): string | null {
    const key = isSecure ? getCookie(c, COOKIE, 'host') : getCookie(c, COOKIE)
    return key !== undefined && /^[\w-]{22}$/.test(key) ? key : null
  }

  return {
    of,
    keep(c) {
      setCookie(c, COOKIE, of(c) ?? randomKey(), {
        path: '/',
        httpOnly: true,
        sameSite: 'Lax',
        maxAge: COOKIE_LIFE,
        ...(isSecure ? { secure: true, prefix: 'host' } : {}),
      })
    },
  }
}

/** What a person reads where it keeps none; `button`: what to press then. */
export function noCookie(button: string): string {
  return `Your browser has kept no cookie of this page. Allow cookies here, then press “${button}” again.`
}
