import { readCredentialsText } from '../shared/cliquify/credentials-file.ts'
import type { Credentials } from '../shared/cliquify/token.ts'
import { CLARIFY_API_URLS } from '../shared/cliquify/token-profiles.ts'
import { isToken, LONGEST_TOKEN } from './bearer.ts'
import { isLoopback, type EnvironmentReader } from './environment.ts'

/** What an administrator says in the environment. */
export interface Configuration {
  readonly cliquify: {
    /** Without a trailing slash. */
    readonly origin: string
    readonly clientId: string
    readonly clientSecret: string
  }
  /** Where designers reach the relay, without a trailing slash. */
  readonly origin: string
  /** Signs addresses of files, seals what is kept, and is the administrator's key. */
  readonly secret: string
  /** How people prove who they are. */
  readonly signIn: { readonly by: 'invitation' } | OpenIdConfiguration
  /** Null where the relay does not serve Clarify. */
  readonly clarify: ClarifyConfiguration | null
  /** Null where designs cannot be sent for review in Zoho Cliq. */
  readonly zoho: ZohoConfiguration | null
}

export interface OpenIdConfiguration {
  readonly by: 'openid'
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Whose addresses may sign in; in lower case. */
  readonly domains: readonly string[]
}

export interface ClarifyConfiguration {
  /** The root of its API, with a trailing slash. */
  readonly apiUrl: string
  readonly credentials: Credentials
}

export interface ZohoConfiguration {
  readonly clientId: string
  readonly clientSecret: string
  /** The address of one on this machine that stands in for all of Zoho, in tests. */
  readonly standIn: string | null
}

const DEFAULT_CLIQUIFY_ORIGIN = 'https://oauth.cliquify.me'
const SHORTEST_SECRET = 16
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

/**
 * What stands in the environment, whatever the relay runs on; the reader collects what is wrong with
 * it. `readFile`: the text of a file by its path, null where there is none.
 */
export function readConfiguration(
  { text, required, origin, isOpenId, problem }: EnvironmentReader,
  readFile: (path: string) => string | null,
): Configuration {
  const clientId = required('CLIQUIFY_CLIENT_ID', 'the ID of your client in Cliquify')
  const clientSecret = required('CLIQUIFY_CLIENT_SECRET', 'the secret of your client in Cliquify')
  const told = text('CLIQUIFY_ORIGIN')
  const cliquifyOrigin = origin('CLIQUIFY_ORIGIN', told === '' ? DEFAULT_CLIQUIFY_ORIGIN : told)
  return {
    cliquify: { origin: cliquifyOrigin, clientId, clientSecret },
    origin: origin(
      'RELAY_ORIGIN',
      required('RELAY_ORIGIN', 'the address of this relay, such as https://relay.example.com'),
    ),
    secret: secret(),
    signIn: isOpenId() ? openId() : { by: 'invitation' },
    clarify: readClarify(),
    zoho: readZoho(),
  }

  function secret(): string {
    const value = required('RELAY_SECRET', 'a random text of your own, such as 32 hex digits')
    if (value !== '' && (value.length < SHORTEST_SECRET || !isToken(value))) {
      problem(
        `RELAY_SECRET must be ${SHORTEST_SECRET} to ${LONGEST_TOKEN} characters of ASCII, without spaces.`,
      )
    }
    return value
  }

  function openId(): OpenIdConfiguration {
    const issuer = required('OIDC_ISSUER', 'the address of your OpenID provider')
    const url = URL.canParse(issuer) ? new URL(issuer) : null
    const isPlain = url !== null && /^https?:\/\/[^?#@]+$/.test(issuer)
    const isSafe = url?.protocol === 'https:' || (url !== null && isLoopback(url.hostname))
    if (issuer !== '' && !(isPlain && isSafe)) {
      problem(
        'OIDC_ISSUER must be an address such as https://login.example.com; plain http is for this machine only.',
      )
    }
    const domains = required('OIDC_EMAIL_DOMAINS', 'whose addresses may sign in: example.com')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((domain) => domain !== '')
    if (!domains.every((domain) => DOMAIN.test(domain))) {
      problem('OIDC_EMAIL_DOMAINS must be domains such as example.com, with commas between them.')
    }
    return {
      by: 'openid',
      issuer,
      clientId: required('OIDC_CLIENT_ID', 'the ID of this relay at your OpenID provider'),
      clientSecret: required('OIDC_CLIENT_SECRET', 'the secret that goes with OIDC_CLIENT_ID'),
      domains,
    }
  }

  function readClarify(): ClarifyConfiguration | null {
    const path = text('CLARIFY_CREDENTIALS_FILE')
    const named = text('CLARIFY_API_URL')
    const apiUrl = named === '' ? (CLARIFY_API_URLS[0] ?? '') : named
    const url = URL.canParse(apiUrl) ? new URL(apiUrl) : null
    const isLocal = url !== null && isLoopback(url.hostname) && /^http[^?#@]+\/$/.test(apiUrl)
    if (!CLARIFY_API_URLS.includes(apiUrl) && !isLocal) {
      problem(`CLARIFY_API_URL must be ${CLARIFY_API_URLS.join(' or ')}, or left out.`)
    }
    if (path === '') return null
    const file = readFile(path)
    const found = file === null ? null : readCredentialsText(file)
    if (found !== null && typeof found === 'object') return { apiUrl, credentials: found }
    problem(
      found === null
        ? 'CLARIFY_CREDENTIALS_FILE must be a file that the relay may read.'
        : `CLARIFY_CREDENTIALS_FILE must be a file as Clarify hands it out: ${CREDENTIALS_PROBLEMS[found]}.`,
    )
    return null
  }

  function readZoho(): ZohoConfiguration | null {
    const standIn = text('ZOHO_ORIGIN')
    const url = URL.canParse(standIn) ? new URL(standIn) : null
    const isLocal = url?.origin === standIn && isLoopback(url.hostname)
    if (standIn !== '' && !isLocal) {
      problem('ZOHO_ORIGIN must be left out: Zoho’s own addresses are known.')
    }
    if (text('ZOHO_CLIENT_ID') === '' && text('ZOHO_CLIENT_SECRET') === '') return null
    return {
      clientId: required('ZOHO_CLIENT_ID', 'the ID of your client in Zoho’s API console'),
      clientSecret: required('ZOHO_CLIENT_SECRET', 'the secret that goes with ZOHO_CLIENT_ID'),
      standIn: standIn === '' ? null : standIn,
    }
  }
}

const CREDENTIALS_PROBLEMS = {
  'no-json': 'this one is not JSON, or only a part of it',
  password: 'this one holds a user name and password, not client credentials',
  'no-pair': 'this one holds no client ID and secret',
} as const
