import type { Rgba } from './brand.ts'
import type { SyncRequest } from './sync.ts'
import type { ListProgress, PlacedAsset, UpdateScope } from './update.ts'

/** A color that layers show by themselves, linked to nothing of the brand. */
export interface FoundColor {
  /** sRGB and opaque, outside 0–1 where it is wider: the opacity is the layer's own. */
  readonly value: Rgba
  /** The place of the brand's color or gradient that it equals; null where it is none. */
  readonly exact: number | null
  /** Set where it is the color of text that is hard to read; then with its opacity. */
  readonly faint?: FaintText
  /** The opacity at which all the layers show it; 1, or left out, where they differ. */
  readonly alpha?: number | undefined
  /** Ids of the layers, in the order of the document. */
  readonly layers: readonly string[]
}

/**
 * What is wrong with a logo or picture. `copy`: the same as one that was placed, without its mark.
 * `edited`: its vectors were changed by hand, such as recolored. `faint`: a logo most of which is below a
 * contrast of 3 to what lies under it. `stretched`: its aspect is off by more than 1 %. `recolored`: its
 * colors were set in the instance that holds it. `small`, `crowded`: a logo that is
 * not as the team's rules ask.
 */
export type AssetProblem =
  | 'faint'
  | 'edited'
  | 'stretched'
  | 'copy'
  | 'recolored'
  | 'small'
  | 'crowded'

/** What a team asks of a kit's logos in a file; nothing where it is 0. */
export interface LogoRules {
  /** Canvas pixels. */
  readonly leastWidth: number
  /** Percent of a logo's height, on each of its sides. */
  readonly clearSpace: number
}

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

/** How far a look has come. */
export interface LookProgress extends ListProgress {
  /** The first of the colors that are not the brand’s, opaque, with how many layers show each so far. */
  readonly found: readonly { readonly value: Rgba; readonly layers: number }[]
}

export interface BrandLook {
  readonly scope: UpdateScope
  readonly hasSelection: boolean
  /** How many layers were looked at. */
  readonly layers: number
  readonly found: readonly FoundColor[]
  readonly assets: readonly FoundAsset[]
  readonly ignored: readonly Ignored[]
  readonly rules: LogoRules
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
export interface BrandFix extends SyncRequest {
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
