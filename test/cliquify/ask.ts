import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from './credentials.ts'
import type { Cliquify } from './server.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

const SAMPLE = {
  grant_type: 'client_credentials',
  client_id: SAMPLE_CLIENT_ID,
  client_secret: SAMPLE_CLIENT_SECRET,
}

/** Asks as a plain HTTP client would; a body that is no JSON comes back as text. */
export async function ask(
  cliquify: Cliquify,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const response = await fetch(new URL(path, cliquify.origin), init)
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  const body: unknown = isJson ? JSON.parse(text) : text
  return { status: response.status, headers: response.headers, body }
}

export function postForm(
  cliquify: Cliquify,
  path: string,
  fields: Record<string, string>,
): Promise<Answer> {
  return ask(cliquify, path, { method: 'POST', body: new URLSearchParams(fields) })
}

export function postJson(cliquify: Cliquify, path: string, body: unknown): Promise<Answer> {
  return ask(cliquify, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  })
}

/** Asks for a token with the sample credentials, or others. */
export function askToken(cliquify: Cliquify, fields: Partial<typeof SAMPLE> = {}): Promise<Answer> {
  return postForm(cliquify, '/oauth/access-token', { ...SAMPLE, ...fields })
}

/** The text of a fresh token. */
export async function token(cliquify: Cliquify): Promise<string> {
  const { body } = await askToken(cliquify)
  const text = at(body, 'token', 'access_token') ?? at(body, 'access_token')
  if (typeof text !== 'string') throw new Error(`no token in ${JSON.stringify(body)}`)
  return text
}

/** Asks for a resource with a token. */
export function get(cliquify: Cliquify, path: string, text: string): Promise<Answer> {
  return ask(cliquify, path, { headers: { Authorization: `Bearer ${text}` } })
}

/** What stands at a path of keys inside JSON, or undefined. */
export function at(body: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    body,
  )
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`no list: ${JSON.stringify(value)}`)
  return value
}
