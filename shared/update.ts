import type { Content, Provenance, Size } from './placement.ts'
import type { Progress } from './progress.ts'

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

/** What is looked through. `changed`: the layers that have changed since their page was checked as a whole. */
export type UpdateScope = 'selection' | 'page' | 'document' | 'changed'

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
