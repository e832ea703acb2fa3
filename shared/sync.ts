import type { BrandColor, Gradient, KitRef, Rgba } from './brand.ts'
import type { ColorNaming, ItemKind } from './color-name.ts'

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

export interface SyncRequest {
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

export interface ColorApply extends SyncRequest {
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
  /** Only on the copy of what is synced, which can be merged into the original. */
  readonly copyOf?: { readonly name: string } | undefined
  /** Only with `create`: what a person made that looks the same, and can be linked instead. */
  readonly alike?: { readonly name: string } | undefined
  /** What of it is in the file, and would be deleted; only with `removed`. */
  readonly deletes?: SyncTarget | undefined
}

/** A library of the team that has colors of the kit. */
export interface TeamLibrary {
  /** Of its file. */
  readonly name: string
  /** The places of the colors that it has. */
  readonly has: readonly number[]
}

/** How many colors people have to publish by hand so that other files get them. */
export interface ToPublish {
  readonly changed: number
  readonly added: number
  readonly removed: number
}

export interface SyncPlan {
  /** First one for each color in their order, unless Cliquify lists one twice; then whatever else there is. */
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
  readonly library?: TeamLibrary | null
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
  /** Keys of rows with `copyOf`: what uses the copy is put on the original, then it is deleted. */
  readonly merge: readonly string[]
}

export interface SyncedColor {
  readonly key: string
  readonly name: string
  readonly result:
    | 'created'
    | 'updated'
    | 'renamed'
    | 'adopted'
    | 'removed'
    | 'left-out'
    | 'merged'
    | 'failed'
  /** Only with `merged`: how many layers were put on the original. */
  readonly layers?: number
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
    /** The name of the library's file; null for what is the file's own. */
    readonly library: string | null
    /** Whether the library has another value than Cliquify. */
    readonly lags: boolean
  } | null
  /** Whether Figma could ask no library, so that it is not known whether one has the color. */
  readonly unreachable: boolean
}
