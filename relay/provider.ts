import * as openid from 'openid-client'
import type { OpenIdConfiguration } from './configuration.ts'
import { isLoopback } from './environment.ts'

/** The company's OpenID provider, which tells who somebody is. */
export interface Provider {
  /** What people know it by. */
  readonly host: string
  /** Where the browser goes. `another`: not with the account that the provider knows already. */
  authorizationUrl(proof: Proof, another: boolean): Promise<URL | Unreachable>
  /** Who came back, by the address that the provider sent the browser to. */
  identify(answer: URL, proof: Proof): Promise<Identity>
}

/** What shows that an answer is for a question of the relay's. */
export interface Proof {
  readonly state: string
  readonly nonce: string
  /** Of PKCE (RFC 7636). */
  readonly verifier: string
}

export type Identity =
  | { readonly is: 'known'; readonly email: string }
  /** Of none of the domains that may sign in. */
  | { readonly is: 'foreign'; readonly email: string }
  /** The provider knows of no address that it has verified. */
  | { readonly is: 'unverified' }
  /** The person did not want to. */
  | { readonly is: 'declined' }
  | Unreachable
  /** `reason`: an error of OAuth or of `openid-client`, for the log. */
  | { readonly is: 'refused'; readonly reason: string }

/** No answer, or none that an OpenID provider gives. */
export interface Unreachable {
  readonly is: 'unreachable'
  /** An error of `openid-client` or of the network, for the log. */
  readonly reason: string
}

/** Seconds for each request to the provider. */
const PATIENCE_S = 10
/** How long what the provider says of itself is believed. */
const DISCOVERED_FOR_MS = 3_600_000
const LONGEST_EMAIL = 254

export function newProof(): Proof {
  return {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
  }
}

export interface ProviderOptions {
  readonly configuration: OpenIdConfiguration
  /** Where the provider sends people back to. */
  readonly redirectUri: string
  readonly now: () => number
}

export function openProvider({ configuration, redirectUri, now }: ProviderOptions): Provider {
  const { clientId, clientSecret, domains } = configuration
  const issuer = new URL(configuration.issuer)
  let discovered: {
    readonly until: number
    readonly promise: Promise<openid.Configuration>
  } | null = null

  /** A secret goes into the header, as is the default, unless the provider wants it in the body. */
  const authenticate: openid.ClientAuth = (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported
    const isBasic = methods === undefined || methods.includes('client_secret_basic')
    const by = isBasic ? openid.ClientSecretBasic : openid.ClientSecretPost
    by(clientSecret)(server, client, body, headers)
  }

  /** What failed is asked for anew by whoever comes next. */
  function discover(): Promise<openid.Configuration> {
    if (discovered !== null && now() < discovered.until) return discovered.promise
    const promise = openid.discovery(issuer, clientId, undefined, authenticate, {
      timeout: PATIENCE_S,
      // Only on this machine, see `readConfiguration`.
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is called so to stand out
      execute: isLoopback(issuer.hostname) ? [openid.allowInsecureRequests] : [],
    })
    const mine = { promise, until: now() + DISCOVERED_FOR_MS }
    discovered = mine
    promise.catch(() => {
      if (discovered === mine) discovered = null
    })
    return promise
  }

  async function emailOf(answer: URL, { state, nonce, verifier }: Proof): Promise<unknown> {
    const server = await discover()
    const tokens = await openid.authorizationCodeGrant(server, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) return undefined
    const hasMore = server.serverMetadata().userinfo_endpoint !== undefined
    const told =
      claims['email'] === undefined && hasMore
        ? await openid.fetchUserInfo(server, tokens.access_token, claims.sub)
        : claims
    const { email, email_verified: isVerified } = told
    return isVerified === true ? email : undefined
  }

  return {
    host: issuer.host,
    async authorizationUrl({ state, nonce, verifier }, another) {
      const challenge = await openid.calculatePKCECodeChallenge(verifier)
      try {
        return openid.buildAuthorizationUrl(await discover(), {
          redirect_uri: redirectUri,
          scope: 'openid email',
          state,
          nonce,
          code_challenge: challenge,
          code_challenge_method: 'S256',
          // Unlike values of `prompt`, a provider that does not know it passes over it.
          ...(another ? { max_age: '0' } : {}),
        })
      } catch (error) {
        return unreachable(error)
      }
    },
    async identify(answer, proof) {
      try {
        const email = await emailOf(answer, proof)
        if (typeof email !== 'string' || !isAddress(email)) return { is: 'unverified' }
        const domain = email.slice(email.indexOf('@') + 1)
        // Letters that are none of ASCII's may become some in lower case.
        const isOurs = /^[\x21-\x7e]+$/.test(domain) && domains.includes(domain.toLowerCase())
        return { is: isOurs ? 'known' : 'foreign', email: email.toLowerCase() }
      } catch (error) {
        // It may have moved, or changed its keys.
        discovered = null
        return failureOf(error)
      }
    },
  }
}

function isAddress(text: string): boolean {
  return text.length <= LONGEST_EMAIL && /^[^@\s\p{C}]+@[^@\s\p{C}]+$/u.test(text)
}

function failureOf(error: unknown): Identity {
  if (error instanceof openid.AuthorizationResponseError) {
    return error.error === 'access_denied'
      ? { is: 'declined' }
      : { is: 'refused', reason: error.error }
  }
  if (error instanceof openid.ResponseBodyError) {
    return { is: error.status >= 500 ? 'unreachable' : 'refused', reason: error.error }
  }
  if (error instanceof openid.WWWAuthenticateChallengeError) {
    return { is: 'refused', reason: 'invalid_client' }
  }
  const code = error instanceof openid.ClientError ? error.code : undefined
  const isAnswer = code !== undefined && ANSWERS.includes(code)
  return isAnswer ? { is: 'refused', reason: code } : unreachable(error)
}

/** An error of `fetch` has what is wrong in its cause, and `openid-client` wraps that. */
function unreachable(error: unknown): Unreachable {
  let reason = 'other'
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string') reason = each.code
  }
  return { is: 'unreachable', reason }
}

/** Errors of `openid-client` for what a provider answered; the others are for no answer. */
const ANSWERS: readonly string[] = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_PARSE_ERROR',
]
