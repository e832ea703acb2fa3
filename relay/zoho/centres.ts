/** Zoho's data centres that Cliq has addresses in, each by what its hosts end with. */
export const CENTRES = ['com', 'eu', 'in', 'com.au', 'com.cn', 'jp'] as const

export type Centre = (typeof CENTRES)[number]

/** What the callback calls them. */
const LOCATIONS: ReadonlyMap<string, Centre> = new Map([
  ['us', 'com'],
  ['eu', 'eu'],
  ['in', 'in'],
  ['au', 'com.au'],
  ['cn', 'com.cn'],
  ['jp', 'jp'],
])

/**
 * Where an account is, by the query that Zoho sends the browser back with; null where it is in none
 * of these, or says two things. The browser may say anything: what comes of it is a name of ours,
 * never an address to ask.
 */
export function centreOf(query: URLSearchParams): Centre | null {
  const location = query.get('location')
  const server = query.get('accounts-server')
  const byLocation = location === null ? undefined : LOCATIONS.get(location)
  const byServer = CENTRES.find((centre) => server === accountsOf(centre, null))
  if (server === null) return byLocation ?? null
  if (location === null) return byServer ?? null
  return byLocation !== undefined && byLocation === byServer ? byLocation : null
}

/** `standIn`: the address of one on this machine that has them all, in tests; null for Zoho itself. */
export function accountsOf(centre: Centre, standIn: string | null): string {
  return hostOf(`accounts.zoho.${centre}`, standIn)
}

export function cliqOf(centre: Centre, standIn: string | null): string {
  return hostOf(`cliq.zoho.${centre}`, standIn)
}

function hostOf(host: string, standIn: string | null): string {
  return standIn === null ? `https://${host}` : `${standIn}/${host}`
}
