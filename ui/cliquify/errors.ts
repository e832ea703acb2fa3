/** What went wrong, one kind for each thing that a person would do about it. */
export type ApiErrorKind =
  | 'wrong-credentials'
  | 'missing-credentials'
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
