import { randomBytes } from 'node:crypto'
import { SAMPLE_CLIENT_ID } from './credentials.ts'

export interface Token {
  readonly text: string
  readonly scopes: readonly string[]
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** The access tokens that are in force. */
export interface Tokens {
  /** `lifetime` in seconds. */
  issue(lifetime: number, scopes: readonly string[]): Token
  /** Undefined where the token is unknown, revoked or expired. */
  find(text: string): Token | undefined
  /** False where there was nothing to revoke. */
  revoke(text: string): boolean
  expireAll(): void
  /** Whether the text holds a token that was ever issued. */
  leaks(text: string): boolean
  clear(): void
}

export function createTokens(now: () => number): Tokens {
  const valid = new Map<string, Token>()
  const issued = new Set<string>()
  return {
    issue(lifetime, scopes) {
      const expiresAt = now() + lifetime * 1000
      const text = jwt({ aud: SAMPLE_CLIENT_ID, exp: Math.floor(expiresAt / 1000), scopes })
      const token = { text, scopes, expiresAt }
      valid.set(text, token)
      issued.add(text)
      return token
    },
    find(text) {
      const token = valid.get(text)
      return token !== undefined && token.expiresAt > now() ? token : undefined
    },
    revoke: (text) => valid.delete(text),
    expireAll() {
      for (const token of valid.values()) valid.set(token.text, { ...token, expiresAt: now() })
    },
    leaks: (text) => [...issued].some((token) => text.includes(token)),
    clear() {
      valid.clear()
    },
  }
}

/** As Laravel Passport makes them; the signature is none. */
function jwt(claims: Readonly<Record<string, unknown>>): string {
  const parts = [{ typ: 'JWT', alg: 'RS256' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  )
  return [...parts, randomBytes(48).toString('base64url')].join('.')
}
