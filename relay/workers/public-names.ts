import type { FetchFile } from '../media.ts'

/** Names that lead into a network of their own (RFC 6761, RFC 6762, RFC 8375; ICANN's `internal`). */
const PRIVATE = /(?:^|\.)(?:localhost|local|internal|home\.arpa|test|invalid)$/

/**
 * Whether a host has a name in the public internet. Workers cannot see which address a name stands
 * for; they reach no private network either. `trusted` is one that an administrator named.
 */
export function isPublicName(hostname: string, trusted: string): boolean {
  if (hostname === trusted) return true
  // An address has been brought into one of these forms by `URL`.
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
  return !isAddress && hostname.includes('.') && !PRIVATE.test(hostname)
}

/** Fetches from hosts with such a name. */
export function openFetchFile(trusted: string): FetchFile {
  return async (url, request) =>
    isPublicName(url.hostname, trusted)
      ? fetch(url, { ...request, redirect: 'manual' })
      : 'not-public'
}
