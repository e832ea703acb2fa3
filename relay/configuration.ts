import { readCredentialsText } from '../shared/cliquify/credentials-file.ts'
import type { Credentials } from '../shared/cliquify/token.ts'
import { CLARIFY_API_URLS } from '../shared/cliquify/token-profiles.ts'

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
  /** The folder of the database. */
  readonly data: string
  readonly port: number
  /** How people prove who they are. */
  readonly signIn: { readonly by: 'invitation' } | OpenIdConfiguration
  /** Null where the relay does not serve Clarify. */
  readonly clarify: ClarifyConfiguration | null
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

export type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_CLIQUIFY_ORIGIN = 'https://oauth.cliquify.me'
const SHORTEST_SECRET = 16
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

/**
 * Reads the environment; throws `ConfigurationError` with a sentence for each thing that is wrong.
 * `readFile`: the text of a file by its path, null where there is none.
 */
export function readConfiguration(
  environment: Environment,
  readFile: (path: string) => string | null = () => null,
): Configuration {
  const problems: string[] = []
  function required(name: string, what: string): string {
    const value = environment[name]?.trim() ?? ''
    if (value === '') problems.push(`${name} is not set: it must be ${what}.`)
    return value
  }
  function origin(name: string, value: string): string {
    if (value === '') return value
    const url = URL.canParse(value) ? new URL(value) : null
    const isOrigin = url !== null && /^https?:\/\/[^/?#@]+\/?$/.test(value)
    if (url === null || !isOrigin) {
      problems.push(`${name} must be an origin such as https://relay.example.com, without a path.`)
      return value
    }
    if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
      problems.push(`${name} must begin with https://; plain http is for this machine only.`)
    }
    return url.origin
  }

  const clientId = required('CLIQUIFY_CLIENT_ID', 'the ID of your client in Cliquify')
  const clientSecret = required('CLIQUIFY_CLIENT_SECRET', 'the secret of your client in Cliquify')
  const told = environment['CLIQUIFY_ORIGIN']?.trim() ?? ''
  const cliquifyOrigin = origin('CLIQUIFY_ORIGIN', told === '' ? DEFAULT_CLIQUIFY_ORIGIN : told)
  const relayOrigin = origin(
    'RELAY_ORIGIN',
    required('RELAY_ORIGIN', 'the address of this relay, such as https://relay.example.com'),
  )
  const secret = required('RELAY_SECRET', 'a random text of your own, such as 32 hex digits')
  if (secret !== '' && secret.length < SHORTEST_SECRET) {
    problems.push(`RELAY_SECRET must have at least ${SHORTEST_SECRET} characters.`)
  }
  const data = required('RELAY_DATA', 'the folder in which the relay keeps its database')
  const port = required('PORT', 'the port to listen on, such as 8080')
  if (port !== '' && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)) {
    problems.push('PORT must be a number from 0 to 65535.')
  }
  const signIn = usesOpenId(environment) ? openId() : ({ by: 'invitation' } as const)
  const clarify = readClarify()
  if (problems.length > 0) throw new ConfigurationError(problems)
  return {
    cliquify: { origin: cliquifyOrigin, clientId, clientSecret },
    origin: relayOrigin,
    secret,
    data,
    port: Number(port),
    signIn,
    clarify,
  }

  function openId(): OpenIdConfiguration {
    const issuer = required('OIDC_ISSUER', 'the address of your OpenID provider')
    const url = URL.canParse(issuer) ? new URL(issuer) : null
    const isPlain = url !== null && /^https?:\/\/[^?#@]+$/.test(issuer)
    const isSafe = url?.protocol === 'https:' || (url !== null && isLoopback(url.hostname))
    if (issuer !== '' && !(isPlain && isSafe)) {
      problems.push(
        'OIDC_ISSUER must be an address such as https://login.example.com; plain http is for this machine only.',
      )
    }
    const domains = required('OIDC_EMAIL_DOMAINS', 'whose addresses may sign in: example.com')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((domain) => domain !== '')
    if (!domains.every((domain) => DOMAIN.test(domain))) {
      problems.push(
        'OIDC_EMAIL_DOMAINS must be domains such as example.com, with commas between them.',
      )
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
    const path = environment['CLARIFY_CREDENTIALS_FILE']?.trim() ?? ''
    const named = environment['CLARIFY_API_URL']?.trim() ?? ''
    const apiUrl = named === '' ? (CLARIFY_API_URLS[0] ?? '') : named
    const url = URL.canParse(apiUrl) ? new URL(apiUrl) : null
    const isLocal = url !== null && isLoopback(url.hostname) && /^http[^?#@]+\/$/.test(apiUrl)
    if (!CLARIFY_API_URLS.includes(apiUrl) && !isLocal) {
      problems.push(`CLARIFY_API_URL must be ${CLARIFY_API_URLS.join(' or ')}, or left out.`)
    }
    if (path === '') return null
    const text = readFile(path)
    const found = text === null ? null : readCredentialsText(text)
    if (found !== null && typeof found === 'object') return { apiUrl, credentials: found }
    problems.push(
      found === null
        ? 'CLARIFY_CREDENTIALS_FILE must be a file that the relay may read.'
        : `CLARIFY_CREDENTIALS_FILE must be a file as Clarify hands it out: ${CREDENTIALS_PROBLEMS[found]}.`,
    )
    return null
  }
}

const CREDENTIALS_PROBLEMS = {
  'no-json': 'this one is not JSON, or only a part of it',
  password: 'this one holds a user name and password, not client credentials',
  'no-pair': 'this one holds no client ID and secret',
} as const

/** Whether people sign in at an OpenID provider; otherwise they are invited. */
export function usesOpenId(environment: Environment): boolean {
  return Object.entries(environment).some(
    ([name, value]) => name.startsWith('OIDC_') && (value ?? '').trim() !== '',
  )
}

/** Its message has one sentence a line, and no value of a variable. */
export class ConfigurationError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigurationError'
  }
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
