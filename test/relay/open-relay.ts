import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNodeConfiguration } from '../../relay/node/configuration.ts'
import { openSqlite } from '../../relay/node/sqlite.ts'
import { startServer, type RelayServer } from '../../relay/node/server.ts'
import { openPeople } from '../../relay/people.ts'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import type { SettingsChange } from '../cliquify/settings.ts'

export const RELAY_SECRET = 'the-secret-of-the-relay-in-tests'

/** A relay over real HTTP in front of the stand-in Cliquify. */
export interface OpenRelay {
  readonly cliquify: Cliquify
  readonly origin: string
  readonly data: string
  /** The lines of the log, as text. */
  readonly lines: readonly string[]
  /** How many requests reached Cliquify, by path. */
  upstream(path?: string | RegExp): number
  advanceClock(ms: number): void
  invite(name: string): Promise<string>
  revoke(name: string): number
  /** Signs somebody in, from the plugin's request to its token. */
  signIn(name: string): Promise<string>
  get(path: string, token: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields: Record<string, string>): Promise<Response>
  /** Ends it and starts another on the same data. */
  restart(environment?: Record<string, string>): Promise<void>
  close(): Promise<void>
}

/** `setUp`: what else stands in the environment of the relay at this origin. */
export async function openRelay(
  settings: SettingsChange = {},
  setUp: (origin: string) => Promise<Readonly<Record<string, string>>> = async () => ({}),
): Promise<OpenRelay> {
  const cliquify = await startCliquify({ settings })
  const data = await mkdtemp(join(tmpdir(), 'relay-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const environment = {
    ...environmentOf(cliquify.origin, { origin, data, port }),
    ...(await setUp(origin)),
  }
  const lines: string[] = []
  let ahead = 0
  const now = (): number => Date.now() + ahead
  const start = (changes: Record<string, string>): Promise<RelayServer> =>
    startServer(readNodeConfiguration({ ...environment, ...changes }), {
      now,
      write: (line) => lines.push(line),
    })
  let server = await start({})
  const people = <T>(use: (people: ReturnType<typeof openPeople>) => T): T => {
    const storage = openSqlite(data, now)
    try {
      return use(openPeople(storage, now))
    } finally {
      storage.close()
    }
  }

  const relay: OpenRelay = {
    cliquify,
    origin,
    data,
    lines,
    upstream: (path = /^\/(?:api|oauth)\//) =>
      cliquify.requests.filter((request) =>
        typeof path === 'string' ? request.path === path : path.test(request.path),
      ).length,
    advanceClock(ms) {
      ahead += ms
    },
    async invite(name) {
      const storage = openSqlite(data, now)
      const invitation = await openPeople(storage, now).invite(name)
      storage.close()
      return invitation
    },
    revoke: (name) => people((open) => open.revoke(name)),
    async signIn(name) {
      const invitation = await relay.invite(name)
      const { readKey, url } = await startSignIn(origin)
      await relay.post(new URL(url).pathname, { invitation })
      return tokenIn(await relay.post('/login/poll', { readKey }))
    },
    get: (path, token, headers = {}) =>
      fetch(origin + path, { headers: { Authorization: `Bearer ${token}`, ...headers } }),
    post: (path, fields) =>
      fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields) }),
    async restart(changes = {}) {
      await server.close()
      server = await start(changes)
    },
    async close() {
      await server.close()
      await cliquify.close()
      await rm(data, { recursive: true, force: true })
    },
  }
  return relay
}

export function environmentOf(
  cliquifyOrigin: string,
  { origin, data, port }: { origin: string; data: string; port: number },
): Record<string, string> {
  return {
    CLIQUIFY_CLIENT_ID: SAMPLE_CLIENT_ID,
    CLIQUIFY_CLIENT_SECRET: SAMPLE_CLIENT_SECRET,
    CLIQUIFY_ORIGIN: cliquifyOrigin,
    RELAY_ORIGIN: origin,
    RELAY_SECRET,
    RELAY_DATA: data,
    PORT: String(port),
  }
}

export interface Begun {
  readonly readKey: string
  readonly url: string
}

export async function startSignIn(origin: string): Promise<Begun> {
  const response = await fetch(`${origin}/login/start`, { method: 'POST' })
  return (await response.json()) as Begun
}

export async function tokenIn(response: Response): Promise<string> {
  const { access_token: token } = (await response.json()) as { access_token: string }
  return token
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}
