import { once } from 'node:events'
import { createServer as createHttp, type Server } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createAdaptorServer } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { openRelay } from '../app.ts'
import { openLog } from '../log.ts'
import type { NodeConfiguration } from './configuration.ts'
import { openFetchFile } from './fetch-file.ts'
import { openSqlite } from './sqlite.ts'

export interface ServerOptions {
  readonly now?: () => number
  /** Takes each line of the log. */
  readonly write?: (line: string) => void
  /** PEM; with it the server speaks https by itself. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

export interface RelayServer {
  readonly port: number
  /** Takes nothing new, finishes what is under way, and ends. */
  close(): Promise<void>
}

const SWEEP_MS = 3_600_000
/** How long requests that are under way may go on at the end. */
const GRACE_MS = 10_000
const LOOK_MS = 50

/** Runs the relay in this process until it is closed. */
export async function startServer(
  configuration: NodeConfiguration,
  options: ServerOptions = {},
): Promise<RelayServer> {
  const { now = Date.now, write = (line) => void process.stdout.write(`${line}\n`), tls } = options
  const log = openLog(write, now)
  const storage = openSqlite(configuration.data, now)
  const trusted = new URL(configuration.cliquify.origin).hostname
  const relay = await openRelay(configuration, {
    storage,
    log,
    now,
    callerOf: (c) => getConnInfo(c).remote.address ?? 'unknown',
    fetchFile: openFetchFile({ trusted }),
  })
  storage.sweep()
  const sweeping = setInterval(() => storage.sweep(), SWEEP_MS)
  sweeping.unref()
  const server = createAdaptorServer({
    fetch: relay.fetch,
    ...(tls === undefined
      ? { createServer: createHttp }
      : { createServer: createHttps, serverOptions: tls }),
  }) as Server
  server.listen(configuration.port)
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : configuration.port
  log.info('started', { port, origin: configuration.origin })
  return {
    port,
    async close() {
      clearInterval(sweeping)
      const closed = once(server, 'close')
      server.close()
      // A browser keeps its connection after the answer that was under way.
      const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS)
      const late = setTimeout(() => server.closeAllConnections(), GRACE_MS)
      await closed
      clearInterval(idle)
      clearTimeout(late)
      await relay.close()
      storage.close()
      log.info('stopped')
    },
  }
}
