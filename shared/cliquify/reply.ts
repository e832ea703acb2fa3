import { flagOf, isFilled, isRecord, numberOf, own, readFirst, type JsonRecord } from './value.ts'
import { jsonIn } from '../json.ts'
import { retryAfter } from './timing.ts'

/** A reply that was received in full. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  /** The parsed JSON; undefined where the body is none. */
  readonly body: unknown
  readonly text: string
}

/** A reply out of what came, and its whole text. */
export function replyOf({ status, headers }: Response, text: string): Reply {
  const body = jsonIn(text, /[:[,]\s*\d{16}/.test(text) ? withLargeIds : undefined)
  return { status, headers, body, text }
}

/** Reads as a text what a number cannot hold, where the engine says how it is written. */
function withLargeIds(
  _key: string,
  value: unknown,
  written?: { readonly source: string },
): unknown {
  const isLarge = typeof value === 'number' && value > Number.MAX_SAFE_INTEGER
  return isLarge ? (written?.source ?? value) : value
}

/**
 * The status that a reply means. Some replies say "200" and carry the failure in the body, as
 * `{ success: false, message }`, `{ status: "error", message }` or `{ code, message }`.
 */
export function statusOf(reply: Reply): number {
  const { status } = reply
  if (!isRecord(reply.body)) return status
  if ((isSuccess(status) || status === 404) && saysNoneFound(reply.body)) return NO_CONTENT
  if (!isSuccess(status)) return status
  const body = withoutEmptyData(reply.body)
  const failed = saysFailure(body)
  const code = codeIn(body)
  if (code !== null && (failed || own(body, 'data') === undefined)) return code
  if (!failed) return status
  const message = messageOf(body)
  if (/unauthenticated|unauthori[sz]ed/i.test(message)) return 401
  if (/inactive|scope/i.test(message)) return 403
  if (saysNoCompany(body) || goneRecord(body, '') !== null) return 404
  return 400
}

/** A failure may come with `data: []`, which is no list then. */
function withoutEmptyData(body: JsonRecord): JsonRecord {
  const { data, ...rest } = body
  return isFilled(data) ? body : rest
}

/** The status of a failure that a record tells. */
function codeIn(record: JsonRecord): number | null {
  return readFirst(record, ['code', 'status_code', 'status'], (value) => {
    const code = numberOf(value) ?? NaN
    return Number.isInteger(code) && code >= 400 && code <= 599 ? code : null
  })
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

/** Whether the server, or one behind it, is down for a while. */
export function isOutage(status: number): boolean {
  return status === 502 || status === 503 || status === 504
}

/** Whether a body says by itself that something failed. */
function saysFailure(body: JsonRecord): boolean {
  if (['success', 'ok'].some((key) => flagOf(own(body, key)) === false)) return true
  const status = own(body, 'status')
  if (status === false || (typeof status === 'string' && /^(?:error|fail)/i.test(status))) {
    return own(body, 'data') === undefined
  }
  const error = own(body, 'error')
  return error === true || (typeof error === 'string' && /\s|_/.test(error) && isOnlyTalk(body))
}

const TALK_KEYS = [
  'success',
  'ok',
  'status',
  'code',
  'message',
  'error',
  'errors',
  'details',
  'meta',
]

/** Whether a record holds words about a list, but no list: `{ success, message }`. */
export function isOnlyTalk(record: JsonRecord): boolean {
  const says = [own(record, 'message'), own(record, 'error')].some(
    (said) => typeof said === 'string',
  )
  // Colors by name may be called "success" and "error", too.
  const isColors = typeof own(record, 'success') === 'string'
  return says && !isColors && Object.keys(record).every((key) => TALK_KEYS.includes(key))
}

/** Of a sentence that is read for what it means, in characters. */
const LONGEST_MESSAGE = 500

const NO_CONTENT = 204

/** A sentence that says of what there is nothing, and one that says what is missing. */
const NOTHING = /\bno (?!query|route)(.*)\b(?:found|available|yet)\b|^(.*) not found/i
/** What lists hold. */
const ITEM = /\b(?:data|media|record|result|item|asset|logo|colou?r|template|tag|folder)s?\b/i

/**
 * `{ success: false, message: "No logos found.", data: [] }`: an empty list, and no failure. "No route
 * found" is told of something else, and "Record not found" of any path, unless a list stands beside it.
 */
function saysNoneFound(body: JsonRecord): boolean {
  const held = Object.entries(body).flatMap(([key, value]) =>
    TALK_KEYS.includes(key) || typeof value !== 'object' || value === null ? [] : [value],
  )
  if (held.some(isFilled)) return false
  const [, none, missing = ''] = NOTHING.exec(messageOf(body).slice(0, LONGEST_MESSAGE)) ?? []
  if (none === undefined) return held.length > 0 && ITEM.test(missing)
  return /[^s]s\b/.test(none) || ITEM.test(none)
}

/**
 * Whether the path does not exist, for a 404 that is not the company's or a record's, or not for
 * reading, or asks for a kit that it does not name.
 */
export function isRoutingMiss(status: number, body: unknown, path: string): boolean {
  if (status === 405) return true
  if (status === 400 || status === 422) {
    return /kit[ _]?id/i.test(textOf(body)) && saysFieldMissing(body)
  }
  return status === 404 && !saysNoCompany(body) && goneRecord(body, path) === null
}

/** Of records, only kits are asked for by their ids. */
const NO_KIT = /^(?:no |the )?(?:brand ?)?kit (?:(?:could|was|does|not|be) )*(?:found|exist)/i

/**
 * What a 404 says is gone ("brand kit"), where it is a record and not the path. Laravel also takes
 * the word that ends a path for an id, where it has no such path: that record never was.
 */
export function goneRecord(body: unknown, path: string): string | null {
  const message = messageOf(body).trim().slice(0, LONGEST_MESSAGE)
  if (NO_KIT.test(message)) return 'brand kit'
  const said = /^No query results for model(?: \[([\w\\]+)\])?(.*)$/is.exec(message)
  if (said === null) return null
  const [, model = '', ids = ''] = said
  const id = ids.replace(/\.$/, '').trim()
  if (id !== '' && path.endsWith(`/${id}`)) return null
  const words = model.slice(model.lastIndexOf('\\') + 1).match(/[A-Z]+[a-z]*/g) ?? ['record']
  return words.join(' ').toLowerCase()
}

/** Whether an /api call failed because its token is no longer good. */
export function isTokenRefused(reply: Reply): boolean {
  const status = statusOf(reply)
  if (status === 401) return !isOfGateway(reply)
  if (status !== 400 && status !== 403) return false
  const message = messageOf(reply.body)
  return (
    /token/i.test(message) &&
    /invalid|expired|revoked/i.test(message) &&
    !/scope|csrf/i.test(message)
  )
}

/**
 * Whether a refusal is the page of a gateway, which knows nothing of tokens and accounts. A 401 may be
 * empty, see RFC 6750.
 */
export function isOfGateway({ status, body, text }: Reply): boolean {
  if (body !== undefined) return false
  return status === 401 ? text.trim() !== '' : status === 403
}

/** Whether a 422 says that a field is missing, though it was sent: the encoding was not read. */
export function saysFieldMissing(body: unknown): boolean {
  return /required|missing|must be present|empty|blank/i.test(textOf(body))
}

/** Whether a 404 is the company's, and not the path's. */
export function saysNoCompany(body: unknown): boolean {
  return /^company not found\.?$/i.test(messageOf(body).trim())
}

/** Milliseconds that a reply asks to wait: in its header, or where that may not be read, its body. */
export function pauseAskedBy({ headers, body }: Reply, now: number): number | null {
  const told = retryAfter(headers, now)
  if (told !== null || !isRecord(body)) return told
  const seconds = numberOf(own(body, 'retry_after'))
  return seconds === null || seconds < 0 ? null : seconds * 1000
}

/** The server's own sentence; empty where it said none. */
export function messageOf(body: unknown): string {
  if (typeof body === 'string') return body
  if (!isRecord(body)) return ''
  for (const key of ['message', 'error', 'details', 'error_description', 'detail']) {
    const value = own(body, key)
    if (typeof value === 'string' && value !== '') return value
    if (isRecord(value)) {
      const nested = own(value, 'message') ?? own(value, 'error')
      if (typeof nested === 'string' && nested !== '') return nested
    }
  }
  return ''
}

/** All that a body says; undefined, where it was no JSON, says nothing. */
export function textOf(body: unknown): string {
  return body === undefined ? '' : JSON.stringify(body)
}
