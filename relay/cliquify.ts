import type { Send } from '../shared/cliquify/api-request.ts'
import { timedOut, unreachable, type Call } from '../shared/cliquify/errors.ts'
import { openQueue, type Priority } from '../shared/cliquify/queue.ts'
import { redactor } from '../shared/cliquify/redact.ts'
import {
  isTokenRefused,
  pauseAskedBy,
  replyOf,
  statusOf,
  type Reply,
} from '../shared/cliquify/reply.ts'
import { errorOf } from '../shared/cliquify/reply-errors.ts'
import { requestToken, type Token } from '../shared/cliquify/token.ts'
import { Trouble, troubleOf } from '../shared/trouble.ts'
import type { Configuration } from './configuration.ts'
import type { Counts } from './counts.ts'
import { hashOf, type Keyring } from './keys.ts'
import type { Log } from './log.ts'
import { readText } from './read-text.ts'
import type { Storage } from './storage.ts'

/** Cliquify, asked by one client whoever wants to know. */
export interface Cliquify {
  /** Rejects with `Trouble` where Cliquify gave no reply to pass on. `onTurn`: it has waited enough. */
  get(path: string, priority: Priority, signal: AbortSignal, onTurn: () => void): Promise<Reply>
  /** The token in force; asked for where there is none. Rejects with `Trouble`. */
  readonly token: () => Promise<string>
  /** Milliseconds until the budget lets another request through. */
  readonly wait: number
}

export interface CliquifyOptions {
  readonly configuration: Configuration
  readonly storage: Storage
  readonly keyring: Keyring
  readonly log: Log
  readonly counts: Counts
  readonly now: () => number
}

/** Cliquify documents about 60 requests a minute for an address. */
const REQUESTS_PER_MINUTE = 55
const PARALLEL_REQUESTS = 6
const TIMEOUT_MS = 20_000
const LARGEST_REPLY = 10 * 1024 * 1024
/** How long a token that could not be had is not asked for again. */
const REFUSED_FOR_MS = 60_000
const FAILED_FOR_MS = 3_000
/** Where Cliquify does not say how long to pause. */
const PAUSE_MS = 10_000

export function openCliquify(options: CliquifyOptions): Cliquify {
  const { configuration, storage, keyring, log, counts, now } = options
  const { origin, clientId, clientSecret } = configuration.cliquify
  const queue = openQueue(REQUESTS_PER_MINUTE, PARALLEL_REQUESTS)
  let wait = 0
  queue.onWait((milliseconds) => {
    wait = milliseconds
  })
  let current: Token | null = null
  let asking: Promise<Token> | null = null
  /** Why the last request for a token failed, for as long as it is not worth another. */
  let failure: { readonly trouble: Trouble; readonly until: number } | null = null
  /** The kind of failure that the log has told of, so that it is told once. */
  let told: string | null = null
  const redact = redactor(() => [clientSecret, current?.accessToken ?? null])

  const sendOn =
    (onTurn: () => void): Send =>
    ({ call, url, init, priority, signal }) =>
      queue.run(priority, signal, async () => {
        onTurn()
        counts.add('relay_upstream_requests_total', call.type)
        const reply = await exchange(call, url, init, signal)
        if (reply.status === 429) queue.pause(pauseAskedBy(reply, Date.now()) ?? PAUSE_MS)
        return reply
      })

  const send = sendOn(() => undefined)

  async function exchange(
    call: Call,
    url: string,
    init: RequestInit,
    signal: AbortSignal,
  ): Promise<Reply> {
    const late = AbortSignal.timeout(TIMEOUT_MS)
    try {
      const response = await fetch(url, {
        ...init,
        redirect: 'manual',
        signal: AbortSignal.any([signal, late]),
      })
      const text = await readText(response, LARGEST_REPLY)
      if (text === null) throw unreachable(call, `${call.line}: the reply is too large`)
      return replyOf(response, text)
    } catch (error) {
      if (error instanceof Trouble || signal.aborted) throw troubleOf(error)
      if (late.aborted) throw timedOut(call, TIMEOUT_MS)
      throw unreachable(call, redact(`${call.line}: ${String(error)}`))
    }
  }

  async function ask(): Promise<Token> {
    const keptUnder = await hashOf(`${origin} ${clientId} ${clientSecret}`)
    try {
      const { signal } = new AbortController()
      const token = await requestToken({ clientId, clientSecret }, { origin, send, redact, signal })
      const sealed = await keyring.seal(token.accessToken)
      const { expiresAt } = token
      storage.transact((rows) =>
        rows.put('service-token', keptUnder, { sealed, expiresAt }, expiresAt),
      )
      if (told !== null) log.info('cliquify-accepts')
      told = null
      failure = null
      return token
    } catch (error) {
      const trouble = troubleOf(error)
      const lasts = LASTING[trouble.kind] === undefined ? FAILED_FOR_MS : REFUSED_FOR_MS
      failure = { trouble, until: now() + lasts }
      if (told !== trouble.kind) {
        told = trouble.kind
        const message = LASTING[trouble.kind] ?? `Cliquify gave no token. ${trouble.message}`
        log.problem('cliquify-token', message, { kind: trouble.kind, details: trouble.details })
      }
      throw trouble
    }
  }

  async function kept(): Promise<Token | null> {
    const keptUnder = await hashOf(`${origin} ${clientId} ${clientSecret}`)
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

  async function token(): Promise<string> {
    if (isGood(current)) return current.accessToken
    if (failure !== null && now() < failure.until) throw failure.trouble
    asking ??= renew().finally(() => {
      asking = null
    })
    return (await asking).accessToken
  }

  /** Never uses a refused token again; somebody else may have got a new one meanwhile. */
  async function drop(refused: string): Promise<void> {
    if (current?.accessToken !== refused) return
    const keptUnder = await hashOf(`${origin} ${clientId} ${clientSecret}`)
    storage.transact((rows) => rows.delete('service-token', keptUnder))
    current = { ...current, expiresAt: 0 }
  }

  async function get(
    path: string,
    priority: Priority,
    signal: AbortSignal,
    onTurn: () => void,
  ): Promise<Reply> {
    const [line = path] = path.split('?')
    const call: Call = { type: 'api', what: 'this', line: `GET ${line}` }
    const once = (accessToken: string): Promise<Reply> => {
      const headers = { Accept: 'application/json', Authorization: `Bearer ${accessToken}` }
      return sendOn(onTurn)({ call, url: origin + path, init: { headers }, priority, signal })
    }
    const first = await token()
    let reply = await once(first)
    if (isTokenRefused(statusOf(reply), reply.body)) {
      await drop(first)
      reply = await once(await token())
    }
    const status = statusOf(reply)
    // What designers get is Cliquify's own word, never that of a server in between.
    const isWord = reply.body !== undefined || status === 204
    if (status === 401 || status === 429 || status >= 500 || !isWord) {
      throw errorOf(call, reply, redact)
    }
    return reply
  }

  return {
    get,
    token,
    get wait() {
      return wait
    },
  }
}

/** What the administrator has to do, of what does not mend itself. */
const LASTING: Partial<Record<Trouble['kind'], string>> = {
  'wrong-credentials':
    'Cliquify does not accept the client ID and secret: set CLIQUIFY_CLIENT_ID and CLIQUIFY_CLIENT_SECRET anew and restart the relay.',
  'connection-refused':
    'Cliquify does not open a connection for this client: check it in the developer portal, then restart the relay.',
  'inactive-account': 'The Cliquify account of this client is not active: activate it in Cliquify.',
}
