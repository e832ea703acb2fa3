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
}

export type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_CLIQUIFY_ORIGIN = 'https://oauth.cliquify.me'
const SHORTEST_SECRET = 16

/** Reads the environment; throws `ConfigurationError` with a sentence for each thing that is wrong. */
export function readConfiguration(environment: Environment): Configuration {
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
  if (
    Object.keys(environment).some((name) => name.startsWith('OIDC_') && environment[name] !== '')
  ) {
    problems.push('OIDC_* is set, but this relay signs people in with invitations only.')
  }
  if (problems.length > 0) throw new ConfigurationError(problems)
  return {
    cliquify: { origin: cliquifyOrigin, clientId, clientSecret },
    origin: relayOrigin,
    secret,
    data,
    port: Number(port),
  }
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
