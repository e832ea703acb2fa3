export type Environment = Readonly<Record<string, string | undefined>>

/** Reads variables, and collects a sentence for each thing that is wrong with them. */
export interface EnvironmentReader {
  /** The empty text where it is not set. */
  readonly text: (name: string) => string
  /** `what`: what it must be, for the sentence where it is not set. */
  readonly required: (name: string, what: string) => string
  /** The value without a trailing slash, checked to be an origin that may be asked. */
  readonly origin: (name: string, value: string) => string
  /** Whether people sign in at an OpenID provider; otherwise they are invited. */
  readonly isOpenId: () => boolean
  readonly problem: (sentence: string) => void
  /** Throws `ConfigurationError` where anything was wrong. */
  readonly finish: () => void
}

export function openEnvironment(environment: Environment): EnvironmentReader {
  const problems: string[] = []
  const text = (name: string): string => environment[name]?.trim() ?? ''
  const problem = (sentence: string): void => {
    problems.push(sentence)
  }
  return {
    text,
    problem,
    required(name, what) {
      const value = text(name)
      if (value === '') problem(`${name} is not set: it must be ${what}.`)
      return value
    },
    origin(name, value) {
      if (value === '') return value
      const url = URL.canParse(value) ? new URL(value) : null
      const isOrigin = url !== null && /^https?:\/\/[^/?#@]+\/?$/.test(value)
      if (url === null || !isOrigin) {
        problem(`${name} must be an origin such as https://relay.example.com, without a path.`)
        return value
      }
      if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
        problem(`${name} must begin with https://; plain http is for this machine only.`)
      }
      return url.origin
    },
    isOpenId: () =>
      Object.keys(environment).some((name) => name.startsWith('OIDC_') && text(name) !== ''),
    finish() {
      if (problems.length > 0) throw new ConfigurationError(problems)
    },
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
