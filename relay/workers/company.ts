import { DurableObject, type DurableObjectState } from 'cloudflare:workers'
import { openRelay, type Relay } from '../app.ts'
import { openLog } from '../log.ts'
import type { Storage } from '../storage.ts'
import { readWorkersConfiguration, type Bindings } from './configuration.ts'
import { openFetchFile } from './public-names.ts'
import { openDurableStorage } from './storage.ts'

const SWEEP_MS = 3_600_000

/** The one object that has what a company shares: token, budget, cache and sign-ins. */
export class Company extends DurableObject<Bindings> {
  readonly #storage: Storage
  readonly #relay: Promise<Relay>

  constructor(ctx: DurableObjectState, bindings: Bindings) {
    super(ctx, bindings)
    this.#storage = openDurableStorage(ctx.storage, () => this.now())
    this.#relay = ctx.blockConcurrencyWhile(() => this.#open())
  }

  async fetch(request: Request): Promise<Response> {
    return (await this.#relay).fetch(request)
  }

  /** For files, which the Worker passes on by itself. */
  async tokenFor(bearer: string | null): Promise<string | null> {
    return (await this.#relay).tokenFor(bearer)
  }

  async alarm(): Promise<void> {
    this.#storage.sweep()
    await this.ctx.storage.setAlarm(Date.now() + SWEEP_MS)
  }

  /** Milliseconds since the epoch. */
  protected now(): number {
    return Date.now()
  }

  async #open(): Promise<Relay> {
    const now = (): number => this.now()
    const configuration = readWorkersConfiguration(this.env)
    const trusted = new URL(configuration.cliquify.origin).hostname
    const { storage } = this.ctx
    if ((await storage.getAlarm()) === null) await storage.setAlarm(Date.now() + SWEEP_MS)
    return openRelay(configuration, {
      storage: this.#storage,
      log: openLog((line) => console.log(line), now),
      now,
      callerOf: (c) => c.req.header('cf-connecting-ip') ?? 'unknown',
      fetchFile: openFetchFile(trusted),
    })
  }
}
