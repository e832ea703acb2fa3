import { Hono, type Context } from 'hono'
import {
  LOCATIONS,
  ZOHO_CLIENT,
  type RefreshToken,
  type StandInCentre,
  type World,
} from './world.ts'

const KNOWN_SCOPES = ['ZohoCliq.Channels.READ', 'ZohoCliq.Webhooks.CREATE']
const CODE_LIFE_MS = 60_000
const TEN_MINUTES = 600_000
const MOST_CODES = 10
const MOST_REFRESH_TOKENS = 20
const MOST_LIVE = 30
const MOST_GIVEN = 10
const LIFE_S = 3_600

/** The accounts server of one data centre. */
export function accounts(world: World, centre: StandInCentre): Hono {
  const app = new Hono()

  /** What is wrong with a request for a code; null where nothing is. */
  function problemOf(query: URLSearchParams): string | null {
    const scopes = query.get('scope')?.split(',') ?? []
    if (query.get('client_id') !== ZOHO_CLIENT.id) return 'ERROR_invalid_client'
    if (query.get('redirect_uri') !== world.redirectUri) {
      return 'ERROR_invalid_redirect_uri'
    }
    if (query.get('response_type') !== 'code') return 'ERROR_invalid_response_type'
    if (scopes.length === 0 || !scopes.every((scope) => KNOWN_SCOPES.includes(scope))) {
      return 'ERROR_invalid_scope'
    }
    return null
  }

  app.get('/oauth/v2/auth', (c) => {
    const problem = problemOf(new URL(c.req.url).searchParams)
    return c.html(problem === null ? CONSENT : `<h1>${problem}</h1>`, problem === null ? 200 : 400)
  })

  app.post('/oauth/v2/auth', async (c) => {
    const query = new URL(c.req.url).searchParams
    const problem = problemOf(query)
    if (problem !== null) return c.html(`<h1>${problem}</h1>`, 400)
    const fields = new URLSearchParams(await c.req.text())
    const email = fields.get('email') ?? ''
    const back = new URL(world.redirectUri)
    const state = query.get('state')
    if (state !== null) back.searchParams.set('state', state)
    if (fields.has('reject')) {
      back.searchParams.set('error', 'access_denied')
      return c.redirect(back.href)
    }
    const home = world.centreOf.get(email)
    // China stands by itself.
    if (home === undefined || (home === 'com.cn') !== (centre === 'com.cn')) {
      return c.html('<h1>There is no such account here.</h1>', 404)
    }
    const at = world.now()
    const recent = world.codesGivenAt.filter((time) => time > at - TEN_MINUTES)
    if (recent.length >= MOST_CODES) {
      back.searchParams.set('error', 'access_denied')
      return c.redirect(back.href)
    }
    world.codesGivenAt.push(at)
    const code = world.secret()
    const isOffline = query.get('access_type') === 'offline'
    const isAsked = query.get('prompt') === 'consent' || !world.agreed.has(email)
    world.agreed.add(email)
    world.codes.set(code, {
      user: email,
      centre: home,
      scopes: query.get('scope')?.split(',') ?? [],
      givesRefreshToken: isOffline && isAsked,
      expiresAt: at + CODE_LIFE_MS,
    })
    back.searchParams.set('code', code)
    back.searchParams.set('location', LOCATIONS[home])
    back.searchParams.set('accounts-server', `https://accounts.zoho.${home}`)
    return c.redirect(back.href)
  })

  /** As the documentation has it, errors come with the status 200. */
  app.post('/oauth/v2/token', async (c) => {
    const fields = await fieldsOf(c)
    if (fields.get('client_id') !== ZOHO_CLIENT.id) return c.json({ error: 'invalid_client' })
    if (fields.get('client_secret') !== ZOHO_CLIENT.secret) {
      return c.json({ error: 'invalid_client_secret' })
    }
    switch (fields.get('grant_type')) {
      case 'authorization_code': {
        const text = fields.get('code') ?? ''
        const code = world.codes.get(text)
        if (fields.get('redirect_uri') !== world.redirectUri) {
          return c.json({ error: 'invalid_redirect_uri' })
        }
        const isGood = code?.centre === centre && world.now() < code.expiresAt
        if (code === undefined || !isGood) return c.json({ error: 'invalid_code' })
        world.codes.delete(text)
        const { user, scopes } = code
        const token = { text: world.secret(), user, centre, scopes, givenAt: [] }
        if (!code.givesRefreshToken) return c.json(accessFor(token))
        world.refreshTokens.push(token)
        const own = world.refreshTokens.filter((each) => each.user === user)
        if (own.length > MOST_REFRESH_TOKENS) world.revoke(own[0]?.text ?? '')
        return c.json({ ...accessFor(token), refresh_token: token.text })
      }
      case 'refresh_token': {
        const text = fields.get('refresh_token')
        const token = world.refreshTokens.find((each) => each.text === text)
        if (token?.centre !== centre) return c.json({ error: 'invalid_code' })
        const recent = token.givenAt.filter((time) => time > world.now() - TEN_MINUTES)
        if (recent.length >= MOST_GIVEN) {
          const description = 'You have made too many requests continuously.'
          return c.json(
            { error_description: description, error: 'Access Denied', status: 'failure' },
            400,
          )
        }
        return c.json(accessFor(token))
      }
      case null:
      default:
        return c.json({ error: 'unsupported_grant_type' })
    }
  })

  app.post('/oauth/v2/token/revoke', async (c) => {
    const fields = await fieldsOf(c)
    const isKnown = world.revoke(fields.get('token') ?? '')
    return isKnown ? c.json({ status: 'success' }) : c.json({ error: 'invalid_token' }, 400)
  })

  function accessFor(token: RefreshToken): Record<string, unknown> {
    const text = world.secret()
    token.givenAt.push(world.now())
    world.accessTokens.set(text, { of: token, expiresAt: world.now() + LIFE_S * 1000 })
    const live = [...world.accessTokens].filter(([, { of }]) => of === token)
    if (live.length > MOST_LIVE) world.accessTokens.delete(live[0]?.[0] ?? '')
    const isSeconds = world.settings.expiresIn === 'seconds'
    return {
      access_token: text,
      api_domain: `https://www.zohoapis.${centre}`,
      token_type: 'Bearer',
      expires_in: isSeconds ? LIFE_S : LIFE_S * 1000,
    }
  }

  return app
}

/** Parameters are taken from the query, too; that is how Zoho documents them. */
async function fieldsOf(c: Context): Promise<URLSearchParams> {
  const { searchParams } = new URL(c.req.url)
  return new URLSearchParams([...searchParams, ...new URLSearchParams(await c.req.text())])
}

const CONSENT = `<!doctype html>
<html lang="en">
<title>Zoho Accounts</title>
<h1>Cliquify would like to access Zoho Cliq</h1>
<form method="post">
<label>E-mail <input name="email"></label>
<button type="submit">Accept</button>
<button type="submit" name="reject" value="yes">Reject</button>
</form>
</html>`
