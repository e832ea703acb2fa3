import { serve, type HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import { accounts } from './accounts.ts'
import { cliq } from './cliq.ts'
import {
  STAND_IN_CENTRES,
  World,
  ZOHO_CLIENT,
  type Channel,
  type Fault,
  type StandInCentre,
  type ZohoSettings,
} from './world.ts'

/** A running stand-in for all of Zoho's data centres, each host under a path of its name. */
export interface Zoho {
  /** `http://localhost:…`, without a trailing slash. */
  readonly origin: string
  /** What makes a relay take it for Zoho. */
  readonly environment: Readonly<Record<string, string>>
  /** Requests, oldest first: method and path without the query. */
  readonly requests: readonly string[]
  /** The refresh tokens in force of this account. */
  refreshTokens(user: string): readonly string[]
  addUser(email: string, centre: StandInCentre): void
  addChannels(...names: readonly string[]): void
  /** Throws for none. */
  channel(uniqueName: string): Channel
  addFault(fault: Fault): void
  configure(change: Partial<ZohoSettings>): void
  advanceClock(ms: number): void
  /** As the person does it in their Zoho account. */
  revokeAll(user: string): void
  /** No access token that was given out is in force any more. */
  endAccessTokens(): void
  /** Whether a text holds a token or code that was ever given out. */
  leaks(text: string): boolean
  /** Back to how it was started, but for the clock and what was given out. */
  reset(): void
  close(): Promise<void>
}

/** `redirectUri`: what the client is registered with. */
export async function startZoho(redirectUri: string): Promise<Zoho> {
  const world = new World(redirectUri)
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(async (c, next) => {
    world.requests.push(`${c.req.method} ${c.req.path}`)
    const at = world.faults.findIndex(({ path }) => path.test(c.req.path))
    const [fault] = at < 0 ? [] : world.faults.splice(at, 1)
    const effect = fault?.effect
    if (effect?.type === 'status') {
      return new Response(JSON.stringify(effect.body), { status: effect.status })
    }
    if (effect?.type !== 'cut' || effect.at === 'end') await next()
    if (effect?.type === 'held') await effect.until
    if (effect?.type !== 'cut') return undefined
    c.env.incoming.socket.destroy()
    // Emptied first: Hono would copy the old reply's headers into the mark and break it.
    c.res = undefined
    c.res = RESPONSE_ALREADY_SENT
    return undefined
  })
  for (const centre of STAND_IN_CENTRES) {
    app.route(`/accounts.zoho.${centre}`, accounts(world, centre))
    app.route(`/cliq.zoho.${centre}`, cliq(world, centre))
  }
  app.notFound((c) => c.json({ message: 'The URL you have sent is wrong.' }, 404))

  const listening = await new Promise<{ port: number; close: () => Promise<void> }>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const close = (): Promise<void> =>
        new Promise((closed) => {
          server.close(() => closed())
          if ('closeAllConnections' in server) server.closeAllConnections()
        })
      resolve({ port, close })
    })
  })
  const origin = `http://localhost:${listening.port}`

  return {
    origin,
    environment: {
      ZOHO_CLIENT_ID: ZOHO_CLIENT.id,
      ZOHO_CLIENT_SECRET: ZOHO_CLIENT.secret,
      ZOHO_ORIGIN: origin,
    },
    requests: world.requests,
    refreshTokens: (user) =>
      world.refreshTokens.filter((token) => token.user === user).map(({ text }) => text),
    addUser: (email, centre) => void world.centreOf.set(email, centre),
    addChannels(...names) {
      for (const name of names) {
        const uniqueName = name.toLowerCase().replace(/\W/g, '')
        world.channels.push({ uniqueName, name, state: 'open', posts: [] })
      }
    },
    channel(name) {
      const found = world.channels.find(({ uniqueName }) => uniqueName === name)
      if (found === undefined) throw new Error(`There is no channel ${name}.`)
      return found
    },
    addFault: (fault) => void world.faults.push(fault),
    configure(change) {
      world.settings = { ...world.settings, ...change }
    },
    advanceClock(ms) {
      world.ahead += ms
    },
    revokeAll(user) {
      for (const token of world.refreshTokens.filter((each) => each.user === user)) {
        world.revoke(token.text)
      }
    },
    endAccessTokens: () => world.accessTokens.clear(),
    leaks: (text) => world.secrets.some((secret) => text.includes(secret)),
    reset: () => world.reset(),
    close: listening.close,
  }
}
