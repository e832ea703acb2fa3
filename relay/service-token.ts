import type { Send } from '../shared/cliquify/api-request.ts'
import { redactor, type Redact } from '../shared/cliquify/redact.ts'
import type { Call } from '../shared/cliquify/errors.ts'
import { isSuccess, isTokenRefused, statusOf, type Reply } from '../shared/cliquify/reply.ts'
import { errorOf } from '../shared/cliquify/reply-errors.ts'
import {
  requestToken,
  type Credentials,
  type Token,
  type TokenProfile,
} from '../shared/cliquify/token.ts'
import { troubleOf, type Trouble } from '../shared/trouble.ts'
import { hashOf, type Keyring } from './keys.ts'
import type { Log } from './log.ts'
import type { Storage } from './storage.ts'

/** The token of a service: asked for once however many need it, and kept, sealed, until it runs out. */
export interface ServiceToken {
  /** The one in force. Rejects with `Trouble`. */
  readonly get: () => Promise<string>
  /**
   * Sends a call with the token, and once more with a new one where it is refused. Rejects with
   * `Trouble` where that one is refused, too: others are then not asked for a while.
   */
  use(call: Call, send: (accessToken: string) => Promise<Reply>): Promise<Reply>
}

export interface ServiceTokenOptions {
  readonly service: 'Cliquify' | 'Clarify'
  readonly profile: TokenProfile
  readonly credentials: Credentials
  /** What the administrator has to do, of what does not mend itself. */
  readonly lasting: Lasting
  readonly send: (redact: Redact) => Send
  readonly storage: Storage
  readonly keyring: Keyring
  readonly log: Log
  readonly now: () => number
}

export type Lasting = Readonly<Partial<Record<Trouble['kind'], string>>>

/** How long a token that could not be had, or was refused at once, is not asked for again. */
const REFUSED_FOR_MS = 60_000
const FAILED_FOR_MS = 3_000

export function openServiceToken(options: ServiceTokenOptions): ServiceToken & {
  readonly redact: Redact
} {
  const { service, profile, credentials, lasting, storage, keyring, log, now } = options
  const event = service.toLowerCase()
  let current: Token | null = null
  let asking: Promise<Token> | null = null
  /** Why the last request for a token was in vain, for as long as it is not worth another. */
  let failure: { readonly trouble: Trouble; readonly until: number } | null = null
  /** The kind of failure that the log has told of, so that it is told once. */
  let told: string | null = null
  const redact = redactor(() => [credentials.clientSecret, current?.accessToken ?? null])
  const send = options.send(redact)

  const key = (): Promise<string> =>
    hashOf(`${profile.url} ${credentials.clientId} ${credentials.clientSecret}`)

  async function ask(): Promise<Token> {
    const keptUnder = await key()
    try {
      const { signal } = new AbortController()
      const token = await requestToken(profile, credentials, { send, redact, signal })
      const sealed = await keyring.seal(token.accessToken)
      const { expiresAt } = token
      storage.transact((rows) =>
        rows.put('service-token', keptUnder, { sealed, expiresAt }, expiresAt),
      )
      failure = null
      return token
    } catch (error) {
      throw noteFailure(troubleOf(error))
    }
  }

  function noteFailure(trouble: Trouble): Trouble {
    const { kind, details } = trouble
    const lasts = lasting[kind] === undefined ? FAILED_FOR_MS : REFUSED_FOR_MS
    failure = { trouble, until: now() + lasts }
    if (told !== kind) {
      told = kind
      const message = lasting[kind] ?? `${service} gave no token; it is asked for again by itself.`
      log.problem(`${event}-token`, message, { kind, details })
    }
    return trouble
  }

  /** Null where it is worth asking for a token. */
  function failureNow(): Trouble | null {
    return failure !== null && now() < failure.until ? failure.trouble : null
  }

  /** Some calls may go on while others are refused: they do not end what was told. */
  function taken(reply: Reply): Reply {
    if (told !== null && failureNow() === null && isSuccess(statusOf(reply))) {
      log.info(`${event}-accepts`)
      told = null
    }
    return reply
  }

  async function kept(): Promise<Token | null> {
    const keptUnder = await key()
    const found = storage.transact((rows) => rows.get('service-token', keptUnder))
    if (found === null) return null
    const accessToken = await keyring.open(found.sealed)
    return accessToken === null ? null : { accessToken, expiresAt: found.expiresAt, scopes: null }
  }

  const isGood = (token: Token | null): token is Token =>
    token !== null && (token.expiresAt === null || now() < token.expiresAt)

  async function renew(): Promise<Token> {
    const found = current === null ? await kept() : null
    current = isGood(found) ? found : await ask()
    return current
  }

  async function get(): Promise<string> {
    if (isGood(current)) return current.accessToken
    const reason = failureNow()
    if (reason !== null) throw reason
    asking ??= renew().finally(() => {
      asking = null
    })
    return (await asking).accessToken
  }

  /** Never uses a refused token again; somebody else may have got a new one meanwhile. */
  async function drop(refused: string): Promise<void> {
    const keptUnder = await key()
    // Nothing is waited for from here on: the next one may be in force by then.
    if (current?.accessToken !== refused) return
    storage.transact((rows) => rows.delete('service-token', keptUnder))
    current = { ...current, expiresAt: 0 }
  }

  return {
    redact,
    get,
    async use(call, send) {
      const accessToken = await get()
      const reply = await send(accessToken)
      if (!isTokenRefused(reply)) return taken(reply)
      // The token stays in force: other calls may be served with it.
      const reason = failureNow()
      if (reason !== null) throw reason
      await drop(accessToken)
      const again = await send(await get())
      if (!isTokenRefused(again)) return taken(again)
      throw noteFailure(errorOf(call, again, redact))
    },
  }
}
