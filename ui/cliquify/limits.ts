/** How patient and how frugal the client is; all times in milliseconds. */
export interface Limits {
  /** Cliquify documents about 60 requests a minute for an address; below it, so as not to be refused. */
  readonly requestsPerMinute: number
  readonly parallelRequests: number
  readonly parallelDownloads: number
  readonly apiTimeoutMs: number
  readonly mediaTimeoutMs: number
  readonly revokeTimeoutMs: number
  /** The first wait before a repeat; it doubles with each. */
  readonly backoffMs: number
  /** The longest that one request waits because of 429 before it fails. */
  readonly longestWaitMs: number
}

export const LIMITS: Limits = {
  requestsPerMinute: 55,
  parallelRequests: 6,
  parallelDownloads: 6,
  apiTimeoutMs: 20_000,
  mediaTimeoutMs: 60_000,
  revokeTimeoutMs: 4_000,
  backoffMs: 500,
  longestWaitMs: 300_000,
}
