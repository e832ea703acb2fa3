/** The part of `manifest.json` that decides what the UI may reach. */
export interface NetworkAccess {
  readonly allowedDomains: readonly string[]
  readonly devAllowedDomains?: readonly string[]
}

/**
 * The Content-Security-Policy of the frame around the plugin's UI. A `data:` document inherits it.
 * Figma applies `devAllowedDomains` only to a plugin in development, see
 * developers.figma.com/docs/plugins/making-network-requests.
 */
export function contentSecurityPolicy(
  { allowedDomains, devAllowedDomains = [] }: NetworkAccess,
  mode: 'production' | 'development',
): string {
  const domains = [...allowedDomains, ...(mode === 'development' ? devAllowedDomains : [])]
  const reachable = ['data:', 'blob:', ...domains.filter((domain) => domain !== 'none')].join(' ')
  return [
    `default-src ${reachable}`,
    `script-src 'unsafe-inline' 'unsafe-eval' ${reachable}`,
    `style-src 'unsafe-inline' ${reachable}`,
    ...['connect', 'font', 'frame', 'img', 'media', 'worker'].map(
      (kind) => `${kind}-src ${reachable}`,
    ),
    "object-src 'none'",
    "base-uri 'none'",
  ].join('; ')
}
