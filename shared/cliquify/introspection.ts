import {
  dateOf,
  firstOf,
  flagOf,
  isRecord,
  nameOf,
  own,
  ownId,
  ownName,
  type JsonRecord,
} from './value.ts'

/** What Cliquify tells about a token that is in force. */
export interface Introspection {
  readonly clientId: string | null
  /** Null where none were told. */
  readonly scopes: readonly string[] | null
  /** Milliseconds since the epoch, or null where none was told, or one that cannot be. */
  readonly expiresAt: number | null
}

/** A list that is longer is no list of scopes. */
const MAX_SCOPES = 100

/** Reads `{ success, data: {…} }` and the flat shape; null: not in force, undefined: not readable. */
export function introspectionOf(body: unknown, now: number): Introspection | null | undefined {
  if (!isRecord(body)) return undefined
  const data = own(body, 'data')
  const place = isRecord(data) ? data : body
  const isActive = flagOf(own(place, 'active'))
  if (isActive !== true) return isActive === null ? undefined : null
  return {
    clientId: nameOf(own(place, 'client_id')),
    scopes: scopesOf(place),
    expiresAt: endOf(place, now),
  }
}

/** Scopes as a list, or as one text with separators between them; null where there are none. */
export function scopesOf(record: JsonRecord, separator = /[\s,]+/): readonly string[] | null {
  const told = firstOf(record, ['scopes', 'scope'])
  const list: readonly unknown[] = typeof told === 'string' ? told.split(separator) : arrayOf(told)
  const scopes = list
    .slice(0, MAX_SCOPES)
    .map((scope) => (isRecord(scope) ? (ownId(scope) ?? ownName(scope)) : nameOf(scope)))
    .filter((scope) => scope !== null)
  return scopes.length === 0 ? null : scopes
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Milliseconds since the epoch. */
export function endOf(place: JsonRecord, now: number): number | null {
  const date = dateOf(firstOf(place, ['expires_at', 'exp']))
  const end = date === null ? NaN : Date.parse(date)
  // A token in force that ends in the past: this device's clock is wrong, so its end means nothing.
  return end > now ? end : null
}
