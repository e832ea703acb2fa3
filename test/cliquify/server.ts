import { createServer as createHttps } from 'node:https'
import { createServer as createHttp } from 'node:http'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { SampleBrand } from './brand/brand.ts'
import type { Command } from './control.ts'
import { runCommand } from './control.ts'
import type { Edit } from './edits.ts'
import type { Fault, FaultInput } from './faults.ts'
import type { RequestEntry } from './request-log.ts'
import type { Settings, SettingsChange } from './settings.ts'
import type { Token } from './tokens.ts'
import type { WorldOptions } from './world.ts'
import { createWorld } from './world.ts'

export interface CliquifyOptions extends WorldOptions {
  /** 0 for any that is free. */
  readonly port?: number
  /** PEM; with it the server speaks https. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

/** The running stand-in and what tests and the preview may do to it. */
export interface Cliquify {
  /** `http://localhost:…`, without a trailing slash. */
  readonly origin: string
  readonly port: number
  readonly settings: Settings
  readonly brand: SampleBrand
  readonly faults: readonly Fault[]
  /** Every request but those to /__control, oldest first. */
  readonly requests: readonly RequestEntry[]
  configure(change: SettingsChange): void
  addFault(fault: FaultInput): void
  clearFaults(): void
  /** Breaks every connection until it is turned off again; /__control still answers. */
  setOffline(offline: boolean): void
  /** As one gets it by connecting, without a request. */
  issueToken(): Token
  expireTokens(): void
  advanceClock(ms: number): void
  edit(edit: Edit): void
  forgetRequests(): void
  /** Whether the text holds a token that was ever issued. */
  leaks(text: string): boolean
  /** Back to how it was started: settings, brand, clock, no tokens, no faults, no requests. */
  reset(): void
  close(): Promise<void>
}

export async function startCliquify(options: CliquifyOptions = {}): Promise<Cliquify> {
  const world = createWorld(options)
  const app = createApp(world)
  const { tls } = options
  const listening = await new Promise<{ port: number; close: () => Promise<void> }>(
    (resolve, reject) => {
      const server = serve(
        {
          fetch: app.fetch,
          port: options.port ?? 0,
          hostname: '127.0.0.1',
          ...(tls === undefined
            ? { createServer: createHttp }
            : { createServer: createHttps, serverOptions: tls }),
        },
        (info) => {
          const close = (): Promise<void> =>
            new Promise((closed) => {
              server.close(() => closed())
              if ('closeAllConnections' in server) server.closeAllConnections()
            })
          resolve({ port: info.port, close })
        },
      )
      server.once('error', reject)
    },
  )
  const run = (command: Command): void => runCommand(world, command)
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://localhost:${listening.port}`,
    port: listening.port,
    get settings() {
      return world.settings
    },
    get brand() {
      return world.brand
    },
    get faults() {
      return world.faults.list()
    },
    get requests() {
      return world.requests.entries
    },
    configure: (change) => run({ do: 'configure', change }),
    addFault: (fault) => run({ do: 'add-fault', fault }),
    clearFaults: () => run({ do: 'clear-faults' }),
    setOffline: (offline) => run({ do: 'set-offline', offline }),
    issueToken: () => world.tokens.issue(world.settings.tokenLifetime, world.settings.scopes),
    expireTokens: () => run({ do: 'expire-tokens' }),
    advanceClock: (ms) => run({ do: 'advance-clock', ms }),
    edit: (edit) => run({ do: 'edit', edit }),
    leaks: (text) => world.tokens.leaks(text),
    forgetRequests: () => run({ do: 'forget-requests' }),
    reset: () => run({ do: 'reset' }),
    close: listening.close,
  }
}
