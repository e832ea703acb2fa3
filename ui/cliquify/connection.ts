import type { Session } from '../../shared/protocol.ts'
import type { Credentials } from './client.ts'
import { ApiError, cancelled } from './errors.ts'
import { redactor, type Redact } from './redact.ts'
import { isTokenRefused, type Reply } from './reply-errors.ts'
import type { Limits } from './limits.ts'
import type { Send } from './send.ts'
import { shareInFlight } from './share.ts'
import { untilAborted } from './timing.ts'
import { checkedCredentials, isRunOut, requestToken, revokeToken, type Token } from './token.ts'

export interface ConnectionOptions {
  readonly origin: string
  readonly session: Session | null
  readonly keepSession: (session: Session | null) => Promise<void>
  readonly limits: Limits
  readonly openSend: (redact: Redact) => Send
}

/** Who is connected, and the token that calls carry. */
export interface Connection {
  readonly session: Session | null
  readonly redact: Redact
  readonly send: Send
  connect(credentials: Credentials, rememberSecret: boolean, signal: AbortSignal): Promise<void>
  disconnect(): Promise<void>
  /** Makes a call with the token; renews the token and repeats the call once where that may help. */
  authorised(signal: AbortSignal, call: (token: string) => Promise<Reply>): Promise<Reply>
  /** Aborted when somebody else connects, or nobody: what was asked for is then of no use. */
  readonly lifetime: AbortSignal
}

export function openConnection(options: ConnectionOptions): Connection {
  const { origin, keepSession, limits } = options
  let session = options.session
  let lifetime = new AbortController()
  /** A token that this window got itself: asking for another one would not make it better. */
  let freshToken: string | null = null
  /** Set when a token that was just renewed is refused too: then only a person can help. */
  let isRenewalInVain = false
  let typedSecret: string | null = null
  let saved: Promise<void> = Promise.resolve()
  const share = shareInFlight<null>()
  const redact = redactor(() => [
    session?.accessToken ?? null,
    session?.clientSecret ?? null,
    typedSecret,
  ])
  const send = options.openSend(redact)

  /** Saves in order, so that an earlier session never overwrites a later one. */
  function keep(next: Session | null): Promise<void> {
    session = next
    saved = saved.catch(() => undefined).then(() => keepSession(next))
    return saved
  }

  function newLifetime(): AbortController {
    lifetime.abort()
    lifetime = new AbortController()
    return lifetime
  }

  function drop(accessToken: string): void {
    void revokeToken(accessToken, { origin, timeoutMs: limits.revokeTimeoutMs })
  }

  function expired(details: string | null): ApiError {
    const message =
      session === null
        ? 'You are not connected to Cliquify. Connect to see your brand.'
        : 'The connection to Cliquify has expired. Connect again.'
    return new ApiError('connection-expired', message, 'connect', details)
  }

  async function connect(
    credentials: Credentials,
    rememberSecret: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const before = session
    typedSecret = credentials.clientSecret
    try {
      const token = await requestToken(credentials, { origin, send, redact, signal })
      if (signal.aborted) {
        drop(token.accessToken)
        throw cancelled()
      }
      const { clientId, clientSecret } = credentials
      freshToken = token.accessToken
      isRenewalInVain = false
      if (before?.clientId !== clientId) newLifetime()
      const old = session?.accessToken ?? null
      const isOther = session?.clientId !== clientId
      if (isOther && old !== null && old !== token.accessToken) drop(old)
      await keep({ clientId, clientSecret: rememberSecret ? clientSecret : null, ...token })
    } finally {
      typedSecret = null
    }
  }

  /** Gets a new token with the remembered secret; without effect where there is none. */
  async function renew(signal: AbortSignal): Promise<void> {
    const before = session
    if (typeof before?.clientId !== 'string' || typeof before.clientSecret !== 'string') return
    const credentials = { clientId: before.clientId, clientSecret: before.clientSecret }
    let token: Token
    try {
      token = await requestToken(credentials, { origin, send, redact, signal })
    } catch (error) {
      const isRefused = error instanceof ApiError && error.kind === 'wrong-credentials'
      if (isRefused && session === before) {
        await keep({ ...before, clientSecret: null, accessToken: null, expiresAt: null }).catch(
          () => undefined,
        )
      }
      throw error
    }
    if (session !== before) {
      drop(token.accessToken)
      throw cancelled()
    }
    freshToken = token.accessToken
    await keep({ ...before, ...token }).catch(() => undefined)
  }

  function canRenew(): boolean {
    return !isRenewalInVain && typeof session?.clientSecret === 'string'
  }

  async function tokenFor(signal: AbortSignal): Promise<string> {
    const runsOut = session !== null && isRunOut(session, Date.now())
    if (canRenew() && (runsOut || session?.accessToken === null)) {
      await shareToken('renew', signal, renew)
    }
    if (typeof session?.accessToken !== 'string') throw expired(null)
    // Run out by this device's clock, but not renewable: the clock may be wrong, so Cliquify decides.
    return session.accessToken
  }

  /** One token request at a time; equal ones are shared. */
  let last: Promise<void> = Promise.resolve()
  function shareToken(
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<void>,
  ): Promise<null> {
    return share(key, signal, (shared) => {
      const turn = untilAborted(last, shared).then(() => start(shared))
      last = turn.catch(() => undefined)
      return turn.then(() => null)
    })
  }

  async function giveUp(token: string): Promise<void> {
    if (session?.accessToken !== token) return
    await keep({ ...session, accessToken: null, expiresAt: null }).catch(() => undefined)
  }

  return {
    get session() {
      return session
    },
    get lifetime() {
      return lifetime.signal
    },
    redact,
    send,
    async connect(credentials, rememberSecret, signal) {
      const checked = checkedCredentials(credentials)
      const key = JSON.stringify([checked.clientId, checked.clientSecret, rememberSecret])
      await shareToken(key, signal, (shared) => connect(checked, rememberSecret, shared))
    },
    async disconnect() {
      const token = session?.accessToken ?? null
      const left = newLifetime()
      session = null
      if (token !== null) {
        await revokeToken(token, { origin, timeoutMs: limits.revokeTimeoutMs })
      }
      // Somebody may have connected while the network was slow.
      if (lifetime === left) await keep(null)
    },
    async authorised(signal, call) {
      const token = await tokenFor(signal)
      const reply = await call(token)
      const isRefused = isTokenRefused(reply.status, reply.body)
      const isWorthRenewing = isRefused || (saysScopeMissing(reply) && token !== freshToken)
      if (!isWorthRenewing) return reply
      // Somebody else may have renewed it meanwhile.
      if (session?.accessToken === token) {
        if (canRenew()) await shareToken('renew', signal, renew)
        else if (!isRefused) return reply
        else await giveUp(token)
      }
      const renewed = session?.accessToken ?? null
      if (renewed === null) throw expired(null)
      const repeated = await call(renewed)
      if (!isTokenRefused(repeated.status, repeated.body)) return repeated
      isRenewalInVain = true
      await giveUp(renewed)
      throw expired(null)
    },
  }
}

function saysScopeMissing(reply: Reply): boolean {
  return reply.status === 403 && /scope/i.test(reply.text)
}
