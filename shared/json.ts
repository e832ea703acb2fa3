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

/** JSON of what came from elsewhere; null where it is nested more deeply than can be written. */
export function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value)
  } catch {
    return null
  }
}
