import type { Context } from 'hono'
import type { Guesses } from './guesses.ts'
import { hashOf } from './keys.ts'
import type { SignIns } from './sign-in.ts'
import { PAGE_STYLE, pageOf, type PageContent } from './page.ts'
import type { SignInPage } from './sign-in-page.ts'

/** What each way to sign in needs for its pages. */
export interface PagesContext {
  readonly signIns: SignIns
  readonly guesses: Guesses
  readonly callerOf: (c: Context) => string
  readonly show: ShowPage
}

/** Shows a page of this kind. */
export type ShowPage<P = SignInPage> = (
  c: Context,
  page: P,
  status: 200 | 400 | 403 | 410 | 429 | 502,
) => Response

/** `sendsTo` is where its forms may lead, in the words of a policy. */
export async function openPages<P>(
  contentOf: (page: P) => PageContent,
  sendsTo: string,
): Promise<ShowPage<P>> {
  const digest = (await hashOf(PAGE_STYLE)).replaceAll('-', '+').replaceAll('_', '/')
  const policy = `default-src 'none'; style-src 'sha256-${digest}='; form-action ${sendsTo}; frame-ancestors 'none'; base-uri 'none'`
  return (c, page, status) => {
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Content-Security-Policy', policy)
    return c.html(pageOf(contentOf(page)), status)
  }
}
