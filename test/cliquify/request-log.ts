/** What a request carried to prove who it is; the secret or token itself is never kept. */
export type CredentialsKind = 'none' | 'client-secret' | 'bearer-token' | 'other'

export interface RequestEntry {
  readonly method: string
  readonly host: string
  readonly path: string
  /** The query without its `?`, with any secret in it replaced. */
  readonly query: string
  readonly origin: string | null
  readonly credentials: CredentialsKind
  /** Whether a token or the secret stood in the URL, where none may be. */
  readonly secretInUrl: boolean
  readonly encoding: 'form' | 'json' | 'other' | null
  /** `cut` where the connection was broken on purpose, null while it is being answered. */
  readonly status: number | 'cut' | null
  /** Milliseconds since the epoch by the stand-in's clock. */
  readonly at: number
}

/** Enough for any test, and a bound for a preview that is left open. */
const KEPT = 5000

export interface RequestLog {
  readonly entries: readonly RequestEntry[]
  /** The returned function notes how it ended. */
  begin(entry: Omit<RequestEntry, 'status'>): (status: number | 'cut') => void
  clear(): void
}

export function createRequestLog(): RequestLog {
  const entries: RequestEntry[] = []
  return {
    entries,
    begin(entry) {
      const begun: RequestEntry = { ...entry, status: null }
      entries.push(begun)
      if (entries.length > KEPT) entries.shift()
      return (status) => {
        const at = entries.indexOf(begun)
        if (at >= 0) entries[at] = { ...begun, status }
      }
    },
    clear() {
      entries.length = 0
    },
  }
}

export function encodingOf(contentType: string | undefined): RequestEntry['encoding'] {
  if (contentType === undefined) return null
  const type = contentType.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return 'form'
  return type === 'application/json' ? 'json' : 'other'
}
