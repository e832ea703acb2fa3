import type { Redact } from './redact.ts'

/** What went wrong, one kind for each thing that a person would do about it. */
export type ApiErrorKind =
  | 'wrong-credentials'
  | 'missing-credentials'
  | 'connection-refused'
  | 'inactive-account'
  | 'connection-expired'
  | 'missing-scope'
  | 'no-company'
  | 'not-offered'
  | 'invalid-request'
  | 'rate-limited'
  | 'server-down'
  | 'not-json'
  | 'unexpected-reply'
  | 'offline'
  | 'unreachable'
  /** A file whose address no longer works: signed ones do for some time only. */
  | 'expired-link'
  | 'blocked'
  | 'out-of-reach'
  | 'timeout'
  | 'cancelled'

/** What the UI offers as a button beside the message. */
export type ApiErrorAction = 'retry' | 'connect' | 'settings' | 'none'

/** Every failure of the Cliquify API, told to people. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind
  readonly action: ApiErrorAction
  /** For engineers, without secrets and tokens: status, path, and what the server said. */
  readonly details: string | null

  constructor(kind: ApiErrorKind, message: string, action: ApiErrorAction, details: string | null) {
    super(message)
    this.name = 'ApiError'
    this.kind = kind
    this.action = action
    this.details = details
  }
}

/** Which call a reply answers. */
export interface Call {
  readonly type: 'token' | 'revoke' | 'api' | 'media'
  /** What was asked for, in the plural, for people: "templates". */
  readonly what: string
  /** For engineers: method and path. */
  readonly line: string
}

/** `waitMs`: how long Cliquify asked to wait, where it said so. */
export function rateLimited(waitMs: number | null, details: string | null): ApiError {
  const wait = waitMs === null ? 'Wait a minute' : `Wait ${duration(waitMs)}`
  return new ApiError(
    'rate-limited',
    `Cliquify asked for a pause because of too many requests. ${wait}, then try again.`,
    'retry',
    details,
  )
}

export function cancelled(): ApiError {
  return new ApiError('cancelled', 'Cancelled.', 'none', null)
}

export function timedOut(call: Call, afterMs: number): ApiError {
  return new ApiError(
    'timeout',
    call.type === 'media'
      ? 'The file took too long to download. Check your connection and try again.'
      : 'Cliquify took too long to answer. Check your connection and try again.',
    'retry',
    `${call.line}: no reply within ${afterMs} ms`,
  )
}

/** A file that would not fit into Figma, nor well into the window's memory. */
export function tooLarge(call: Call): ApiError {
  return new ApiError(
    'invalid-request',
    'This file is larger than 100 MB, the most that Figma takes. Ask for a smaller one in Cliquify.',
    'none',
    `${call.line}: larger than 100 MB`,
  )
}

/** `cause` is what `fetch` threw. */
export function noReply(call: Call, cause: unknown, redact: Redact): ApiError {
  const details = redact(`${call.line}: ${String(cause)}`)
  if (typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine) {
    return new ApiError(
      'offline',
      'You are offline. Connect to the internet and try again.',
      'retry',
      details,
    )
  }
  return unreachable(call, details)
}

export function unreachable(call: Call, details: string | null): ApiError {
  return new ApiError(
    'unreachable',
    call.type === 'media'
      ? 'The file could not be downloaded. Check your connection and try again.'
      : 'Cliquify cannot be reached. Check your connection, or whether a firewall blocks it, and try again.',
    'retry',
    details,
  )
}

/** The server is there, but the browser keeps its reply from the plugin. */
export function blocked(call: Call, details: string): ApiError {
  return new ApiError(
    'blocked',
    call.type === 'media'
      ? 'The server of this file does not let Figma plugins read it. Try again; if it stays, ask your Cliquify administrator.'
      : 'Cliquify can be reached, but does not let this plugin read its reply. Try again; if it stays, ask your Cliquify administrator to allow Figma plugins.',
    'retry',
    `${details} (blocked by CORS)`,
  )
}

/** The window's own policy, made of the manifest's domains, keeps the request back. */
export function outOfReach(call: Call, details: string): ApiError {
  const where = `${details} (not among the domains of the manifest)`
  if (call.type !== 'media') {
    return new ApiError(
      'out-of-reach',
      'Cliquify sent this plugin on to a server that Figma does not let it reach. Try again; if it stays, tell your Cliquify administrator.',
      'retry',
      where,
    )
  }
  return new ApiError(
    'out-of-reach',
    'This file is kept on a server that Figma does not let this plugin reach. Download it in Cliquify and drag it into Figma.',
    'none',
    where,
  )
}

/**
 * The server is there, and has let its replies be read before: its gateway's error page cannot be, or
 * the connection breaks off. The browser tells neither.
 */
export function brokenOff(details: string | null): ApiError {
  return new ApiError(
    'server-down',
    'Cliquify is not answering properly, or the connection to it breaks off. Wait a moment and try again.',
    'retry',
    details,
  )
}

export function serverDown(details: string | null): ApiError {
  return new ApiError(
    'server-down',
    'Cliquify is not answering properly right now. Wait a moment and try again.',
    'retry',
    details,
  )
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 90) return `${seconds} second${seconds === 1 ? '' : 's'}`
  return `${Math.ceil(seconds / 60)} minutes`
}
