import { randomBytes } from 'node:crypto'

export const ZOHO_CLIENT = {
  id: '1000.THECLIENTOFTHERELAY',
  secret: 'the-secret-of-the-relay-at-zoho',
}

/** Hosts end with it. */
export const STAND_IN_CENTRES = ['com', 'eu', 'in', 'com.au', 'com.cn', 'jp'] as const
export type StandInCentre = (typeof STAND_IN_CENTRES)[number]

export const LOCATIONS: Readonly<Record<StandInCentre, string>> = {
  ...{ com: 'us', eu: 'eu', in: 'in' },
  ...{ 'com.au': 'au', 'com.cn': 'cn', jp: 'jp' },
}

export interface Channel {
  readonly uniqueName: string
  readonly name: string
  /** `read-only`: members may not post; `left`: the person is not in it. */
  state: 'open' | 'read-only' | 'left'
  readonly posts: Post[]
}

export type Post =
  | {
      readonly is: 'message'
      readonly by: string
      readonly body: Readonly<Record<string, unknown>>
    }
  | { readonly is: 'file'; readonly by: string; readonly name: string; readonly bytes: Uint8Array }

export interface Code {
  readonly user: string
  readonly centre: StandInCentre
  readonly scopes: readonly string[]
  readonly givesRefreshToken: boolean
  readonly expiresAt: number
}

export interface RefreshToken {
  readonly text: string
  readonly user: string
  readonly centre: StandInCentre
  readonly scopes: readonly string[]
  /** When access tokens were given for it. */
  readonly givenAt: number[]
}

export interface AccessToken {
  readonly of: RefreshToken
  readonly expiresAt: number
}

export interface ZohoSettings {
  /** Bytes. */
  readonly largestFile: number
  /** What is said over the limit: as documented, or as it was seen. */
  readonly overLimit: 'documented' | 'seen'
  /** Of access tokens; Zoho's documents give both. */
  readonly expiresIn: 'seconds' | 'milliseconds'
}

const DEFAULT_SETTINGS: ZohoSettings = {
  largestFile: 50_000_000,
  overLimit: 'documented',
  expiresIn: 'seconds',
}

/** What happens to the next request of this path, once. */
export interface Fault {
  readonly path: RegExp
  readonly effect:
    /** Broken off before, or after it was done. */
    | { readonly type: 'cut'; readonly at: 'start' | 'end' }
    | { readonly type: 'status'; readonly status: number; readonly body: unknown }
    /** Answered after it was done, once this has ended. */
    | { readonly type: 'held'; readonly until: Promise<void> }
}

/** All that the stand-in knows. */
export class World {
  settings: ZohoSettings = DEFAULT_SETTINGS
  readonly centreOf = new Map<string, StandInCentre>()
  readonly channels: Channel[] = []
  readonly codes = new Map<string, Code>()
  readonly refreshTokens: RefreshToken[] = []
  readonly accessTokens = new Map<string, AccessToken>()
  /** Who has agreed before. */
  readonly agreed = new Set<string>()
  readonly codesGivenAt: number[] = []
  readonly limits = new Map<string, { readonly times: number[]; lockedUntil: number }>()
  readonly faults: Fault[] = []
  readonly requests: string[] = []
  /** Every token that was ever given out, and every code. */
  readonly secrets: string[] = []
  ahead = 0

  /** What the client is registered with. */
  readonly redirectUri: string

  constructor(redirectUri: string) {
    this.redirectUri = redirectUri
  }

  /** All but the clock and what was given out. */
  reset(): void {
    this.settings = DEFAULT_SETTINGS
    for (const list of [this.channels, this.refreshTokens, this.faults, this.requests]) {
      list.length = 0
    }
    for (const known of [this.centreOf, this.codes, this.accessTokens, this.agreed, this.limits]) {
      known.clear()
    }
    this.codesGivenAt.length = 0
  }

  now(): number {
    return Date.now() + this.ahead
  }

  /** In the form that Zoho's have. */
  secret(): string {
    const text = `1000.${randomBytes(16).toString('hex')}.${randomBytes(16).toString('hex')}`
    this.secrets.push(text)
    return text
  }

  revoke(text: string): boolean {
    const at = this.refreshTokens.findIndex((token) => token.text === text)
    const [token] = at < 0 ? [] : this.refreshTokens.splice(at, 1)
    for (const [access, { of }] of this.accessTokens) {
      if (of === token) this.accessTokens.delete(access)
    }
    return token !== undefined
  }
}
