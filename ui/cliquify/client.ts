import type { Credentials } from '../../shared/cliquify/token.ts'
import type { BrandAsset, BrandColor, BrandKit, Decoded, Folder } from '../../shared/brand.ts'
import type { Session } from '../../shared/session.ts'
import type { WayIn } from '../way-in.ts'
import type { TokenSource } from './token-source.ts'
import type { Limits } from './limits.ts'
import type { Replies } from './replies.ts'
import type { RouteMemory } from './routes.ts'

/** What Cliquify says about the connection. */
export interface ConnectionCheck {
  /** Milliseconds since the epoch, or null where it was not told. */
  readonly expiresAt: number | null
}

/** Whether the next window will know the session, or the device could not keep it. */
export type Lasting = 'on-device' | 'in-window'

/** `anew`: past every cache between here and Cliquify. */
export type Ask = 'usual' | 'anew'

/** Where a list goes on, and what was read on the way there: its pages may lead in a circle. */
export interface Next {
  /** On the list's own path; null where Cliquify told of more, but not where. */
  readonly url: string | null
  /** See `pageKey`. */
  readonly read: readonly string[]
  /** What the page before holds, see `printOf`; null where it is not known. */
  readonly print: string | null
  /** Items of the whole list, as Cliquify says; null where it does not. */
  readonly total: number | null
  /** Whether Cliquify has told of no more, and the page before was full. */
  readonly isGuess?: boolean
  /** Of what was read on the way there. */
  readonly namesById?: ReadonlyMap<string, string>
}

/** One page of a long list; `next` asks for the page after it, or is null on the last. */
export interface Page<T> extends Told<T> {
  readonly next: Next | null
}

/** A list as it was asked for just now. */
export interface Told<T> extends Decoded<T> {
  /** When Cliquify said so, where a relay had nothing newer. Milliseconds since the epoch. */
  readonly asOf?: number
}

/** A value as Cliquify told it last. */
export interface Known<T> {
  readonly value: T
  /** Milliseconds since the epoch. */
  readonly asOf: number
}

/** What the last replies said, decoded again; null where there was none. */
export interface KnownLists {
  readonly brandKits: () => Known<Decoded<BrandKit>> | null
  readonly colors: (kit: BrandKit) => Known<Decoded<BrandColor>> | null
  readonly logos: (kit: BrandKit) => Known<Decoded<BrandAsset>> | null
  /** The first page of them. */
  readonly assets: () => Known<Decoded<BrandAsset>> | null
  /** The first page of them. */
  readonly templates: () => Known<Decoded<BrandAsset>> | null
  readonly folders: () => Known<Decoded<Folder>> | null
  readonly assetTags: () => Known<Decoded<string>> | null
  readonly templateTags: () => Known<Decoded<string>> | null
}

/**
 * Cliquify as the screens see it. Every method rejects with `Trouble` only; one that was cancelled
 * through its signal rejects with the kind `cancelled`.
 */
export interface Client {
  /** The session in force, or null when nobody is connected. */
  readonly session: Session | null
  readonly lasts: Lasting
  /** Gets a token; neither field is blank. The secret is dropped afterwards unless `rememberSecret`. */
  readonly connect: (
    credentials: Credentials,
    rememberSecret: boolean,
    signal?: AbortSignal,
  ) => Promise<void>
  /** Keeps a token that was issued elsewhere, once Cliquify has said that it is in force. */
  readonly connectWithToken: (accessToken: string, signal?: AbortSignal) => Promise<void>
  /** Asks Cliquify about the token, and notes its scopes; a new one is got first where needed. */
  readonly checkConnection: (signal: AbortSignal) => Promise<ConnectionCheck>
  /**
   * Asks Cliquify for what is not known yet of the token, its scopes and its end, and notes them;
   * once for each token. Never rejects: where Cliquify does not tell, nothing changes.
   */
  readonly lookUpConnection: (signal: AbortSignal) => Promise<void>
  /** Forgets a remembered secret; the token stays. */
  readonly forgetSecret: () => Promise<void>
  /** Revokes the token, then forgets everything either way; says whether Cliquify was told. */
  readonly disconnect: () => Promise<boolean>
  readonly brandKits: (signal: AbortSignal, ask?: Ask) => Promise<Told<BrandKit>>
  /** All colors of a kit, pages followed to the end. */
  readonly colors: (kit: BrandKit, signal: AbortSignal, ask?: Ask) => Promise<Told<BrandColor>>
  /** All logos of a kit, pages followed to the end. */
  readonly logos: (kit: BrandKit, signal: AbortSignal) => Promise<Told<BrandAsset>>
  /** `from` is a `next` of the page before, or null for the first. */
  readonly assets: (from: Next | null, signal: AbortSignal) => Promise<Page<BrandAsset>>
  readonly templates: (from: Next | null, signal: AbortSignal) => Promise<Page<BrandAsset>>
  readonly folders: (signal: AbortSignal) => Promise<Told<Folder>>
  /** The names of the tags that assets can have, each once. */
  readonly assetTags: (signal: AbortSignal) => Promise<Told<string>>
  /** The same for templates. */
  readonly templateTags: (signal: AbortSignal) => Promise<Told<string>>
  readonly known: KnownLists
  /** A file's bytes, without the Authorization header unless it is on the API's own origin. */
  readonly media: (url: string, signal: AbortSignal) => Promise<Uint8Array>
  /** Milliseconds until the rate limit lets the next request through; 0 while it does. */
  readonly onWait: (listener: (milliseconds: number) => void) => void
}

export interface ClientOptions {
  /** The API's origin, without a trailing slash. */
  readonly origin: string
  readonly session: Session | null
  /** Null where people have no credentials, and sign in with their team. */
  readonly tokens: TokenSource | null
  /** What people are told to do where the connection is over. */
  readonly again: WayIn['again']
  /**
   * Called with each session that is to be kept, and with null when all is to be forgotten, one
   * call after the other. `forgetSecret` and `disconnect` pass on what it rejects with; a session
   * that is not kept is good for as long as the client is.
   */
  readonly keepSession: (session: Session | null) => Promise<void>
  /** Where the paths that answered are remembered from one window to the next. */
  readonly routes: RouteMemory
  /** Where the last replies are kept. */
  readonly replies: Replies
  /** Told of each asset that a list tells of. */
  readonly onAssets: (assets: readonly BrandAsset[]) => void
  /** The manifest's domains: files elsewhere are refused at once. Left out, the browser decides. */
  readonly domains?: readonly string[]
  /** `no-cache` lets what stands in between keep replies, as a relay does. */
  readonly cache: 'no-cache' | 'no-store'
  /** How patient and how frugal to be, where it differs from `LIMITS`. */
  readonly limits?: Partial<Limits>
}
