import type { Session } from '../../shared/session.ts'
import { cancelled, Trouble } from '../../shared/trouble.ts'
import type { Client, ConnectionCheck } from './client.ts'
import { ENDED } from '../../shared/cliquify/errors.ts'
import type { Introspection } from '../../shared/cliquify/introspection.ts'
import { PRIORITY } from '../../shared/cliquify/queue.ts'
import { redactor, type Redact } from '../../shared/cliquify/redact.ts'
import { isTokenRefused, type Reply } from '../../shared/cliquify/reply.ts'
import { introspect, proveToken, tokenRefused, type ProofContext } from './prove-token.ts'
import type { Limits } from './limits.ts'
import type { Send } from '../../shared/cliquify/api-request.ts'
import { revokeToken } from './revoke.ts'
import { openSessionStore } from './session-store.ts'
import { shareInFlight } from '../../shared/cliquify/share.ts'
import { takeTurns } from '../../shared/in-turn.ts'
import type { Lent, TokenSource } from './token-source.ts'
import { claimsOf } from './token-claims.ts'
import type { WayIn } from '../way-in.ts'
import { checkedToken } from '../../shared/cliquify/token.ts'

export interface ConnectionOptions {
  readonly origin: string
  readonly session: Session | null
  readonly again: WayIn['again']
  readonly tokens: TokenSource | null
  readonly keepSession: (session: Session | null) => Promise<void>
  readonly limits: Limits
  readonly openSend: (redact: Redact) => Send
}

/** Who is connected, and the token that calls carry. */
export interface Connection extends Pick<
  Client,
  | 'session'
  | 'lasts'
  | 'connect'
  | 'connectWithToken'
  | 'checkConnection'
  | 'lookUpConnection'
  | 'forgetSecret'
  | 'disconnect'
> {
  readonly redact: Redact
  readonly send: Send
  /** Makes a call with the token; renews the token and repeats the call once where that may help. */
  authorised<T extends Reply>(signal: AbortSignal, call: (token: string) => Promise<T>): Promise<T>
  /** Aborted when somebody else connects, or nobody: what was asked for is then of no use. */
  readonly lifetime: AbortSignal
}

export function openConnection(options: ConnectionOptions): Connection {
  const { origin, again, limits } = options
  const store = openSessionStore(options.session, options.keepSession)
  let lifetime = new AbortController()
  /** A secret or token that is not kept, or not yet. */
  let typed: string | null = null
  /** The token that Cliquify was asked about: once is enough, whatever it told. */
  let lookedUp: string | null = null
  const share = shareInFlight<unknown>()
  const inTurn = takeTurns()
  const redact = redactor(() => [
    store.session?.accessToken ?? null,
    store.session?.clientSecret ?? null,
    typed,
  ])
  const send = options.openSend(redact)

  function asking(signal: AbortSignal): ProofContext {
    return { origin, send, redact, signal }
  }

  function newLifetime(): void {
    lifetime.abort()
    lifetime = new AbortController()
  }

  function revoke(accessToken: string): Promise<boolean> {
    return revokeToken(accessToken, { origin, redact, timeoutMs: limits.revokeTimeoutMs })
  }

  function expired(): Trouble {
    const what = store.session === null ? 'You are not connected to Cliquify.' : ENDED
    return new Trouble({
      kind: 'connection-expired',
      message: `${what} ${again}.`,
      action: 'connect',
    })
  }

  /**
   * What every way in ends with: the new session is kept, and the token before it revoked. Where the
   * device cannot keep it, it is as good for as long as the window is open.
   */
  async function begin(next: Session, before: Session | null): Promise<void> {
    if (next.accessToken !== null) withSecret?.noteFresh(next.accessToken)
    if (before?.clientId !== next.clientId) newLifetime()
    const old = store.session?.accessToken ?? null
    if (old !== null && old !== next.accessToken) void revoke(old)
    await store.begin(next)
  }

  async function connectWithToken(accessToken: string, signal: AbortSignal): Promise<void> {
    const before = store.session
    typed = accessToken
    try {
      const found = await proveToken(accessToken, asking(signal))
      if (signal.aborted) throw cancelled()
      if (found === null) throw tokenRefused()
      await begin({ ...found, clientSecret: null, accessToken }, before)
    } finally {
      typed = null
    }
  }

  async function tokenFor(signal: AbortSignal): Promise<string> {
    await withSecret?.renewWhereDue(signal)
    if (typeof store.session?.accessToken !== 'string') throw expired()
    // Run out by this device's clock, but not renewable: the clock may be wrong, so Cliquify decides.
    return store.session.accessToken
  }

  /** One token request at a time; equal ones are shared. */
  const shareToken: Lent['share'] = (key, signal, start) =>
    share(key, signal, (shared) => inTurn(() => start(shared)))

  const withSecret = options.tokens?.({
    store,
    asking,
    revoke,
    begin,
    hide(secret) {
      typed = secret
    },
    share: shareToken,
  })

  /**
   * Makes a call with the token; renews it and repeats the call once where it is refused, or where a
   * new one may help. Rejects where that is refused, too.
   */
  async function withToken<T>(
    signal: AbortSignal,
    call: (token: string) => Promise<T>,
    isRefused: (result: T) => boolean,
    mayHelp: (result: T, token: string) => boolean = () => false,
  ): Promise<T> {
    const token = await tokenFor(signal)
    const result = await call(token)
    const isOver = isRefused(result)
    if (!isOver && !mayHelp(result, token)) return result
    // Somebody else may have renewed it meanwhile.
    if (store.session?.accessToken === token) {
      if (withSecret?.canRenew()) await withSecret.renew(signal)
      else if (!isOver) return result
      else await giveUp(token)
    }
    const renewed = store.session?.accessToken ?? null
    if (renewed === null) throw expired()
    const repeated = await call(renewed)
    if (!isRefused(repeated)) return repeated
    withSecret?.giveUp()
    await giveUp(renewed)
    throw expired()
  }

  async function giveUp(token: string): Promise<void> {
    if (store.session?.accessToken !== token) return
    await store.goOn({ ...store.session, accessToken: null, expiresAt: null })
  }

  async function checkConnection(signal: AbortSignal): Promise<ConnectionCheck> {
    const prove = async (token: string): Promise<Introspection | null> => {
      const found = await proveToken(token, asking(signal))
      await note(token, found)
      return found
    }
    const found = await withToken(signal, prove, (told) => told === null)
    return { expiresAt: found?.expiresAt ?? store.session?.expiresAt ?? null }
  }

  async function lookUpConnection(signal: AbortSignal): Promise<void> {
    const token = store.session?.accessToken ?? null
    if (token === null || token === lookedUp || isAllTold(store.session)) return
    try {
      const priority = PRIORITY.kit
      const told = await introspect(token, { ...asking(signal), priority })
      lookedUp = token
      await note(token, told === 'untold' ? claimsOf(token, Date.now()) : told)
    } catch {
      // It is only to be shown, and the next one may ask again.
    }
  }

  /** Notes what is told of a token, as long as it is the one in force. */
  async function note(token: string, told: Introspection | null): Promise<void> {
    const { session } = store
    if (told === null || session?.accessToken !== token) return
    await store.goOn({
      ...session,
      scopes: told.scopes ?? session.scopes,
      // The end that came with the token is by this device's clock, and so is the better one.
      expiresAt: session.expiresAt ?? told.expiresAt,
    })
  }

  return {
    get session() {
      return store.session
    },
    get lasts() {
      return store.lasts
    },
    get lifetime() {
      return lifetime.signal
    },
    redact,
    send,
    connect: withSecret?.connect ?? (() => Promise.reject(expired())),
    async connectWithToken(accessToken, signal = new AbortController().signal) {
      const token = checkedToken(accessToken)
      await shareToken(JSON.stringify([token]), signal, (shared) => connectWithToken(token, shared))
    },
    checkConnection,
    lookUpConnection,
    forgetSecret: withSecret?.forgetSecret ?? (() => Promise.resolve()),
    async disconnect() {
      const token = store.session?.accessToken ?? null
      newLifetime()
      // At once, as the window may be closed while the network is slow.
      const [, isRevoked] = await Promise.all([store.keep(null), token === null || revoke(token)])
      return isRevoked
    },
    authorised: (signal, call) => withToken(signal, call, isTokenRefused, withSecret?.mayHelp),
  }
}

function isAllTold(session: Session | null): boolean {
  return typeof session?.expiresAt === 'number' && session.scopes !== null
}
