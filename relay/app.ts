import type { Context, Hono } from 'hono'
import { troubleOf, type Trouble } from '../shared/trouble.ts'
import { administration } from './administration.ts'
import { openAuthorizations } from './authorizations.ts'
import { bearerOf } from './bearer.ts'
import { openBrand, type Answer } from './brand.ts'
import { openClarify } from './clarify.ts'
import { openCliquify } from './cliquify.ts'
import type { Configuration } from './configuration.ts'
import { openCounts } from './counts.ts'
import { fieldsOf } from './fields.ts'
import { openFront } from './front.ts'
import { openGuesses } from './guesses.ts'
import { invitationPages } from './invitation-pages.ts'
import { isSame, openKeyring } from './keys.ts'
import { libraryRoutes } from './libraries.ts'
import type { Log } from './log.ts'
import type { FetchFile } from './media.ts'
import { openMediaLinks } from './media-links.ts'
import { mediaRoutes } from './media-routes.ts'
import { CALLBACK, openIdPages } from './openid-pages.ts'
import type { PageContent } from './page.ts'
import { openPages } from './pages.ts'
import { openPeople, type Visitor } from './people.ts'
import { openProvider } from './provider.ts'
import { refused, tooMany } from './refusals.ts'
import { priorityOf } from './routes.ts'
import { openSignIns } from './sign-in.ts'
import { signInPage, type SignInPage } from './sign-in-page.ts'
import type { Storage } from './storage.ts'
import { openZoho } from './zoho/zoho.ts'

/** What the relay is given by the platform that it runs on. */
export interface Platform {
  readonly storage: Storage
  readonly log: Log
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Tells callers apart, for counting what they get wrong. */
  readonly callerOf: (c: Context) => string
  readonly fetchFile: FetchFile
}

export interface Relay {
  readonly fetch: (request: Request, bindings?: object) => Response | Promise<Response>
  /** Cliquify's token for files at its own origin; null where the bearer has not signed in. */
  readonly tokenFor: (bearer: string | null) => Promise<string | null>
  /** To be called once nobody is being answered any more. */
  close(): Promise<void>
}

const WRONG_PER_MINUTE = 20
const STARTS_PER_MINUTE = 60

/** The relay of one team, whatever it runs on. */
export async function openRelay(
  configuration: Configuration,
  { storage, log, now, callerOf, fetchFile }: Platform,
): Promise<Relay> {
  const keyring = await openKeyring(configuration.secret)
  const counts = openCounts()
  const people = openPeople(storage, now)
  const signIns = openSignIns(storage, keyring, now)
  const authorizations = openAuthorizations(storage, keyring, now)
  const cliquifyOrigin = configuration.cliquify.origin
  const links = openMediaLinks({ cliquifyOrigin, relayOrigin: configuration.origin, keyring })
  const cliquify = openCliquify({ configuration, storage, keyring, log, counts, now })
  const brand = openBrand({ cliquify, storage, links, log, now })
  const guesses = openGuesses(WRONG_PER_MINUTE, now)
  const starts = openGuesses(STARTS_PER_MINUTE, now)
  const { host } = new URL(configuration.origin)

  const app = openFront({ log, counts, now })

  /** Who guesses is told to wait; who asks from the same address and is right is not. */
  function wrong(c: Context, status: 400 | 401 | 422, message: string): Response {
    const wait = guesses.blockedFor(callerOf(c))
    if (wait > 0) return tooMany(c, wait)
    guesses.note(callerOf(c))
    return refused(c, status, message)
  }

  /** Who asks; null where the token is not in force. */
  async function visitor(bearer: string | null): Promise<Visitor | null> {
    return bearer === null ? null : people.find(bearer)
  }

  app.post('/login/start', async (c) => {
    const wait = starts.blockedFor(callerOf(c))
    if (wait > 0) return tooMany(c, wait)
    starts.note(callerOf(c))
    const { readKey, writeKey } = await signIns.start()
    c.header('Cache-Control', 'no-store')
    return c.json({ readKey, url: `${configuration.origin}/login/${writeKey}` })
  })

  app.post('/login/poll', async (c) => {
    c.header('Cache-Control', 'no-store')
    const { readKey } = fieldsOf(c)
    const polled = readKey === undefined ? null : await signIns.poll(readKey, c.req.raw.signal)
    switch (polled?.is) {
      case 'waiting':
        return c.json({ success: true, message: 'Nobody has signed in yet.' }, 202)
      case 'done':
        counts.add('relay_sign_ins_total', configuration.signIn.by)
        log.info('signed-in', { person: polled.name })
        return c.json({
          access_token: polled.token,
          token_type: 'Bearer',
          expires_in: polled.expiresIn,
        })
      case 'ended':
      case undefined:
        return wrong(c, 400, 'This sign-in has ended. Sign in again.')
    }
  })

  app.route('/login', await loginPages())

  async function loginPages(): Promise<Hono> {
    const context = { signIns, guesses, callerOf }
    const shown = (page: SignInPage): PageContent => signInPage(page, host)
    const { signIn, origin } = configuration
    if (signIn.by === 'invitation') {
      return invitationPages({ ...context, show: await openPages(shown, "'self'") })
    }
    const issuer = new URL(signIn.issuer).origin
    return openIdPages({
      ...context,
      // Browsers hold a form to this wherever it is sent on, and a company's page may send it on.
      show: await openPages(shown, `'self' https: ${issuer}`),
      provider: openProvider({ configuration: signIn, redirectUri: origin + CALLBACK, now }),
      authorizations,
      log,
      origin,
      domains: signIn.domains,
    })
  }

  app.post('/oauth/introspect', async (c) => {
    const { token } = fieldsOf(c)
    if (token === undefined) return refused(c, 422, 'Token required.')
    const found = await people.find(token)
    if (found === null) return wrong(c, 422, 'Invalid or expired token.')
    const data = {
      active: true,
      client_id: found.name,
      user_id: null,
      scopes: ['brandkit:read', 'assets:read', 'templates:read'],
      expires_at: new Date(found.expiresAt).toISOString(),
    }
    return c.json({ success: true, message: '', data })
  })

  app.post('/oauth/revoke', async (c) => {
    const { token } = fieldsOf(c)
    if (token === undefined) return refused(c, 422, 'Token required.')
    if (!(await people.revokeToken(token))) return wrong(c, 422, 'Token not found.')
    return c.json({ success: true, message: 'Token successfully revoked.', data: null })
  })

  app.get('/api/*', async (c) => {
    if ((await visitor(bearerOf(c))) === null) return wrong(c, 401, 'Unauthenticated.')
    const url = new URL(c.req.url)
    const priority = priorityOf(url)
    if (priority === null) return refused(c, 404, 'The relay does not pass this on.')
    const past = /\bno-cache\b/i.test(c.req.header('cache-control') ?? '')
    try {
      const answer = await brand.answer(url.pathname + url.search, priority, past)
      counts.add('relay_cache_replies_total', answer.from)
      return reply(c, answer)
    } catch (error) {
      return failed(c, troubleOf(error))
    }
  })

  function reply(c: Context, { status, body, etag, at }: Answer): Response {
    const headers = {
      'Content-Type': 'application/json',
      'Cache-Control': 'private, no-cache',
      ETag: etag,
      Age: String(Math.max(0, Math.floor((now() - at) / 1000))),
      Vary: 'Authorization',
    }
    const known = (c.req.header('if-none-match') ?? '').split(/\s*,\s*/)
    const isKnown = status === 200 && (known.includes(etag) || known.includes(`W/${etag}`))
    if (isKnown) return new Response(null, { status: 304, headers })
    return new Response(status === 204 ? null : body, { status, headers })
  }

  /** `relay`: the sentence that the plugin shows, where it is not Cliquify that can help. */
  function failed(c: Context, trouble: Trouble): Response {
    const { kind, message } = trouble
    if (kind === 'rate-limited') return tooMany(c, cliquify.wait)
    if (ADMINISTRATORS.includes(kind)) {
      return refused(c, 503, TEAM_SIGNED_OUT, { relay: TEAM_SIGNED_OUT })
    }
    return refused(c, 502, message)
  }

  const tokenFor = async (bearer: string | null): Promise<string | null> =>
    (await visitor(bearer)) === null ? null : cliquify.token()

  app.route('/media', mediaRoutes({ links, cliquifyOrigin, fetchFile, tokenFor, log }))

  if (configuration.clarify !== null) {
    const options = { configuration: configuration.clarify, storage, keyring, log, counts, now }
    const clarify = openClarify(options)
    app.post('/clarify/v1/rpc', async (c) => {
      if ((await visitor(bearerOf(c))) === null) return wrong(c, 401, 'Unauthenticated.')
      const answer = await clarify.ask(c.get('body'), c.req.header('x-api-version'))
      switch (answer.is) {
        case 'reply':
          return new Response(answer.text, {
            status: answer.status,
            headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
          })
        case 'not-allowed':
          return refused(c, 403, 'The relay does not pass this on.')
        case 'paused':
          return tooMany(c, answer.milliseconds)
        case 'signed-out':
          return refused(c, 503, CLARIFY_SIGNED_OUT)
        case 'failed':
          return refused(c, 502, 'Clarify could not be asked.')
      }
    })
  }

  const forVisitors = {
    visitor: (c: Context) => visitor(bearerOf(c)),
    unauthenticated: (c: Context) => wrong(c, 401, 'Unauthenticated.'),
  }
  app.route('/libraries', libraryRoutes({ storage, now, ...forVisitors }))

  if (configuration.zoho !== null) {
    const zoho = await openZoho({
      ...{ configuration: configuration.zoho, origin: configuration.origin },
      ...{ authorizations, storage, keyring, log, now },
      ...forVisitors,
    })
    app.route('/zoho', zoho)
  }

  app.get('/healthz', (c) => {
    storage.transact((rows) => rows.count('token'))
    return c.json({ ok: true })
  })

  /** Null for the administrator. */
  async function notAdministrator(c: Context): Promise<Response | null> {
    if (await isSame(bearerOf(c) ?? '', configuration.secret)) return null
    return wrong(c, 401, 'This needs the administrator’s key.')
  }

  app.get('/metrics', async (c) => (await notAdministrator(c)) ?? c.text(counts.text()))

  const { signIn } = configuration
  app.route('/admin', administration({ people, signIn, notAdministrator }))

  return {
    fetch: (request, bindings) => app.fetch(request, bindings),
    tokenFor,
    async close() {
      await brand.close()
      signIns.flush()
    },
  }
}

/** Kinds that only the administrator can mend; the log tells how. */
const ADMINISTRATORS: readonly Trouble['kind'][] = [
  'wrong-credentials',
  'missing-credentials',
  'connection-refused',
  'inactive-account',
  'connection-expired',
]

const TEAM_SIGNED_OUT =
  'Your team’s relay can no longer sign in to Cliquify. Tell whoever looks after it in your team.'

const CLARIFY_SIGNED_OUT =
  'Your team’s relay can no longer sign in to Clarify. Tell whoever looks after it in your team.'
