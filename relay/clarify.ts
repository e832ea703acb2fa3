import type { Send } from '../shared/cliquify/api-request.ts'
import type { Call } from '../shared/cliquify/errors.ts'
import { pauseAskedBy } from '../shared/cliquify/reply.ts'
import { clarifyTokens } from '../shared/cliquify/token-profiles.ts'
import { isRecord, own } from '../shared/cliquify/value.ts'
import { troubleOf } from '../shared/trouble.ts'
import type { ClarifyConfiguration } from './configuration.ts'
import type { Counts } from './counts.ts'
import { exchange } from './exchange.ts'
import type { Keyring } from './keys.ts'
import type { Log } from './log.ts'
import { openServiceToken, type Lasting } from './service-token.ts'
import type { Storage } from './storage.ts'

/** Clarify, asked by one client whoever wants to know. */
export interface Clarify {
  /** `text`: a request of JSON-RPC; `version`: of the API, as the caller says it. Never rejects. */
  ask(text: string, version: string | undefined): Promise<ClarifyAnswer>
}

export type ClarifyAnswer =
  | { readonly is: 'reply'; readonly status: number; readonly text: string }
  /** No request, or for what the relay does not pass on. */
  | { readonly is: 'not-allowed' }
  /** Clarify wants to be left alone for so many milliseconds. */
  | { readonly is: 'paused'; readonly milliseconds: number }
  /** Clarify does not know the relay; the log says what to do. */
  | { readonly is: 'signed-out' }
  | { readonly is: 'failed' }

export interface ClarifyOptions {
  readonly configuration: ClarifyConfiguration
  readonly storage: Storage
  readonly keyring: Keyring
  readonly log: Log
  readonly counts: Counts
  readonly now: () => number
}

/** What reads, of all that Clarify's API can do. */
const METHODS: readonly unknown[] = [
  'clarify.selectItems',
  'clarify.dataFrame',
  'clarify.evaluate',
  'admin.selectSignals',
]
const VERSION = '1.1'
const CALL: Call = { type: 'api', what: 'this', line: 'POST rpc' }
/** Where Clarify does not say how long to pause. */
const PAUSE_MS = 10_000

export function openClarify(options: ClarifyOptions): Clarify {
  const { configuration, counts, now } = options
  const { apiUrl, credentials } = configuration

  const token = openServiceToken({
    ...options,
    service: 'Clarify',
    profile: clarifyTokens(apiUrl),
    credentials,
    lasting: LASTING,
    send:
      (redact): Send =>
      (request) => {
        counts.add('relay_upstream_requests_total', `clarify-${request.call.type}`)
        return exchange(request, redact)
      },
  })

  return {
    async ask(text, version = VERSION) {
      const body = allowedRequest(text)
      if (body === null || !/^[\w.]{1,20}$/.test(version)) return { is: 'not-allowed' }
      try {
        const { signal } = new AbortController()
        const reply = await token.use(CALL, (accessToken) => {
          counts.add('relay_upstream_requests_total', 'clarify-api')
          const headers = {
            Accept: 'application/json',
            'Content-Type': 'application/json',
            'X-API-Version': version,
            Authorization: `Bearer ${accessToken}`,
          }
          const init = { method: 'POST', headers, body }
          return exchange({ call: CALL, url: `${apiUrl}rpc`, init, signal }, token.redact)
        })
        const { status } = reply
        if (status === 429) {
          return { is: 'paused', milliseconds: pauseAskedBy(reply, now()) ?? PAUSE_MS }
        }
        // Clarify's own word, never that of a server in between.
        const isWord = reply.body !== undefined && status !== 401 && status < 500
        return isWord ? { is: 'reply', status, text: reply.text } : { is: 'failed' }
      } catch (error) {
        const { kind } = troubleOf(error)
        if (kind === 'rate-limited') return { is: 'paused', milliseconds: PAUSE_MS }
        return { is: LASTING[kind] === undefined ? 'failed' : 'signed-out' }
      }
    },
  }
}

/** The request anew, of its known members alone: a server may read others for them. Null for none. */
function allowedRequest(text: string): string | null {
  try {
    const request: unknown = JSON.parse(text)
    if (!isRecord(request)) return null
    const method = own(request, 'method')
    if (!METHODS.includes(method)) return null
    return JSON.stringify({
      jsonrpc: '2.0',
      id: own(request, 'id'),
      method,
      params: own(request, 'params'),
    })
  } catch {
    return null
  }
}

const LASTING: Lasting = {
  'wrong-credentials':
    'Clarify does not accept the ID and secret in CLARIFY_CREDENTIALS_FILE: download the file anew and restart the relay.',
  'connection-refused':
    'Clarify gives no token to the client in CLARIFY_CREDENTIALS_FILE: check its integration in Clarify, then restart the relay.',
  'inactive-account':
    'Clarify does not let the client in CLARIFY_CREDENTIALS_FILE in: check its integration in Clarify, then restart the relay.',
  'connection-expired':
    'Clarify refuses the tokens that it gives to the client in CLARIFY_CREDENTIALS_FILE: check its integration in Clarify.',
}
