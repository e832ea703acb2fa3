/** What the stand-in Cliquify is told to do to every request. */
export type Network = 'good' | 'slow' | 'rate-limited' | 'offline'

const FAULTS = {
  good: [],
  slow: [{ path: '*', effect: { type: 'delay', ms: 2000 } }],
  'rate-limited': [{ path: '/api/*', effect: { type: 'rate-limited', seconds: 10 } }],
  offline: [],
} satisfies Record<Network, readonly unknown[]>

/** Sets the fault that stays until the next one is set. */
export async function setNetwork(network: Network): Promise<void> {
  await control([
    { do: 'clear-faults' },
    { do: 'set-offline', offline: network === 'offline' },
    ...FAULTS[network].map((fault) => ({ do: 'add-fault', fault })),
  ])
}

/** Ends every token that the stand-in has given out. */
export async function expireTokens(): Promise<void> {
  await control([{ do: 'expire-tokens' }])
}

/** `commands` as in test/cliquify/control.ts. */
async function control(commands: readonly unknown[]): Promise<void> {
  const response = await fetch('/stand-in/__control', {
    method: 'POST',
    body: JSON.stringify(commands),
  })
  if (!response.ok) throw new Error(`The stand-in answered ${response.status}.`)
}
