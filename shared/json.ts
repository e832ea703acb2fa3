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

/** What a text holds that came from elsewhere; undefined where it is no JSON. */
export function jsonIn(text: string, revive?: Parameters<typeof JSON.parse>[1]): unknown {
  try {
    return JSON.parse(text, revive)
  } catch {
    return undefined
  }
}

/** JSON of what came from elsewhere; null where it is nested more deeply than can be written. */
export function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value)
  } catch {
    return null
  }
}
