import { parseUrl } from './decode/url.ts'

/** Whether the domains of a manifest, as Figma reads them, let the window reach an address. */
export function isWithin(domains: readonly string[], address: string): boolean {
  const url = parseUrl(address)
  if (url === null) return false
  return domains.some((domain) => {
    if (domain === '*') return true
    const allowed = parseUrl(domain.replace('*.', ''))
    if (allowed?.protocol !== url.protocol) return false
    const { host, pathname } = allowed
    const isHost = domain.includes('*.') ? url.host.endsWith(`.${host}`) : url.host === host
    const isPath = pathname.endsWith('/')
      ? url.pathname.startsWith(pathname)
      : url.pathname === pathname
    return isHost && isPath
  })
}
