import { parseUrl } from './decode/url.ts'

/** Whether the domains of a manifest, as Figma reads them, let the window reach an address. */
export function isWithin(domains: readonly string[], address: string): boolean {
  const url = parseUrl(address)
  if (url === null) return false
  return domains.some((domain) => {
    if (domain === '*') return true
    const parts = /^(https?:)\/\/(\*\.)?([^/]+)(\/.*)?$/.exec(domain)
    if (parts === null) return false
    const [, protocol, wildcard, host = '', path] = parts
    if (url.protocol !== protocol) return false
    const isHost = wildcard === undefined ? url.host === host : url.host.endsWith(`.${host}`)
    if (!isHost || path === undefined) return isHost
    return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path
  })
}
