import type { KitRef } from './brand.ts'
import type {
  BrandLook,
  BrandFix,
  BrandFixed,
  CheckReport,
  FoundAsset,
  Ignored,
  LogoRules,
  LookProgress,
} from './check.ts'
import type { DesignPicture, Designs, ReviewNote } from './design.ts'
import type { Json } from './json.ts'
import type { LibraryMove, LibraryNews, MoveReport } from './library.ts'
import type {
  CanvasSelection,
  Completed,
  Completion,
  DropPoint,
  Fill,
  Filled,
  Placed,
  Placement,
  Size,
  Targets,
} from './placement.ts'
import type { Progress } from './progress.ts'
import type { NotedStyles } from './published-styles.ts'
import type { SavedBrand } from './saved-brand.ts'
import type { PendingSignIn, Session } from './session.ts'
import type {
  ColorApply,
  SyncRequest,
  ColorUse,
  TeamLibrary,
  LastSync,
  SyncPlan,
  SyncReport,
  UsedColor,
} from './sync.ts'
import type { LayerPreview, ListProgress, PlacedList, Replacement, UpdateScope } from './update.ts'

/** Every message between the two halves of the main plugin; those for Dev Mode are in `export.ts`. Only plain data and `Uint8Array` cross. */

/** The menu commands and relaunch buttons of `manifest.json`. */
export type Command =
  | 'open'
  | 'sync-colors'
  | 'update-assets'
  | 'check-brand'
  | 'send-for-review'
  | 'edit-template'
  | 'insert-asset'
  | 'disconnect'
  /** What `insert-asset` is for as long as a person types in the quick-actions bar. */
  | 'suggest'

export type Editor = 'figma' | 'figjam' | 'slides' | 'buzz'

export type Tab = 'colors' | 'logos' | 'assets' | 'templates' | 'check'

export interface Preferences {
  readonly kitId: string | null
  readonly tab: Tab
}

export interface Start {
  readonly command: Command
  /** The key of what was chosen in the quick-actions bar; null where nothing was. */
  readonly chosen: string | null
  readonly editor: Editor
  readonly session: Session | null
  readonly preferences: Preferences
}

/** What one request asks with, what it is answered with, and how it tells how far it is. */
interface Ask<Request, Reply, Progress = never> {
  request: Request
  reply: Reply
  progress: Progress
}

/**
 * Requests from the UI to the sandbox, each with its reply.
 *
 * Those that write to the document run one after the other, in the order of their arrival, and each is
 * one undo step, whatever overlaps in the window: `colors:apply`, `colors:move`,
 * `colors:use`, `check:ignore`, `check:rules`, `check:report`, `check:mend`, `check:fix`, `review:note`,
 * `placement:place`, `placement:complete`, and a batch of `placement:fill` and `placement:replace`.
 * One that can be cancelled writes nothing if it is before its turn: it fails with `cancelled` on its
 * turn, or replies with a report that says so. `undo` waits for what is being written, the others for none.
 */
export interface PluginRequests {
  start: Ask<null, Start>
  'session:save': Ask<Session, void>
  'session:forget': Ask<null, void>
  'sign-in:load': Ask<null, PendingSignIn | null>
  /** Null deletes it. */
  'sign-in:save': Ask<PendingSignIn | null, void>
  'preferences:save': Ask<Preferences, void>
  'brand:load': Ask<null, SavedBrand | null>
  /** Null deletes it. What cannot be saved is dropped without a word: it can be loaded again. */
  'brand:save': Ask<SavedBrand | null, void>
  'colors:plan': Ask<Json<SyncRequest>, Json<SyncPlan>>
  /** How many layers on all pages use what the kit no longer has, by the keys of the `removed` rows. */
  'colors:uses': Ask<Json<SyncRequest>, Readonly<Record<string, number>>>
  'colors:last': Ask<KitRef, LastSync>
  /**
   * Fails with `mode-limit` where the plan of the file allows no further mode (then `own`
   * collections help), and with `version` where the named version could not be saved. Nothing is
   * written in either case.
   */
  'colors:apply': Ask<Json<ColorApply>, Json<SyncReport>, Progress>
  /** What a library has of the kit; null where none has any, and where Figma could ask none. */
  'colors:library': Ask<
    Json<SyncRequest>,
    { readonly library: TeamLibrary; readonly news: LibraryNews } | null
  >
  /** Where styles of the kit with this id are published, as this device knows it. */
  'styles:noted': Ask<string, readonly NotedStyles[]>
  /** What a team's relay knows of that. */
  'styles:note': Ask<{ readonly kitId: string; readonly styles: NotedStyles }, void>
  /** Fails with `library` where no library could be asked. */
  'colors:move': Ask<Json<LibraryMove>, MoveReport, Progress>
  /** What is off-brand; null looks at the selection, or on the page where nothing is selected. */
  'check:look': Ask<
    { readonly sync: Json<SyncRequest>; readonly scope: UpdateScope | null },
    Json<BrandLook>,
    LookProgress
  >
  /** Ignores something in this file, or no longer; replies with all that is ignored. */
  'check:ignore': Ask<
    { readonly kitId: string; readonly ignored: Ignored; readonly undo: boolean },
    readonly Ignored[]
  >
  'check:rules': Ask<{ readonly kitId: string; readonly rules: LogoRules }, void>
  /** Makes a frame of it on the page. */
  'check:report': Ask<CheckReport, void>
  /**
   * Gives copies the mark of what they equal, and what is stretched its own proportions at the same
   * width; replies with how many that were.
   */
  'check:mend': Ask<readonly FoundAsset[], number>
  'check:fix': Ask<Json<BrandFix>, BrandFixed, Progress>
  /** Fails with `use-failed` where Figma refuses every layer that could take it. */
  'colors:use': Ask<ColorUse, UsedColor>
  /**
   * Nothing half-made stays after a failure. Placements and their completions are one undo step until
   * the last file has arrived or was given up, or until something else is written in between.
   */
  'placement:place': Ask<Placement, Placed>
  'placement:complete': Ask<Completion, Completed>
  'placement:canvas': Ask<null, CanvasSelection>
  /**
   * The selected layers, or those of them that were placed before, or the one with this id, or what
   * could be filled under a drop; in reading order.
   */
  'placement:targets': Ask<
    'selected' | 'placed' | { readonly nodeId: string } | { readonly under: DropPoint },
    Targets
  >
  'review:designs': Ask<null, Designs>
  /** Fails with `gone` and, where Figma draws nothing of it, with `draw-failed`. */
  'review:picture': Ask<DesignPicture, Uint8Array>
  /** Notes on the designs where they were sent, and in the document its address. */
  'review:note': Ask<ReviewNote, void>
  /** Takes back the last undo step, as a person's undo does. */
  undo: Ask<null, void>
  /** Where the plugin's window is in Figma's page, in CSS pixels; null where Figma does not tell. */
  'window:place': Ask<null, { readonly x: number; readonly y: number } | null>
  /** Fails with `fill-failed` where Figma refuses every layer that could take it. */
  'placement:fill': Ask<Fill, Filled>
  /** What was placed from Cliquify; null looks at the selection where all of it was placed, else on the page. */
  'placement:list': Ask<UpdateScope | null, PlacedList, ListProgress>
  /** Leaves out layers that are gone. */
  'placement:previews': Ask<readonly string[], readonly LayerPreview[]>
  /** Selects the layer and brings it into view, on its page; fails with `gone`. */
  'placement:show': Ask<string, void>
  /**
   * Replaces a placed layer's content in place: same size, position and constraints. Fails with `gone`,
   * `in-instance`, `locked`, `edited`, and with `picture-only` where vectors have to be sent as a
   * picture. `placement:end-batch` must follow the last one of a batch.
   */
  'placement:replace': Ask<Replacement, void>
  /** Replies once the batch with this number is an undo step. */
  'placement:end-batch': Ask<number, void>
}

/** Events from the UI to the sandbox: fire and forget. */
export interface PluginEvents {
  'window:resize': Size
  /** Ends the plugin; the message, where there is one, is shown as a notification. */
  'window:close': { readonly message: string | null }
  'window:show': null
  /** Opens a web page in the browser. */
  'open-page': { readonly url: string }
  notify: { readonly message: string; readonly error: boolean }
  /** What this layer stands in for will not come, unless it is asked for again. */
  'placement:given-up': { readonly nodeId: string }
}

/** Events from the sandbox to the UI: fire and forget. */
export interface UiEvents {
  /** Something that the UI started dragging was dropped on the canvas. */
  dropped: {
    readonly reference: string
    readonly point: DropPoint
    /** Whether the shape under the pointer is to be filled with it. */
    readonly fill: boolean
  }
  /** What can be done with the selection has changed. */
  canvas: CanvasSelection
  /** Other layers are selected, or another page is open. */
  selected: null
}
