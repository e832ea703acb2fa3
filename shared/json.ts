declare const content: unique symbol

/**
 * Plain data as text. What is long crosses to the sandbox like this: there an object is copied
 * member by member, while Figma waits.
 */
export type Json<T> = string & { readonly [content]: T }

export function toJson<T>(value: T): Json<T> {
  return JSON.stringify(value) as Json<T>
}

/** The other half of `toJson`, which alone makes such a text. */
export function fromJson<T>(text: Json<T>): T {
  return JSON.parse(text) as T
}

const PIECE = 250

/** A long list as texts of some hundred members each, none of which is long work to make or read. */
export type JsonPieces<T> = readonly Json<readonly T[]>[]

/** A message with one of its lists in pieces. */
export type InPieces<T, List extends keyof T> = Omit<T, List> & {
  readonly [K in List]: T[K] extends readonly (infer Member)[] ? JsonPieces<Member> : never
}

/** Makes each piece only when it is asked for, and lets go of what it made it of. */
export function* jsonPieces<T>(members: Iterable<T>): Generator<Json<readonly T[]>, void> {
  let next: T[] = []
  for (const member of members) {
    next.push(member)
    if (next.length < PIECE) continue
    yield toJson(next)
    next = []
  }
  if (next.length > 0) yield toJson(next)
}
