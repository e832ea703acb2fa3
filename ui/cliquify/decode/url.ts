import type { MediaFormat } from '../../../shared/brand.ts'
import { formatOfName } from './format.ts'

/**
 * Reads URLs out of replies. Kept are https URLs and those on the API's own origin (in development
 * http://localhost); relative ones resolve against the API. Everything else is null.
 */
export function urlOf(value: unknown, origin: string): string | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (text === '' || text.length > 8000) return null
  const url = parseUrl(text, `${origin}/`)
  if (url?.username !== '' || url.password !== '') return null
  return url.protocol === 'https:' || url.origin === origin ? url.href : null
}

/** What `https://` stands for: `http://`, or nothing before a host. That has two dots, a folder may have one. */
const HTTP = /^\s*(?:http:\/\/(?!localhost)|(?=(?:[\w-]+\.){2,}[a-z]{2,}\/))/i

/**
 * The same of what a reply tells, read as it is meant: a server behind a proxy may not know that it is
 * asked by https, an address may begin with its host or be escaped for HTML, and a `%` may stand
 * for itself.
 */
export function toldUrl(value: unknown, origin: string): string | null {
  if (typeof value !== 'string') return null
  const meant = value
    .replace(/&amp;/g, '&')
    .replace(HTTP, 'https://')
    .replace(/%(?![\da-f]{2})/gi, '%25')
  return urlOf(meant, origin)
}

/** Whether a text says by itself where it points: `https://…`, `//…`, `/…` or `cdn.example.com/…`. */
export function isRooted(value: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]*:|\/)/i.test(value) || HTTP.test(value)
}

/** Whether a value can only be where a file is: an address, or a relative one with a known suffix. */
export function isFileAddress(value: unknown): value is string {
  return typeof value === 'string' && (isRooted(value) || formatOfName(value) !== null)
}

/** The last part of a URL's path, readable: "Logo, dark.svg". */
export function fileNameOf(url: string): string | null {
  const path = withoutQuery(url)
  const last = path.slice(path.lastIndexOf('/') + 1)
  return last === '' ? null : decoded(last)
}

/** The format that the suffix of a file's address tells. */
export function formatOfUrl(url: string): MediaFormat | null {
  return formatOfName(fileNameOf(url))
}

/** A part of a URL as people write it; as it is where it is not encoded well. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** A URL without query and fragment: what stays the same when only the signature is renewed. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

/** Null for a text that is no URL. */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base)
  } catch {
    return null
  }
}
