import type { Session } from '../../shared/session.ts'
import { cancelled, troubleOf } from '../../shared/trouble.ts'
import type { OauthContext } from '../../shared/cliquify/ask-oauth.ts'
import { statusOf, type Reply } from '../../shared/cliquify/reply.ts'
import {
  isRunOut,
  requestToken,
  type Credentials,
  type Token,
} from '../../shared/cliquify/token.ts'
import { cliquifyTokens } from '../../shared/cliquify/token-profiles.ts'

/** What a connection lends to the source of its tokens. */
export interface Lent {
  /** See `SessionStore`. */
  readonly store: {
    readonly session: Session | null
    keep(next: Session): Promise<void>
    goOn(next: Session): Promise<void>
  }
  readonly asking: (signal: AbortSignal) => OauthContext
  readonly revoke: (accessToken: string) => Promise<boolean>
  /** Puts a new session in force, in place of the one before. */
  readonly begin: (next: Session, before: Session | null) => Promise<void>
  /** A secret that is used but not kept, so that no text tells it; null where there is none. */
  readonly hide: (secret: string | null) => void
  /** One token request at a time; equal ones are shared. */
  readonly share: (
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<void>,
  ) => Promise<unknown>
}

/** What a client ID and its secret are good for; a build for a relay is without. */
export interface WithSecret {
  readonly connect: (
    credentials: Credentials,
    rememberSecret: boolean,
    signal?: AbortSignal,
  ) => Promise<void>
  readonly forgetSecret: () => Promise<void>
  /** Whether a new token can be got without a person. */
  canRenew(): boolean
  /** Gets a new token with the remembered secret. */
  renew(signal: AbortSignal): Promise<unknown>
  /** Gets one ahead of the end of the token in force. */
  renewWhereDue(signal: AbortSignal): Promise<void>
  /** Whether a new token may help, though the one in force was not refused for what it is. */
  readonly mayHelp: (reply: Reply, accessToken: string) => boolean
  /** A token that was got just now is refused too: only a person can help. */
  giveUp(): void
  /** Notes what was got just now: asking for another one would not make it better. */
  noteFresh(accessToken: string): void
}

/** Gets tokens for credentials; rejects with `Trouble`. */
export type TokenSource = (lent: Lent) => WithSecret

/** Asks Cliquify itself. */
export function tokensOf(origin: string): TokenSource {
  return ({ store, asking, revoke, begin, hide, share }) => {
    let freshToken: string | null = null
    let isInVain = false

    function ask(credentials: Credentials, signal: AbortSignal): Promise<Token> {
      return requestToken(cliquifyTokens(origin), credentials, asking(signal))
    }

    async function connect(
      { clientId, clientSecret }: Credentials,
      rememberSecret: boolean,
      signal: AbortSignal,
    ): Promise<void> {
      const before = store.session
      hide(clientSecret)
      try {
        const token = await ask({ clientId, clientSecret }, signal)
        if (signal.aborted) {
          void revoke(token.accessToken)
          throw cancelled()
        }
        const kept = rememberSecret ? clientSecret : null
        await begin({ clientId, clientSecret: kept, ...token }, before)
      } finally {
        hide(null)
      }
    }

    /** Without effect where no secret is remembered. */
    async function renew(signal: AbortSignal): Promise<void> {
      const before = store.session
      if (typeof before?.clientId !== 'string' || typeof before.clientSecret !== 'string') return
      const isStill = (): boolean =>
        store.session?.clientId === before.clientId &&
        store.session.accessToken === before.accessToken
      const credentials = { clientId: before.clientId, clientSecret: before.clientSecret }
      let token: Token
      try {
        token = await ask(credentials, signal)
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
      freshToken = token.accessToken
      // Meanwhile the secret may have been forgotten.
      await store.goOn({ ...store.session, ...token })
    }

    const canRenew = (): boolean => !isInVain && typeof store.session?.clientSecret === 'string'
    const renewShared = (signal: AbortSignal): Promise<unknown> => share('renew', signal, renew)

    return {
      async connect(credentials, rememberSecret, signal = new AbortController().signal) {
        const clientId = credentials.clientId.trim()
        const clientSecret = credentials.clientSecret.trim()
        const key = JSON.stringify([clientId, clientSecret, rememberSecret])
        await share(key, signal, (shared) =>
          connect({ clientId, clientSecret }, rememberSecret, shared),
        )
      },
      async forgetSecret() {
        const before = store.session
        if (before === null) return
        const next = { ...before, clientSecret: null }
        try {
          await store.keep(next)
        } catch (error) {
          // Where the device could not, it stays and can be forgotten later.
          if (store.session === next) void store.goOn(before)
          throw error
        }
      },
      canRenew,
      renew: renewShared,
      async renewWhereDue(signal) {
        const runsOut = store.session !== null && isRunOut(store.session, Date.now())
        if (canRenew() && (runsOut || store.session?.accessToken === null)) {
          await renewShared(signal)
        }
      },
      mayHelp(reply, accessToken) {
        // A gateway's page may be how it refuses a token, though it does not say so.
        const isUnsure = statusOf(reply) === 401 || saysScopeMissing(reply)
        return isUnsure && accessToken !== freshToken
      },
      giveUp() {
        isInVain = true
      },
      noteFresh(accessToken) {
        freshToken = accessToken
        isInVain = false
      },
    }
  }
}

function saysScopeMissing(reply: Reply): boolean {
  return statusOf(reply) === 403 && reply.body !== undefined && /scope/i.test(reply.text)
}
