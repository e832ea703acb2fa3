import type { TroubleData } from './trouble.ts'
import type { DesignPicture, Designs, ReviewNote } from './design.ts'
import type { BrandAsset, BrandColor, Gradient, Rgba } from './brand.ts'
import type { ColorNaming, ItemKind } from './color-name.ts'
import type { Json } from './json.ts'
import type { NotedStyles } from './published-styles.ts'

/** Every message between the two halves. Only plain data and `Uint8Array` cross. */

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

/** What keeps a designer connected; stored in clientStorage and nowhere else. */
export interface Session {
  /** Null where a token was pasted and Cliquify did not tell whose it is. */
  readonly clientId: string | null
  /** Present only when the user asked to remember it on this device. */
  readonly clientSecret: string | null
  /** Null once the token has been refused: the next window then asks to connect again. */
  readonly accessToken: string | null
  /** Milliseconds since the epoch by this device's clock, or null where the reply gave no lifetime. */
  readonly expiresAt: number | null
  /** What the token may be used for, where Cliquify told it; only to be shown. */
  readonly scopes: readonly string[] | null
}

/** A sign-in with the team's relay that waits for a person in the browser. */
export interface PendingSignIn {
  /** What the relay gives the token for, once; a secret. */
  readonly readKey: string
  /** The page where the person signs in. */
  readonly url: string
  /** Milliseconds since the epoch, by this device's clock. */
  readonly until: number
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
  /** The key of what was chosen in the quick-actions bar; null where nothing was. */
  readonly chosen: string | null
  readonly editor: Editor
  readonly session: Session | null
  readonly preferences: Preferences
}

export interface KitRef {
  readonly id: string
  readonly name: string
}

/** What colors become in the file. `both`: styles whose paint is bound to the variable. */
export type SyncTarget = 'styles' | 'variables' | 'both'

export interface SyncOptions {
  readonly target: SyncTarget
  readonly naming: ColorNaming
  /**
   * Where a kit's variables live: in a collection of its own, or as a mode of the one collection
   * that the file's kits share, where colors of one name are one variable.
   */
  readonly collection: 'own' | 'shared'
}

export const DEFAULT_SYNC_OPTIONS: SyncOptions = {
  target: 'styles',
  naming: { prefix: { type: 'kit' }, grouping: 'palette' },
  collection: 'own',
}

/** When and how a kit was last synced into a file. */
export interface LastSync {
  /** ISO 8601 in UTC, or null before the first sync. */
  readonly at: string | null
  /** Before the first sync: as the latest one of another kit, else `DEFAULT_SYNC_OPTIONS`. */
  readonly options: SyncOptions
}

export interface ColorSync {
  readonly kit: KitRef
  /**
   * Ids of all the other kits that Cliquify lists; null where they are not known in full. Left out:
   * there are none. A kit of this name in the file that is not among them is what this one was before.
   */
  readonly otherKits?: readonly string[] | null
  readonly colors: readonly BrandColor[]
  /** Left out: those of `LastSync`. */
  readonly options?: SyncOptions
}

export interface ColorApply extends ColorSync {
  readonly decisions: Decisions
  /** The place of the only color that is written; all of them, where it is left out. */
  readonly only?: number
  /** Saves a named version of the file before the first write; not when nothing is written. */
  readonly saveVersion?: boolean
}

/**
 * What a sync would do with one color.
 * `edited`: only the file changed since the last sync, so it is kept.
 * `conflict`: both sides changed differently, so a person picks; keeping is the default.
 * `unproven`: linked to a color of which it has neither the name nor the value, nor had them by its
 * link, so that the link may be wrong; decided about as a conflict.
 * `deleted`: a person has deleted it from the file; made again only where one takes it.
 * `left-out`: a person has left it out of the file for good; made only where one takes it.
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
  | 'unproven'
  | 'deleted'
  | 'left-out'
  | 'removed'
  | 'skipped'

export interface ColorState {
  /** The full name of the style, else of the variable, folders included. */
  readonly name: string
  /** sRGB, whatever the document's color profile; null where the style is no single solid color. */
  readonly value: Rgba | null
  /** Only where it is a gradient that can be compared; `value` is null then. */
  readonly gradient?: Gradient | undefined
}

/**
 * Why a color is left as it is, or becomes other than one expects. `ui/colors/reason-texts.ts` has the
 * words.
 */
export type Reason =
  | {
      readonly kind:
        // Of a plan
        | 'link-renewed'
        | 'repeated'
        | 'seen-by-others'
        | 'unbinds'
        | 'binds'
        | 'no-gradient'
        // Of a write
        | 'gone'
        | 'changed'
        | 'full'
        | 'in-use'
        | 'refused'
        // Of a merge
        | 'not-merged'
    }
  /** `item`: what the file has of the color, or no longer has. */
  | {
      readonly kind: 'copy' | 'in-doubt' | 'not-solid' | 'deleted' | 'left-out'
      readonly item: ItemKind
    }
  /** `name`: the whole name that it has in Cliquify, or cannot have in Figma. */
  | {
      readonly kind: 'keeps-place' | 'numbered' | 'name-taken' | 'name-refused'
      readonly name: string
    }

export interface PlannedColor {
  /** Identifies the row between plan, decisions and report. */
  readonly key: string
  readonly outcome: Outcome
  /** As it is in the file, or null where it is not there. */
  readonly before: ColorState | null
  /** As it will be if Cliquify's side is taken, or null where Cliquify no longer has it. */
  readonly after: ColorState | null
  /** Null where the outcome says it all. */
  readonly reason: Reason | null
  /** Only on the copy of what is synced: `colors:merge` can put its users back on the original. */
  readonly copyOf?: { readonly name: string } | undefined
  /** Only with `create`: what a person made that looks the same, and can be linked instead. */
  readonly alike?: { readonly name: string } | undefined
  /** What of it is in the file, and would be deleted; only with `removed`. */
  readonly deletes?: SyncTarget | undefined
}

/** A library of the team that has colors of the kit. */
export interface KitLibrary {
  /** Of its file. */
  readonly name: string
  /** The places of the colors that it has. */
  readonly has: readonly number[]
}

/** What is new in a library to a file that uses it; counts of colors. */
export interface LibraryNews {
  /** Since the file was open last on this device. */
  readonly added: number
  /** Those that the file shows as they were before. */
  readonly changed: number
}

/** How many colors people have to publish by hand so that other files get them. */
export interface ToPublish {
  readonly changed: number
  readonly added: number
  readonly removed: number
}

/** Puts what uses the file's own colors of a kit on those of libraries. */
export interface LibraryMove extends ColorSync {
  /**
   * `count` writes nothing; `remove` also deletes what of the file's own is not used any more.
   */
  readonly task: 'count' | 'move' | 'remove'
  /** Whether plain colors of layers that equal one of the brand become bound to it, too. */
  readonly plain: boolean
}

/** Layers of one page that use one color, and are or would be put on the library's. */
export interface MovedColor {
  /** The place of the color. */
  readonly color: number
  readonly page: string
  readonly layers: number
}

export interface LockedLayer {
  readonly id: string
  readonly name: string
  readonly page: string
}

export interface MoveReport {
  readonly moved: readonly MovedColor[]
  /** Layers that were left because they are locked. */
  readonly locked: readonly LockedLayer[]
  /** How many of the file's own styles and variables nothing uses any more; deleted by `remove`. */
  readonly unused: number
  readonly cancelled: boolean
}

export interface SyncPlan {
  readonly rows: readonly PlannedColor[]
  /** What the plan was made with. */
  readonly options: SyncOptions
  /** ISO 8601 in UTC, or null before the first sync of this kit. */
  readonly lastSyncedAt: string | null
  /**
   * Whether the file has colors of which it has no note, as after the merge of a branch: then what is
   * new may have been deleted.
   */
  readonly isMerged?: boolean
  /** The library whose colors the file can use instead of its own; null where there is none. */
  readonly library?: KitLibrary | null
}

export interface Decisions {
  /**
   * Keys of `edited`, `conflict`, `unproven`, `deleted` and `left-out` rows for which Cliquify's side is
   * taken; all others are kept.
   * Of `create` rows those for which what is `alike` is linked, and renamed, instead.
   */
  readonly take: readonly string[]
  /** Keys of `removed` rows whose style, variable or both are deleted. */
  readonly remove: readonly string[]
  /** Keys of `create` rows that are not made, now or by any later sync. */
  readonly leaveOut: readonly string[]
}

export interface SyncedColor {
  readonly key: string
  readonly name: string
  readonly result: 'created' | 'updated' | 'renamed' | 'adopted' | 'removed' | 'left-out' | 'failed'
  /** Only with `failed`. */
  readonly reason: Reason | null
}

export interface SyncReport {
  /** Only what was touched, or should have been. */
  readonly rows: readonly SyncedColor[]
  readonly unchanged: number
  /** Rows left as they are by the user's choice or by default. */
  readonly kept: number
  readonly cancelled: boolean
  /** Null where the file publishes no color of the kit. */
  readonly toPublish?: ToPublish | null
}

export interface MergedCopy {
  readonly key: string
  readonly name: string
  /** How many layers were put on the original. */
  readonly layers: number
  readonly result: 'merged' | 'failed'
  /** Only with `failed`. */
  readonly reason: Reason | null
}

export interface MergeReport {
  readonly rows: readonly MergedCopy[]
  readonly cancelled: boolean
}

/** A color for the selected layers. */
export interface ColorUse {
  readonly kit: KitRef
  readonly color: BrandColor
  /** The kit's other colors of the same name: they tell it apart where Cliquify gives no ids. */
  readonly namesakes: readonly BrandColor[]
  readonly as: 'fill' | 'stroke'
  /** Whether it takes the place of pictures and videos; a person has to say so. */
  readonly overPictures?: true
}

/** What became of the selected layers; all counts are 0 where nothing is selected. */
export interface UsedColor {
  /** How many show the color now. */
  readonly layers: number
  /** Left as they are because they, or what holds them, are locked. */
  readonly locked: number
  /** Left as they are because they have no such paint. */
  readonly unable: number
  /** Placed vectors that were left as they are because they have several colors. */
  readonly manyColored: number
  /** Left as they are because they show a picture or a video. */
  readonly pictures: number
  /** What they were linked to, or null where they got a paint of their own. */
  readonly linked: {
    readonly kind: 'style' | 'variable'
    readonly name: string
    /** The name of the library's file; null for what is the file's own. */
    readonly library: string | null
    /** Whether the library has another value than Cliquify. */
    readonly lags: boolean
  } | null
  /** Whether Figma could ask no library, so that it is not known whether one has the color. */
  readonly unreachable: boolean
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
  /** Only of a template: the page where it is edited. */
  readonly link?: string
  /** Only where the layer shows a small picture for as long as the file itself has not arrived. */
  readonly incomplete?: true
  /** Only where the asset is the fill of someone's layer, so that the rest of that is not its own. */
  readonly fill?: true
}

/**
 * A PNG, JPEG or GIF, at most 4096 px a side. The size is that of the layer, in canvas pixels; the
 * picture may have more pixels than that, so as to be crisp.
 */
export interface Picture extends Size {
  readonly bytes: Uint8Array
}

/** What is put on the canvas. Videos are MP4, MOV or WebM, at most 100 MB. */
export type Content =
  | { readonly type: 'vector'; readonly svg: string }
  | (Picture & { readonly type: 'image' })
  | {
      readonly type: 'video'
      readonly bytes: Uint8Array
      /** Pixels. */
      readonly width: number
      readonly height: number
      /** Its first picture, for where Figma takes no video; null where it could not be read. */
      readonly poster: Picture | null
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

/** Where something goes. Only what is dropped may cover what was placed before. */
export type PlacementSpot =
  /** A logo that is no component of the file yet becomes one where that is asked for. */
  | { readonly type: 'view'; readonly asComponents?: true }
  | { readonly type: 'drop'; readonly point: DropPoint }
  /** What belongs to a drop, but comes after the first of it: from the same point on, beside that. */
  | { readonly type: 'after-drop'; readonly point: DropPoint }

export interface PlacementItem {
  readonly content: Content
  readonly provenance: Provenance
  /** Of what is to come, where the content only stands in for it and this is known; else null. */
  readonly size: Size | null
}

/** What is placed together: side by side in this order, as one undo step, all selected. */
export interface Placement {
  readonly items: readonly PlacementItem[]
  readonly at: PlacementSpot
}

/** A layer that could not be placed in, though it lay closest to where that was wanted. */
export interface Obstacle {
  readonly name: string
  readonly why: 'instance' | 'locked' | 'hidden' | 'variants'
}

/** Whether Cliquify has a page where a template is edited. */
export type TemplatePage = 'with-page' | 'without-page'

export type Placed =
  | {
      readonly outcome: 'placed'
      /** Of the layers, in the order of the items. */
      readonly nodeIds: readonly string[]
      /** The name of the frame or page that holds them. */
      readonly parentName: string
      /** Why they are not closer to where they were wanted; null where they are there. */
      readonly obstacle: Obstacle | null
      /** Of the first template among them; null where there is none. */
      readonly template: TemplatePage | null
    }
  /** Nothing was placed, because Figma refuses the content of these items. */
  | {
      readonly outcome: 'refused'
      readonly refusals: readonly { readonly index: number; readonly failure: TroubleData }[]
    }

/** The whole of what a layer stood in for. */
export interface Completion {
  readonly nodeId: string
  readonly content: Content
  readonly provenance: Provenance
}

export type Completed =
  | { readonly outcome: 'completed'; readonly nodeId: string; readonly parentName: string }
  /** The layer is not in the file any more, or no longer stands in for this asset. */
  | { readonly outcome: 'gone' }

/** What is selected on Figma's canvas, as far as it matters to the library. */
export interface CanvasSelection {
  /** How many of the selected layers can show a picture as their fill. */
  readonly fillable: number
  /** How many of them were placed from Cliquify. */
  readonly placed: number
}

/** The layers that something is meant for, as they were when it was asked for. */
export interface Targets {
  readonly nodeIds: readonly string[]
  /** Large enough for the widest and the highest of them, in canvas pixels. */
  readonly size: Size
}

export interface Fill {
  readonly nodeIds: readonly string[]
  /** A picture, or a video. */
  readonly content: Content
  readonly provenance: Provenance
  /** Set where it is one of several, which are one undo step together; see `placement:end-batch`. */
  readonly batch?: number
}

/** Why a layer was not filled. */
export type Unfilled = 'locked' | 'unable' | 'gone' | 'failed'

export interface Filled {
  readonly filled: number
  /** How many were left as they are, by the reason. */
  readonly left: Readonly<Record<Unfilled, number>>
}

/** A color that layers show by themselves, linked to nothing of the brand. */
export interface FoundColor {
  /** sRGB and opaque, outside 0–1 where it is wider: the opacity is the layer's own. */
  readonly value: Rgba
  /** The place of the brand's color or gradient that it equals; null where it is none. */
  readonly exact: number | null
  /** Set where it is the color of text that is hard to read; then with its opacity. */
  readonly faint?: FaintText
  /** Ids of the layers, in the order of the document. */
  readonly layers: readonly string[]
}

/**
 * What is wrong with a logo or picture. `copy`: the same as one that was placed, without its mark.
 * `edited`: its vectors were changed by hand, such as recolored. `faint`: a logo most of which is below a
 * contrast of 3 to what lies under it. `stretched`: its aspect is off by more than 1 %.
 */
export type AssetProblem = 'faint' | 'edited' | 'stretched' | 'copy'

/** A layer that shows an asset of Cliquify, not as it should. */
export interface FoundAsset {
  readonly problem: AssetProblem
  /** The provenance of a copy is that of what it equals. */
  readonly layer: PlacedAsset
  /** Only of a copy of vectors: width to height of what it equals, as that was placed. */
  readonly aspect?: number | null
}

export interface FaintText {
  /** What lies under all of it, opaque. */
  readonly ground: Rgba
  /** The contrast that text of its size needs, as a ratio to 1; see WCAG 2.2, 1.4.3. */
  readonly needs: number
}

/** What a check finds, and what is fine all the same in this file. */
export interface Ignored {
  /** The key of a finding, the id of a layer, or a kind of findings. */
  readonly what: string
  /** What people call it. */
  readonly name: string
  /** What somebody has said why; may be empty. */
  readonly reason: string
}

export interface BrandCheck {
  readonly scope: UpdateScope
  readonly hasSelection: boolean
  readonly found: readonly FoundColor[]
  readonly assets: readonly FoundAsset[]
  readonly ignored: readonly Ignored[]
  /** How many colors are linked to the brand's, each counted for each layer. */
  readonly linked: number
}

/** What a check has found, in words and colors to be shown in the file. */
export interface CheckReport {
  readonly title: string
  readonly groups: readonly { readonly title: string; readonly lines: readonly ReportLine[] }[]
}

export interface ReportLine {
  readonly values: readonly Rgba[]
  readonly text: string
  /** Of a layer of which a picture is shown where it comes first. */
  readonly nodeId: string
}

/** Puts colors that a check has found on the brand's. */
export interface BrandFix extends ColorSync {
  readonly fixes: readonly {
    readonly found: Omit<FoundColor, 'exact'>
    /** The place of the brand's color. */
    readonly color: number
  }[]
}

/** Counts of layers. */
export interface BrandFixed {
  readonly fixed: number
  /** Those that show the brand's color, but could not be linked to it. */
  readonly plain: number
  /** Gone, locked, or changed since. */
  readonly left: number
  readonly cancelled: boolean
}

export interface PlacedAsset {
  readonly nodeId: string
  readonly nodeName: string
  readonly pageName: string
  /** The layer is locked, or something that holds it. */
  readonly locked: boolean
  /** In canvas pixels. */
  readonly size: Size
  readonly provenance: Provenance
}

/** Where placed assets are looked for. */
export type UpdateScope = 'selection' | 'page' | 'document'

export interface PlacedList {
  /** What was looked through. */
  readonly scope: UpdateScope
  readonly hasSelection: boolean
  readonly layers: readonly PlacedAsset[]
  /** How many more are parts of instances, which follow their main component. */
  readonly inInstances: number
}

export interface ListProgress {
  /** Pages looked through, of those that are to be. */
  readonly pages: Progress
  /** Layers found so far. */
  readonly layers: number
}

/** A placed layer as it is now. */
export interface LayerPreview {
  readonly nodeId: string
  /** A small picture in any format that browsers show, or null where Figma gives none. */
  readonly picture: Uint8Array | null
  /** Whether it holds anything by hand: changed vectors, or layers that were never placed. */
  readonly edited: boolean
}

export interface Replacement {
  readonly nodeId: string
  readonly content: Content
  readonly provenance: Provenance
  /** What becomes of what the layer holds by hand: `keep` fails with `edited`. */
  readonly edits: 'keep' | 'overwrite'
  /** Replacements of one batch are one undo step; nothing else is written until it has ended. */
  readonly batch: number
}

/** An asset as quick insert can suggest it without the window. */
export interface QuickItem {
  /** Tells assets apart across kinds and kits. */
  readonly key: string
  readonly kind: BrandAsset['kind']
  readonly name: string
  /** What a search may find it by, beside its name. */
  readonly tags: readonly string[]
  readonly kitName: string | null
  /** A picture on a host that the manifest allows, or null. */
  readonly iconUrl: string | null
  /** A small PNG of that picture on a ground that it is seen on, to be shown instead; or null. */
  readonly icon: Uint8Array | null
  /** When it was last placed, in milliseconds since the epoch; null where it never was. */
  readonly usedAt: number | null
}

/** What is kept of the brand on the device, of bounded size. */
export interface SavedBrand {
  /** Whose brand it is; see `ownerOf`. */
  readonly owner: string
  /** What quick insert suggests without the window. */
  readonly suggestions: readonly QuickItem[]
  /** The brand as JSON; its shape is the window's own affair. */
  readonly contents: string
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
 * one undo step, whatever overlaps in the window: `colors:apply`, `colors:merge`, `colors:use`,
 * `placement:place`, `placement:complete`, `placement:fill` and a batch of `placement:replace`. One
 * that is cancelled before its turn writes nothing: it fails with `cancelled` on its turn, or replies
 * with a report that says so. The others read, and wait for none.
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
  'colors:plan': Ask<Json<ColorSync>, Json<SyncPlan>>
  'colors:last': Ask<KitRef, LastSync>
  /**
   * Fails with `mode-limit` where the plan of the file allows no further mode (then `own`
   * collections help), and with `version` where the named version could not be saved. Nothing is
   * written in either case.
   */
  'colors:apply': Ask<Json<ColorApply>, Json<SyncReport>, Progress>
  /** Puts what uses copies, by the keys of rows with `copyOf`, on the originals, then deletes them. */
  'colors:merge': Ask<
    { readonly kit: KitRef; readonly copies: readonly string[] },
    MergeReport,
    Progress
  >
  /** What a library has of the kit; null where none has any, and where Figma could ask none. */
  'colors:library': Ask<
    Json<ColorSync>,
    { readonly library: KitLibrary; readonly news: LibraryNews } | null
  >
  /** Where styles of the kit with this id are published, as this device knows it. */
  'styles:noted': Ask<string, readonly NotedStyles[]>
  /** What a team's relay knows of that. */
  'styles:note': Ask<{ readonly kitId: string; readonly styles: NotedStyles }, void>
  /** Fails with `library` where no library could be asked. */
  'colors:move': Ask<Json<LibraryMove>, MoveReport, Progress>
  /** What is off-brand; null looks at the selection, or on the page where nothing is selected. */
  'check:look': Ask<
    { readonly sync: Json<ColorSync>; readonly scope: UpdateScope | null },
    Json<BrandCheck>,
    ListProgress
  >
  /** Ignores something in this file, or no longer; replies with all that is ignored. */
  'check:ignore': Ask<
    { readonly kitId: string; readonly ignored: Ignored; readonly undo: boolean },
    readonly Ignored[]
  >
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

/** The type of the drop item that carries a reference to the dragged asset. */
export const DROP_TYPE = 'application/x-cliquify-asset'

/** What a drop tells beside its item: the keys that were held, as the `dragend` event has them. */
export interface DropMetadata {
  /** Alt, or Option: to fill what lies under the pointer. */
  readonly altKey: boolean
}
