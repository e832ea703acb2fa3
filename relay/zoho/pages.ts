import { Hono, type Context } from 'hono'
import type { Authorizations } from '../authorizations.ts'
import { noCookie, openBrowserKey } from '../browser-key.ts'
import { fieldsOf } from '../fields.ts'
import type { Log } from '../log.ts'
import type { ShowPage } from '../pages.ts'
import type { Accounts, NotGranted } from './accounts.ts'
import { centreOf } from './centres.ts'
import type { ConnectPage } from './connect-page.ts'
import { UNKNOWN_CLIENT, type Connections } from './connections.ts'

export interface ConnectPagesOptions {
  readonly accounts: Accounts
  readonly authorizations: Authorizations
  readonly connections: Connections
  readonly log: Log
  /** The relay's. */
  readonly origin: string
  readonly show: ShowPage<ConnectPage>
}

export const CALLBACK = '/zoho/callback'

/** Where the plugin sends the browser, with a key. */
export function connectAddress(origin: string, key: string): string {
  return `${origin}/zoho/connect/${key}`
}

/** The browser's half of connecting Zoho, under `/zoho`. */
export function connectPages(options: ConnectPagesOptions): Hono {
  const { accounts, authorizations, connections, log, origin, show } = options
  const app = new Hono()
  const browserKey = openBrowserKey(origin)

  function form(
    c: Context,
    { key, person }: { readonly key: string; readonly person: string },
    problem: string | null,
    status: 200 | 403 | 502,
  ): Response {
    browserKey.keep(c)
    return show(c, { shows: 'form', person, action: connectAddress(origin, key), problem }, status)
  }

  /** With an address of its own, as that of the last try is used up. */
  async function formAnew(
    c: Context,
    person: string,
    problem: string,
    status: 403 | 502,
  ): Promise<Response> {
    return form(c, { key: await connections.invite(person), person }, problem, status)
  }

  app.get('/connect/:key', async (c) => {
    const key = c.req.param('key')
    const person = await connections.invited(key)
    if (person === null) return show(c, { shows: 'ended' }, 410)
    return form(c, { key, person }, null, 200)
  })

  app.post('/connect/:key', async (c) => {
    const key = c.req.param('key')
    const person = await connections.invited(key)
    if (person === null) return show(c, { shows: 'ended' }, 410)
    const browser = browserKey.of(c)
    if (browser === null) return form(c, { key, person }, noCookie('Connect Zoho Cliq'), 403)
    const { state } = await authorizations.begin('zoho', key, browser)
    const { china } = fieldsOf(c)
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    // From there Zoho sends people on to their data centre, but for the one in China.
    const from = china === undefined ? 'com' : 'com.cn'
    return c.redirect(accounts.authorizationUrl(state, from).href, 303)
  })

  app.get('/callback', async (c) => {
    const query = new URL(c.req.url).searchParams
    const browser = browserKey.of(c) ?? ''
    const taken = await authorizations.take('zoho', query.get('state') ?? '', browser)
    if (taken.is !== 'begun') {
      return show(c, { shows: taken.is }, taken.is === 'ended' ? 410 : 403)
    }
    const person = await connections.take(taken.subject)
    if (person === null) return show(c, { shows: 'ended' }, 410)
    const code = query.get('code')
    if (code === null) {
      log.info('zoho-not-connected', { because: 'declined' })
      return formAnew(c, person, DECLINED, 403)
    }
    const centre = centreOf(query)
    if (centre === null) {
      log.info('zoho-not-connected', { because: 'data-centre' })
      return formAnew(c, person, WRONG_CENTRE, 403)
    }
    const granted = await accounts.exchange(centre, code)
    if (granted.is !== 'granted') {
      log.info('zoho-not-connected', { because: granted.is, centre })
      if (granted.is === 'unknown-client') log.problem('zoho-client', UNKNOWN_CLIENT, { centre })
      return formAnew(c, person, PROBLEMS[granted.is], granted.is === 'refused' ? 403 : 502)
    }
    await connections.connect(person, centre, granted)
    log.info('zoho-connected', { person, centre })
    return show(c, { shows: 'done', person }, 200)
  })

  return app
}

const DECLINED =
  'You did not agree at Zoho, so nothing is connected. Press “Connect Zoho Cliq” to try again.'

const WRONG_CENTRE =
  'Zoho did not say that your account is in one of its data centres that the plugin knows (US, EU, India, Australia, China, Japan). Press “Connect Zoho Cliq” and use an account there.'

const PROBLEMS: Readonly<Record<NotGranted['is'], string>> = {
  refused:
    'What Zoho gave your browser was used already, or is older than a minute. Press “Connect Zoho Cliq” to try again.',
  busy: 'Zoho connects nobody for now, because of too many tries. Wait ten minutes, then press “Connect Zoho Cliq” again.',
  'unknown-client':
    'Zoho does not know your team’s relay. Tell whoever looks after it in your team; then press “Connect Zoho Cliq” again.',
  unreachable: 'Zoho does not answer. Press “Connect Zoho Cliq” to try again in a moment.',
}
