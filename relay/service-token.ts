import type { Send } from '../shared/cliquify/api-request.ts'
import { redactor, type Redact } from '../shared/cliquify/redact.ts'
import { isTokenRefused, type Reply } from '../shared/cliquify/reply.ts'
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
  /** Makes a call with the token, and once more with a new one where it is refused. */
  use(call: (accessToken: string) => Promise<Reply>): Promise<Reply>
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

/** How long a token that could not be had is not asked for again. */
const REFUSED_FOR_MS = 60_000
const FAILED_FOR_MS = 3_000

export function openServiceToken(options: ServiceTokenOptions): ServiceToken & {
  readonly redact: Redact
} {
  const { service, profile, credentials, lasting, storage, keyring, log, now } = options
  const event = service.toLowerCase()
  let current: Token | null = null
  let asking: Promise<Token> | null = null
  /** Why the last request for a token failed, for as long as it is not worth another. */
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
      if (told !== null) log.info(`${event}-accepts`)
      told = null
      failure = null
      return token
    } catch (error) {
      const trouble = troubleOf(error)
      const lasts = lasting[trouble.kind] === undefined ? FAILED_FOR_MS : REFUSED_FOR_MS
      failure = { trouble, until: now() + lasts }
      if (told !== trouble.kind) {
        told = trouble.kind
        const message =
          lasting[trouble.kind] ?? `${service} gave no token; it is asked for again by itself.`
        log.problem(`${event}-token`, message, { kind: trouble.kind, details: trouble.details })
      }
      throw trouble
    }
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
    if (failure !== null && now() < failure.until) throw failure.trouble
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
    async use(call) {
      const accessToken = await get()
      const reply = await call(accessToken)
      if (!isTokenRefused(reply)) return reply
      await drop(accessToken)
      return call(await get())
    },
  }
}
