import type { BrandAsset } from './brand.ts'
import type { TroubleData } from './trouble.ts'

export interface Size {
  /** Pixels. */
  readonly width: number
  readonly height: number
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

/** Where on the canvas something was dropped, in its pixels, and on what, as Figma told it. */
export interface DropPoint {
  readonly nodeId: string
  readonly x: number
  readonly y: number
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
  /** All fills and replacements of one number are one undo step; see `placement:end-batch`. */
  readonly batch: number
}

/** Why a layer was not filled. */
export type Unfilled = 'locked' | 'unable' | 'gone' | 'failed'

export interface Filled {
  readonly filled: number
  /** How many were left as they are, by the reason. */
  readonly left: Readonly<Record<Unfilled, number>>
}

/** The type of the drop item that carries a reference to the dragged asset. */
export const DROP_TYPE = 'application/x-cliquify-asset'

/** What a drop tells beside its item: the keys that were held, as the `dragend` event has them. */
export interface DropMetadata {
  /** Alt, or Option: to fill what lies under the pointer. */
  readonly altKey: boolean
}
