import type { Session } from '../../shared/session.ts'
import { cancelled, troubleOf } from '../../shared/trouble.ts'
import type { OauthContext } from '../../shared/cliquify/ask-oauth.ts'
import { requestToken, type Credentials, type Token } from '../../shared/cliquify/token.ts'
import { cliquifyTokens } from '../../shared/cliquify/token-profiles.ts'
import type { SessionStore } from './session-store.ts'

/** What a connection lends to the source of its tokens. */
export interface Lent {
  readonly store: SessionStore
  readonly asking: (signal: AbortSignal) => OauthContext
  readonly revoke: (accessToken: string) => Promise<boolean>
  /** Puts a new session in force, in place of the one before. */
  readonly begin: (next: Session, before: Session | null) => Promise<void>
  /** A secret that is used but not kept, so that no text tells it; null where there is none. */
  readonly hide: (secret: string | null) => void
  /** A token that was got just now. */
  readonly noteFresh: (accessToken: string) => void
}

/** Gets tokens for credentials; rejects with `Trouble`. A build for a relay has none. */
export interface TokenSource {
  connect(
    credentials: Credentials,
    rememberSecret: boolean,
    signal: AbortSignal,
    lent: Lent,
  ): Promise<void>
  /** Gets a new token with the remembered secret; without effect where there is none. */
  renew(signal: AbortSignal, lent: Lent): Promise<void>
}

/** Asks Cliquify itself. */
export function tokensOf(origin: string): TokenSource {
  const ask = (credentials: Credentials, context: OauthContext): Promise<Token> =>
    requestToken(cliquifyTokens(origin), credentials, context)

  return {
    async connect(credentials, rememberSecret, signal, { store, asking, revoke, begin, hide }) {
      const before = store.session
      const { clientId, clientSecret } = credentials
      hide(clientSecret)
      try {
        const token = await ask(credentials, asking(signal))
        if (signal.aborted) {
          void revoke(token.accessToken)
          throw cancelled()
        }
        const kept = rememberSecret ? clientSecret : null
        await begin({ clientId, clientSecret: kept, ...token }, before)
      } finally {
        hide(null)
      }
    },
    async renew(signal, { store, asking, revoke, noteFresh }) {
      const before = store.session
      if (typeof before?.clientId !== 'string' || typeof before.clientSecret !== 'string') return
      const isStill = (): boolean =>
        store.session?.clientId === before.clientId &&
        store.session.accessToken === before.accessToken
      const credentials = { clientId: before.clientId, clientSecret: before.clientSecret }
      let token: Token
      try {
        token = await ask(credentials, asking(signal))
      } catch (error) {
        const isRefused = troubleOf(error).kind === 'wrong-credentials'
        if (isRefused && isStill()) {
          await store.goOn({ ...before, clientSecret: null, accessToken: null, expiresAt: null })
        }
        throw error
      }
      if (store.session === null || !isStill()) {
        void revoke(token.accessToken)
        throw cancelled()
      }
      noteFresh(token.accessToken)
      // Meanwhile the secret may have been forgotten.
      await store.goOn({ ...store.session, ...token })
    },
  }
}
