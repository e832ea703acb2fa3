import type { SampleBrand } from './brand/brand.ts'
import { sampleBrand } from './brand/sample-brand.ts'
import type { Faults } from './faults.ts'
import { createFaults } from './faults.ts'
import type { RateLimit } from './rate-limit.ts'
import { createRateLimit } from './rate-limit.ts'
import type { RequestLog } from './request-log.ts'
import { createRequestLog } from './request-log.ts'
import type { Settings, SettingsChange } from './settings.ts'
import { changeSettings, DEFAULT_SETTINGS } from './settings.ts'
import type { Tokens } from './tokens.ts'
import { createTokens } from './tokens.ts'

/** All that the stand-in knows and remembers. */
export interface World {
  settings: Settings
  brand: SampleBrand
  offline: boolean
  readonly tokens: Tokens
  readonly faults: Faults
  readonly rateLimit: RateLimit
  readonly requests: RequestLog
  /** Where media URLs point, or null for the origin that the request came to. */
  readonly mediaOrigin: string | null
  /** Milliseconds since the epoch. */
  now(): number
  advanceClock(ms: number): void
  configure(change: SettingsChange): void
  reset(): void
}

export interface WorldOptions {
  readonly settings?: SettingsChange
  readonly mediaOrigin?: string
  readonly now?: () => number
}

export function createWorld(options: WorldOptions): World {
  const clock = options.now ?? Date.now
  let ahead = 0
  const now = (): number => clock() + ahead
  const initial = changeSettings(DEFAULT_SETTINGS, options.settings ?? {})
  const world: World = {
    settings: initial,
    brand: sampleBrand(initial.assetCount),
    offline: false,
    tokens: createTokens(now),
    faults: createFaults(),
    rateLimit: createRateLimit(now),
    requests: createRequestLog(),
    mediaOrigin: options.mediaOrigin ?? null,
    now,
    advanceClock(ms) {
      ahead += ms
    },
    configure(change) {
      const before = world.settings.assetCount
      world.settings = changeSettings(world.settings, change)
      const { assetCount } = world.settings
      if (assetCount !== before) {
        world.brand = { ...world.brand, assets: sampleBrand(assetCount).assets }
      }
    },
    reset() {
      ahead = 0
      world.settings = initial
      world.brand = sampleBrand(initial.assetCount)
      world.offline = false
      world.tokens.clear()
      world.faults.clear()
      world.rateLimit.clear()
      world.requests.clear()
    },
  }
  return world
}
