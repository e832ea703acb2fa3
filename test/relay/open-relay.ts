import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readNodeConfiguration } from '../../relay/node/configuration.ts'
import { startServer } from '../../relay/node/server.ts'
import { SAMPLE_CLIENT_ID, SAMPLE_CLIENT_SECRET } from '../cliquify/credentials.ts'
import { startCliquify, type Cliquify } from '../cliquify/server.ts'
import type { SettingsChange } from '../cliquify/settings.ts'
import { freePort } from './free-port.ts'
import { shareWorkers } from './workers-runtime.ts'

export const RELAY_SECRET = 'the-secret-of-the-relay-in-tests'

/** A relay over real HTTP in front of the stand-in Cliquify. */
export interface OpenRelay {
  readonly cliquify: Cliquify
  readonly origin: string
  /** The lines of the log, as text. */
  readonly lines: readonly string[]
  /** How many requests reached Cliquify, by path. */
  upstream(path?: string | RegExp): number
  advanceClock(ms: number): Promise<void>
  /** All that it keeps, as it is on the disk. */
  kept(): Promise<string>
  invite(name: string): Promise<string>
  revoke(name: string): Promise<number>
  /** Signs somebody in, from the plugin's request to its token. */
  signIn(name: string): Promise<string>
  get(path: string, token: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, fields: Record<string, string>): Promise<Response>
  /** Ends it (on Workers at once, as if it were killed) and starts another on the same data. */
  restart(environment?: Record<string, string>): Promise<void>
  close(): Promise<void>
}

/** What the relay runs on. */
export type Runtime = 'Node' | 'Workers'

export const RUNTIMES: readonly Runtime[] = ['Workers', 'Node']

interface Running {
  setAhead(ms: number): Promise<void>
  close(): Promise<void>
}

interface Start {
  readonly environment: Readonly<Record<string, string>>
  readonly ahead: () => number
  readonly write: (line: string) => void
}

/** What a relay is started in, once or more. */
interface Place {
  readonly port: number
  /** The folder of its database. */
  readonly data: string
  start(start: Start): Promise<Running>
  leave(): Promise<void>
}

const PLACES: Readonly<Record<Runtime, () => Promise<Place>>> = {
  async Node() {
    const data = await mkdtemp(join(tmpdir(), 'relay-'))
    return {
      port: await freePort(),
      data,
      async start({ environment, ahead, write }) {
        const now = (): number => Date.now() + ahead()
        const server = await startServer(readNodeConfiguration(environment), { now, write })
        return { setAhead: () => Promise.resolve(), close: () => server.close() }
      },
      leave: () => rm(data, { recursive: true, force: true }),
    }
  },
  async Workers() {
    const workers = await shareWorkers()
    const name = randomUUID()
    return {
      port: workers.port,
      data: workers.data,
      async start({ environment, ahead, write }) {
        // As `wrangler secret put` is given the file.
        const { CLARIFY_CREDENTIALS_FILE: path = '' } = environment
        const text = path === '' ? '' : await readFile(path, 'utf8')
        const variables = { ...environment, CLARIFY_CREDENTIALS_FILE: text }
        workers.listen(write)
        await workers.say({ name, variables, ahead: ahead() })
        return { setAhead: (ms) => workers.say({ ahead: ms }), close: () => workers.end() }
      },
      async leave() {
        workers.release()
      },
    }
  },
}

/** `setUp`: what else stands in the environment of the relay at this origin. */
export async function openRelay(
  runtime: Runtime,
  settings: SettingsChange = {},
  setUp: (origin: string) => Promise<Readonly<Record<string, string>>> = async () => ({}),
): Promise<OpenRelay> {
  const cliquify = await startCliquify({ settings })
  const place = await PLACES[runtime]()
  const { port, data } = place
  const origin = `http://localhost:${port}`
  const usual = {
    ...environmentOf(cliquify.origin, { origin, data, port }),
    ...(await setUp(origin)),
  }
  const lines: string[] = []
  let ahead = 0
  const start = (changes: Record<string, string>): Promise<Running> =>
    place.start({
      environment: { ...usual, ...changes },
      ahead: () => ahead,
      write: (line) => void lines.push(line),
    })
  let running = await start({})

  async function administer(command: string, name: string): Promise<Record<string, unknown>> {
    const response = await fetch(`${origin}/admin/${command}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${RELAY_SECRET}` },
      body: new URLSearchParams({ name }),
    })
    return (await response.json()) as Record<string, unknown>
  }

  const relay: OpenRelay = {
    cliquify,
    origin,
    lines,
    upstream: (path = /^\/(?:api|oauth)\//) =>
      cliquify.requests.filter((request) =>
        typeof path === 'string' ? request.path === path : path.test(request.path),
      ).length,
    async advanceClock(ms) {
      ahead += ms
      await running.setAhead(ahead)
    },
    kept: () => keptIn(data),
    invite: async (name) => String((await administer('invite', name))['invitation']),
    revoke: async (name) => Number((await administer('revoke', name))['ended']),
    signIn: async (name) => signInWith(origin, await relay.invite(name)),
    get: (path, token, headers = {}) =>
      fetch(origin + path, { headers: { Authorization: `Bearer ${token}`, ...headers } }),
    post: (path, fields) =>
      fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields) }),
    async restart(changes = {}) {
      await running.close()
      running = await start(changes)
    },
    async close() {
      await running.close()
      await cliquify.close()
      await place.leave()
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

/** From the plugin's request to its token. */
export async function signInWith(origin: string, invitation: string): Promise<string> {
  const { readKey, url } = await startSignIn(origin)
  const post = (to: string, fields: Record<string, string>): Promise<Response> =>
    fetch(to, { method: 'POST', body: new URLSearchParams(fields) })
  await post(url, { invitation })
  return tokenIn(await post(`${origin}/login/poll`, { readKey }))
}

/** All that stands in the files of a folder. */
export async function keptIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1'))
  return (await Promise.all(texts)).join('\n')
}

export async function tokenIn(response: Response): Promise<string> {
  const { access_token: token } = (await response.json()) as { access_token: string }
  return token
}
