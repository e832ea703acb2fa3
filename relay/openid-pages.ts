import { Hono, type Context } from 'hono'
import type { Authorizations } from './authorizations.ts'
import { noCookie, openBrowserKey } from './browser-key.ts'
import { fieldsOf } from './fields.ts'
import type { Log } from './log.ts'
import type { PagesContext } from './pages.ts'
import type { Identity, Provider } from './provider.ts'

export interface OpenIdPagesContext extends PagesContext {
  readonly provider: Provider
  readonly authorizations: Authorizations
  readonly log: Log
  /** The relay's. */
  readonly origin: string
  /** Whose addresses may sign in. */
  readonly domains: readonly string[]
}

export const CALLBACK = '/login/callback'

/** The browser's half of a sign-in at the company's OpenID provider, under `/login`. */
export function openIdPages(context: OpenIdPagesContext): Hono {
  const { provider, authorizations, signIns, guesses, callerOf, show, log, origin } = context
  const app = new Hono()
  const browserKey = openBrowserKey(origin)

  function form(
    c: Context,
    writeKey: string,
    problem: string | null,
    { status = 200, another = false }: { status?: 200 | 403 | 502; another?: boolean } = {},
  ): Response {
    browserKey.keep(c)
    const action = `/login/${writeKey}`
    return show(c, { shows: 'provider', provider: provider.host, action, problem, another }, status)
  }

  app.get('/callback', async (c) => {
    const taken = await authorizations.take(
      'sign-in',
      c.req.query('state') ?? '',
      browserKey.of(c) ?? '',
    )
    if (taken.is !== 'begun') {
      const isHeldUp = guesses.blockedFor(callerOf(c)) > 0
      guesses.note(callerOf(c))
      return show(c, { shows: taken.is }, isHeldUp ? 429 : taken.is === 'ended' ? 410 : 403)
    }
    const answer = new URL(origin + CALLBACK)
    answer.search = new URL(c.req.url).search
    const identity = await provider.identify(answer, taken.proof)
    if (identity.is === 'known') {
      const accepted = await signIns.admit(taken.subject, identity.email)
      return accepted.is === 'accepted'
        ? show(c, { shows: 'done', name: accepted.name }, 200)
        : show(c, { shows: 'ended' }, 410)
    }
    note(identity)
    if (!(await signIns.isOpen(taken.subject))) return show(c, { shows: 'ended' }, 410)
    const isDown = identity.is === 'unreachable' || identity.is === 'refused'
    return form(c, taken.subject, problemOf(identity), {
      status: isDown ? 502 : 403,
      another: identity.is === 'foreign' || identity.is === 'unverified',
    })
  })

  app.get('/:key', async (c) => {
    const writeKey = c.req.param('key')
    if (!(await signIns.isOpen(writeKey))) return show(c, { shows: 'ended' }, 410)
    return form(c, writeKey, null)
  })

  app.post('/:key', async (c) => {
    const writeKey = c.req.param('key')
    if (!(await signIns.isOpen(writeKey))) return show(c, { shows: 'ended' }, 410)
    const browser = browserKey.of(c)
    if (browser === null) return form(c, writeKey, noCookie('Sign in'), { status: 403 })
    if (!(await signIns.noteTry(writeKey))) return show(c, { shows: 'ended' }, 410)
    const { another } = fieldsOf(c)
    const proof = await authorizations.begin('sign-in', writeKey, browser)
    const url = await provider.authorizationUrl(proof, another !== undefined)
    if (!(url instanceof URL)) {
      note(url)
      return form(c, writeKey, problemOf(url), { status: 502 })
    }
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    return c.redirect(url.href, 303)
  })

  type Failure = Exclude<Identity, { is: 'known' }>

  function problemOf(identity: Failure): string {
    switch (identity.is) {
      case 'foreign':
        return `${identity.email} is no address of ${context.domains.join(' or ')}. Use the account that you have there.`
      case 'unverified':
        return `${provider.host} has not verified your e-mail address. Verify it there, or use another account.`
      case 'declined':
        return `You did not let ${provider.host} tell who you are, so nobody is signed in. Press “Sign in” to try again.`
      case 'unreachable':
        return `${provider.host} does not answer. Try again in a moment.`
      case 'refused':
        return `${provider.host} did not confirm who you are. Try again; if it stays, tell whoever looks after Cliquify in your team.`
    }
  }

  /** What the administrator can do something about. */
  function note(identity: Failure): void {
    switch (identity.is) {
      case 'unreachable':
        log.problem('openid-unreachable', UNREACHABLE, { reason: codeOf(identity.reason) })
        return
      case 'refused':
        log.problem('openid-refused', REFUSED[identity.reason] ?? REFUSED_SOMEHOW, {
          reason: codeOf(identity.reason),
        })
        return
      case 'foreign':
      case 'unverified':
      case 'declined':
        log.info('openid-not-admitted', { because: identity.is })
    }
  }

  return app
}

const UNREACHABLE =
  'The OpenID provider does not answer as one: see whether it is up, and whether OIDC_ISSUER is what it calls itself.'

const REFUSED_SOMEHOW = 'The OpenID provider did not confirm who somebody is.'

/** What the administrator has to do, by the error of OAuth. */
const REFUSED: Readonly<Partial<Record<string, string>>> = {
  invalid_client:
    'The OpenID provider does not accept OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set them anew and restart the relay.',
  invalid_scope: 'The OpenID provider must let this client ask for the scopes openid and email.',
  unauthorized_client: 'The OpenID provider must let this client use the authorization code flow.',
}

/** A reason comes with the browser, who may say anything. */
function codeOf(reason: string): string {
  return /^\w{1,60}$/.test(reason) ? reason : 'other'
}
