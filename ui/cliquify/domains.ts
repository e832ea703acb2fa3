import { parseUrl } from './decode/url.ts'

/** Whether the domains of the manifest, each of them an origin, let the window reach an address. */
export function isWithin(domains: readonly string[], address: string): boolean {
  const url = parseUrl(address)
  return url !== null && domains.includes(url.origin)
}
