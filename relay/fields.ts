import type { Context } from 'hono'

/** The text fields of a form or of JSON; what cannot be read has none. */
export function fieldsOf(c: Context): Partial<Record<string, string>> {
  const text = c.get('body')
  const isJson = /\bjson\b/i.test(c.req.header('content-type') ?? '') || text.startsWith('{')
  try {
    const fields: unknown = isJson
      ? JSON.parse(text)
      : Object.fromEntries(new URLSearchParams(text))
    const entries = Object.entries(fields ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    )
    return Object.fromEntries(entries)
  } catch {
    return {}
  }
}
