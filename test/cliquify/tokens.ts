import { randomBytes } from 'node:crypto'

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
      const text = `eyJ0eXAi.${randomBytes(48).toString('base64url')}`
      const token = { text, scopes, expiresAt: now() + lifetime * 1000 }
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
