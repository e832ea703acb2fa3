import type { Send } from '../shared/cliquify/api-request.ts'
import type { Call } from '../shared/cliquify/errors.ts'
import { openQueue, type Priority } from '../shared/cliquify/queue.ts'
import type { Redact } from '../shared/cliquify/redact.ts'
import { pauseAskedBy, statusOf, type Reply } from '../shared/cliquify/reply.ts'
import { errorOf } from '../shared/cliquify/reply-errors.ts'
import { cliquifyTokens } from '../shared/cliquify/token-profiles.ts'
import type { Configuration } from './configuration.ts'
import type { Counts } from './counts.ts'
import { exchange } from './exchange.ts'
import type { Keyring } from './keys.ts'
import type { Log } from './log.ts'
import { openServiceToken, type Lasting } from './service-token.ts'
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

  const sendOn =
    (redact: Redact, onTurn: () => void): Send =>
    (request) =>
      queue.run(request.priority, request.signal, async () => {
        onTurn()
        counts.add('relay_upstream_requests_total', request.call.type)
        const reply = await exchange(request, redact)
        if (reply.status === 429) queue.pause(pauseAskedBy(reply, now()) ?? PAUSE_MS)
        return reply
      })

  const token = openServiceToken({
    service: 'Cliquify',
    profile: cliquifyTokens(origin),
    credentials: { clientId, clientSecret },
    lasting: LASTING,
    send: (redact) => sendOn(redact, () => undefined),
    storage,
    keyring,
    log,
    now,
  })

  async function get(
    path: string,
    priority: Priority,
    signal: AbortSignal,
    onTurn: () => void,
  ): Promise<Reply> {
    const [line = path] = path.split('?')
    const call: Call = { type: 'api', what: 'this', line: `GET ${line}` }
    const send = sendOn(token.redact, onTurn)
    const reply = await token.use(call, (accessToken) => {
      const headers = { Accept: 'application/json', Authorization: `Bearer ${accessToken}` }
      return send({ call, url: origin + path, init: { headers }, priority, signal })
    })
    const status = statusOf(reply)
    // What designers get is Cliquify's own word, never that of a server in between.
    const isWord = reply.body !== undefined || status === 204
    if (status === 401 || status === 429 || status >= 500 || !isWord) {
      throw errorOf(call, reply, token.redact)
    }
    return reply
  }

  return {
    get,
    token: token.get,
    get wait() {
      return wait
    },
  }
}

/** What the administrator has to do, of what does not mend itself. */
const LASTING: Lasting = {
  'wrong-credentials':
    'Cliquify does not accept the client ID and secret: set CLIQUIFY_CLIENT_ID and CLIQUIFY_CLIENT_SECRET anew and restart the relay.',
  'connection-refused':
    'Cliquify does not open a connection for this client: check it in the developer portal, then restart the relay.',
  'inactive-account': 'The Cliquify account of this client is not active: activate it in Cliquify.',
  'connection-expired':
    'Cliquify refuses the tokens that it gives to this client: check it in the developer portal.',
}
