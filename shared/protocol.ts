import type { BrandAsset, BrandColor, Rgba } from './brand.ts'

/** Every message between the two halves. Only plain data and `Uint8Array` cross. */

/** The menu commands and relaunch buttons of `manifest.json`. */
export type Command = 'open' | 'sync-colors' | 'update-assets' | 'disconnect'

export type Editor = 'figma' | 'figjam' | 'slides' | 'buzz'

export type Tab = 'colors' | 'logos' | 'assets' | 'templates'

/** What keeps a designer connected; stored in clientStorage and nowhere else. */
export interface Session {
  /** Null when the token was pasted by hand. */
  readonly clientId: string | null
  /** Present only when the user asked to remember it on this device. */
  readonly clientSecret: string | null
  /** Null once the token has been refused: the next window then asks to connect again. */
  readonly accessToken: string | null
  /** Milliseconds since the epoch by this device's clock, or null where the reply gave no lifetime. */
  readonly expiresAt: number | null
}

export interface Preferences {
  readonly kitId: string | null
  readonly tab: Tab
}

export interface Size {
  /** Pixels. */
  readonly width: number
  readonly height: number
}

export interface Start {
  readonly command: Command
  readonly editor: Editor
  readonly session: Session | null
  readonly preferences: Preferences
}

export interface KitRef {
  readonly id: string
  readonly name: string
}

export interface ColorSync {
  readonly kit: KitRef
  readonly colors: readonly BrandColor[]
}

/**
 * What a sync would do with one color.
 * `edited`: only the file changed since the last sync, so it is kept.
 * `conflict`: both sides changed differently, so a person picks; keeping is the default.
 * `removed`: gone from Cliquify; kept unless a person ticks its deletion.
 */
export type Outcome =
  | 'create'
  | 'update'
  | 'rename'
  | 'adopt'
  | 'unchanged'
  | 'edited'
  | 'conflict'
  | 'removed'
  | 'skipped'

export interface ColorState {
  /** The style's full name, folders included. */
  readonly name: string
  /** sRGB, whatever the document's color profile; null where the style is no single solid color. */
  readonly value: Rgba | null
}

export interface PlannedColor {
  /** Identifies the row between plan, decisions and report. */
  readonly key: string
  readonly outcome: Outcome
  /** As it is in the file, or null where it is not there. */
  readonly before: ColorState | null
  /** As it will be if Cliquify's side is taken, or null where Cliquify no longer has it. */
  readonly after: ColorState | null
  /** One sentence for people; null where the outcome says it all. */
  readonly reason: string | null
}

export interface SyncPlan {
  readonly rows: readonly PlannedColor[]
  /** ISO 8601 in UTC, or null before the first sync of this kit. */
  readonly lastSyncedAt: string | null
}

export interface Decisions {
  /** Keys of `edited` and `conflict` rows for which Cliquify's side is taken; all others are kept. */
  readonly take: readonly string[]
  /** Keys of `removed` rows whose style is deleted. */
  readonly remove: readonly string[]
}

export interface SyncedColor {
  readonly key: string
  readonly name: string
  readonly result: 'created' | 'updated' | 'renamed' | 'adopted' | 'removed' | 'failed'
  /** One sentence for people; only with `failed`. */
  readonly reason: string | null
}

export interface SyncReport {
  /** Only what was touched, or should have been. */
  readonly rows: readonly SyncedColor[]
  readonly unchanged: number
  /** Rows left as they are by the user's choice or by default. */
  readonly kept: number
  readonly cancelled: boolean
}

export interface Progress {
  readonly done: number
  readonly total: number
}

/** Where a layer came from; kept in its shared plugin data. */
export interface Provenance {
  readonly kind: BrandAsset['kind']
  readonly assetId: string
  readonly kitId: string | null
  /** Changes when the source changes: the date of its last update where Cliquify gives one. */
  readonly version: string | null
  readonly url: string
  readonly name: string
}

/** What is put on the canvas. Images are PNG, JPEG or GIF, at most 4096 px a side. */
export type Content =
  | { readonly type: 'vector'; readonly svg: string }
  | {
      readonly type: 'image'
      readonly bytes: Uint8Array
      /** Pixels. */
      readonly width: number
      readonly height: number
    }

/** Where something was dropped, as Figma's drop event told it; coordinates in canvas pixels. */
export interface DropPoint {
  readonly nodeId: string
  /** Relative to that node. */
  readonly x: number
  readonly y: number
  readonly absoluteX: number
  readonly absoluteY: number
}

export interface Placement {
  readonly content: Content
  readonly provenance: Provenance
  readonly at: { readonly type: 'view' } | { readonly type: 'drop'; readonly point: DropPoint }
}

export interface Placed {
  readonly nodeId: string
  /** The name of the frame or page that holds it. */
  readonly parentName: string
}

export interface PlacedAsset {
  readonly nodeId: string
  readonly nodeName: string
  readonly provenance: Provenance
}

/** Requests from the UI to the sandbox, each with its reply. */
export interface PluginRequests {
  start: { request: null; reply: Start; progress: never }
  'session:save': { request: Session; reply: null; progress: never }
  'session:forget': { request: null; reply: null; progress: never }
  'preferences:save': { request: Preferences; reply: null; progress: never }
  'colors:plan': { request: ColorSync; reply: SyncPlan; progress: never }
  'colors:apply': {
    request: ColorSync & { readonly decisions: Decisions }
    reply: SyncReport
    progress: Progress
  }
  'placement:place': { request: Placement; reply: Placed; progress: never }
  /** What was placed from Cliquify: in the selection, or on the page where nothing is selected. */
  'placement:list': { request: null; reply: readonly PlacedAsset[]; progress: never }
  /** Replaces a placed layer's content in place: same size, position and constraints. */
  'placement:replace': {
    request: {
      readonly nodeId: string
      readonly content: Content
      readonly provenance: Provenance
    }
    reply: null
    progress: never
  }
}

/** Events from the UI to the sandbox: fire and forget. */
export interface PluginEvents {
  'window:resize': Size
  /** Ends the plugin; the message, where there is one, is shown as a notification. */
  'window:close': { readonly message: string | null }
  'window:show': null
  notify: { readonly message: string; readonly error: boolean }
}

/** Events from the sandbox to the UI: fire and forget. */
export interface UiEvents {
  /** Something that the UI started dragging was dropped on the canvas. */
  dropped: { readonly reference: string; readonly point: DropPoint }
}

/** The type of the drop item that carries a reference to the dragged asset. */
export const DROP_TYPE = 'application/x-cliquify-asset'
