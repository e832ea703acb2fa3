import { createClient } from '../../ui/cliquify/create-client.ts'
import { noMemory } from '../ui/cliquify/no-memory.ts'
import type { Client } from '../../ui/cliquify/client.ts'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { startCliquify } from '../cliquify/server.ts'
import { openEverything } from '../relay/open-everything.ts'
import { openRelay, RUNTIMES } from '../relay/open-relay.ts'

const DESIGNERS = 10
const PER_MINUTE = 60
/** How long one waits for those who ask Cliquify directly. */
const PATIENCE_MS = 45_000

interface Measured {
  readonly finished: number
  /** Seconds until the last who finished had seen everything. */
  readonly longest: number
}

/**
 * Ten designers of one office open everything at once, each with the plugin's own client, at a
 * stand-in that allows an address 60 requests a minute as Cliquify does: directly, and through a relay.
 */
export async function bench(): Promise<void> {
  const rows: Record<string, string | number>[] = []
  const note = (
    way: string,
    { finished, longest }: Measured,
    upstream: readonly { readonly status: number | 'cut' | null }[],
  ): void => {
    rows.push({
      way,
      'designers who saw everything': finished,
      'longest wait, s': finished === DESIGNERS ? longest.toFixed(1) : `over ${PATIENCE_MS / 1000}`,
      'requests upstream': upstream.length,
      'refused there': upstream.filter(({ status }) => status === 429).length,
    })
  }

  const cliquify = await startCliquify({ settings: { rateLimit: PER_MINUTE } })
  const direct = Array.from({ length: DESIGNERS }, () => open(cliquify.origin))
  const connecting = direct.map(
    (client) => () =>
      client.connect({ clientId: SAMPLE_CLIENT_ID, clientSecret: SAMPLE_CLIENT_SECRET }, false),
  )
  note('directly', await measure(direct, connecting), cliquify.requests)
  await cliquify.close()

  for (const runtime of RUNTIMES) {
    const relay = await openRelay(runtime, { rateLimit: PER_MINUTE })
    const tokens = await Promise.all(direct.map((_, at) => relay.signIn(`Designer ${at}`)))
    const clients = tokens.map((accessToken) => open(relay.origin, accessToken))
    const measured = await measure(clients, [])
    note(`relay on ${runtime}`, measured, relay.cliquify.requests)
    await relay.close()
  }
  console.log(
    `${DESIGNERS} designers of one office open everything at once; the stand-in allows ${PER_MINUTE} requests a\n` +
      `minute. Those who ask it directly were watched for ${PATIENCE_MS / 1000} s.\n`,
  )
  console.table(rows)
  // What waits for the stand-in's next minute waits for nobody any more.
  process.exit()
}

async function measure(
  clients: readonly Client[],
  connecting: readonly (() => Promise<void>)[],
): Promise<Measured> {
  const begun = performance.now()
  const times: number[] = []
  const all = clients.map(async (client, at) => {
    await connecting[at]?.()
    await openEverything(client)
    times.push((performance.now() - begun) / 1000)
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS)
  })
  await Promise.race([Promise.allSettled(all), late])
  clearTimeout(timer)
  return { finished: times.length, longest: Math.max(0, ...times) }
}

function open(origin: string, accessToken: string | null = null): Client {
  return createClient({
    again: 'Sign in again',
    tokens: null,
    ...noMemory(),
    cache: 'no-cache',
    origin,
    session:
      accessToken === null
        ? null
        : {
            clientId: accessToken,
            clientSecret: null,
            accessToken,
            expiresAt: null,
            scopes: null,
          },
    keepSession: () => Promise.resolve(),
  })
}
