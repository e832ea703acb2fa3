import type { Reply } from '../../shared/cliquify/reply.ts'
import { isRecord, own } from '../../shared/cliquify/value.ts'
import type { ZohoConfiguration } from '../configuration.ts'
import { ask, type Unanswered } from './ask.ts'
import { accountsOf, type Centre } from './centres.ts'

/** Zoho's accounts servers, which give out tokens (zoho.com/accounts/protocol/oauth). */
export interface Accounts {
  /** Where the browser goes; Zoho sends it on to the data centre of the account. */
  authorizationUrl(state: string, from: Centre): URL
  /** The tokens for a code, which lives a minute and is good once. */
  exchange(centre: Centre, code: string): Promise<Granted | NotGranted>
  /** Another access token. */
  refresh(centre: Centre, refreshToken: string): Promise<Renewed | NotGranted>
  /** Whether Zoho says that it is no longer good; its access tokens are not either then. */
  revoke(centre: Centre, refreshToken: string): Promise<boolean>
}

export interface Renewed {
  readonly is: 'granted'
  readonly accessToken: string
  /** Milliseconds. */
  readonly lifeMs: number
}

export interface Granted extends Renewed {
  /** Does not change, and does not expire. */
  readonly refreshToken: string
}

export interface NotGranted {
  readonly is:
    /** The code was used, or is too late; the refresh token was revoked. */
    | 'refused'
    /** Too many tokens were asked for. */
    | 'busy'
    /** The client or its redirect address is not known there: for the administrator. */
    | 'unknown-client'
    | 'unreachable'
}

const SCOPES = 'ZohoCliq.Channels.READ,ZohoCliq.Webhooks.CREATE'
const PATIENCE_MS = 15_000
/** What Zoho documents; some of its pages give `expires_in` in milliseconds. */
const LONGEST_LIFE_S = 3_600

/** `redirectUri`: where Zoho sends people back to. */
export function openAccounts(
  { clientId, clientSecret, standIn }: ZohoConfiguration,
  redirectUri: string,
): Accounts {
  /** In the body: addresses end up in logs. */
  function post(
    centre: Centre,
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Reply | Unanswered> {
    const url = `${accountsOf(centre, standIn)}/oauth/v2/${path}`
    return ask(url, { method: 'POST', body: new URLSearchParams(fields) }, PATIENCE_MS)
  }

  const client = { client_id: clientId, client_secret: clientSecret }

  return {
    authorizationUrl(state, from) {
      const url = new URL(`${accountsOf(from, standIn)}/oauth/v2/auth`)
      url.search = new URLSearchParams({
        scope: SCOPES,
        client_id: clientId,
        state,
        response_type: 'code',
        redirect_uri: redirectUri,
        access_type: 'offline',
        // Without it there is a refresh token the first time only.
        prompt: 'consent',
      }).toString()
      return url
    },
    async exchange(centre, code) {
      const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
      const reply = await post(centre, 'token', { ...client, ...grant })
      const renewed = renewedBy(reply)
      if (renewed.is !== 'granted') return renewed
      const refreshToken = textIn(reply, 'refresh_token')
      return refreshToken === null ? { is: 'refused' } : { ...renewed, refreshToken }
    },
    async refresh(centre, refreshToken) {
      const grant = { grant_type: 'refresh_token', refresh_token: refreshToken }
      return renewedBy(await post(centre, 'token', { ...client, ...grant }))
    },
    async revoke(centre, refreshToken) {
      const reply = await post(centre, 'token/revoke', { token: refreshToken })
      // 400: it is not good any more.
      return typeof reply !== 'string' && (reply.status === 200 || reply.status === 400)
    },
  }
}

/** Errors come with the status 200, too. */
function renewedBy(reply: Reply | Unanswered): Renewed | NotGranted {
  if (typeof reply === 'string' || reply.status >= 500) return { is: 'unreachable' }
  const accessToken = textIn(reply, 'access_token')
  if (accessToken !== null) {
    const seconds = Number(isRecord(reply.body) ? own(reply.body, 'expires_in') : NaN)
    const life = seconds > 0 ? Math.min(seconds, LONGEST_LIFE_S) : LONGEST_LIFE_S
    return { is: 'granted', accessToken, lifeMs: life * 1000 }
  }
  const error = textIn(reply, 'error')
  if (error === null) return { is: 'unreachable' }
  return { is: ERRORS.get(error) ?? 'unreachable' }
}

const ERRORS: ReadonlyMap<string, NotGranted['is']> = new Map([
  ['invalid_code', 'refused'],
  ['invalid_token', 'refused'],
  ['invalid_client', 'unknown-client'],
  ['invalid_client_secret', 'unknown-client'],
  ['invalid_redirect_uri', 'unknown-client'],
  ['access_denied', 'busy'],
  ['Access Denied', 'busy'],
])

function textIn(reply: Reply | Unanswered, key: string): string | null {
  const value = typeof reply !== 'string' && isRecord(reply.body) ? own(reply.body, key) : null
  return typeof value === 'string' && value !== '' ? value : null
}
