import type { NotedStyles } from '../shared/published-styles.ts'
import type { ReviewChannel, ReviewPart } from '../shared/review.ts'
import type { Centre } from './zoho/centres.ts'

/** All that the relay keeps: nothing here is a secret as it stands. Times are ms since the epoch. */
export interface Tables {
  /** By the hash of the invitation. */
  invitation: { readonly name: string }
  /** By the hash of the read key; `name` is who has signed in, null until somebody has. */
  'sign-in': { readonly name: string | null }
  /** By the hash of the write key; `until` is when both keys end. */
  'write-key': { readonly readHash: string; readonly tries: number; readonly until: number }
  /** Who is at the OpenID provider, by the hash of the state; what only the relay may know is sealed. */
  authorization: { readonly browserHash: string; readonly sealed: string }
  /** The tokens of people, by their hash. */
  token: { readonly name: string; readonly since: number }
  /** Cliquify's replies, by what was asked for. */
  reply: {
    readonly status: number
    readonly body: string
    readonly etag: string
    readonly at: number
  }
  /** The tokens of services, each under a hash of the address, the client's ID and secret, sealed. */
  'service-token': { readonly sealed: string; readonly expiresAt: number | null }
  /** Where styles of a kit are published, by the kit's id; the file that was synced last first. */
  library: readonly NotedStyles[]
  /** Who may connect Zoho, by the hash of the key of the address. */
  'zoho-link': { readonly person: string }
  /** Zoho's tokens of people, by their name, sealed. */
  zoho: { readonly centre: Centre; readonly sealed: string }
  /** When requests of a kind were made to Zoho, by kind and name. */
  'zoho-budget': { readonly times: readonly number[]; readonly lockedUntil: number }
  /** The channels that people are in, by their name. */
  'zoho-channels': { readonly channels: readonly ReviewChannel[] }
  /** The unique names of channels that people have sent to, by their name; the last first. */
  'zoho-used': { readonly channels: readonly string[] }
  /** What was sent for review, by id and name; nothing of what it was. */
  'zoho-review': { readonly channel: string; readonly parts: readonly ReviewPart[] }
}

export type Table = keyof Tables

export interface Row<T extends Table> {
  readonly key: string
  readonly value: Tables[T]
  /** Null: never. */
  readonly expiresAt: number | null
}

/** What is kept, within one transaction. A row that has expired is not there. */
export interface Rows {
  get<T extends Table>(table: T, key: string): Tables[T] | null
  put<T extends Table>(table: T, key: string, value: Tables[T], expiresAt: number | null): void
  /** Whether there was such a row. */
  delete(table: Table, key: string): boolean
  /** The oldest first. */
  all<T extends Table>(table: T): readonly Row<T>[]
  count(table: Table): number
  /** Deletes all but the rows that were put last. */
  keepLatest(table: Table, most: number): void
}

/**
 * Where the relay keeps things. Synchronous, as SQLite in Node and in a Durable Object are, so that
 * a transaction is a function.
 */
export interface Storage {
  /** Bytes that a value may have as JSON. */
  readonly largest: number
  /** All of it happens, or nothing; what was done when it returns outlives the process. */
  transact<T>(work: (rows: Rows) => T): T
  /** Deletes what has expired. */
  sweep(): void
}
