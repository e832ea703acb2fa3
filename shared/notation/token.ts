import type { BrandColor } from '../brand.ts'

/** A color, or a gradient, as notations write it. */
export type TokenColor = Pick<BrandColor, 'value' | 'wide' | 'gradient'>

/** Where a color is in its brand: what a sync calls `Prefix/Palette/Color`. */
export interface TokenPath {
  /** The kit, or what stands for it; may have folders, and may be empty. */
  readonly prefix: readonly string[]
  /** The palette with the groups around it, the outermost first. */
  readonly palette: readonly string[]
  readonly color: string
}

/** A color with its name in one notation. */
export interface Token extends TokenColor {
  readonly name: string
  /** What people call it, on one line. */
  readonly label: string
}

export interface NotationFile {
  /** With folders where the notation needs them. */
  readonly path: string
  readonly text: string
}

/** What a notation could not say, or not wholly. */
export interface LeftOut {
  readonly label: string
  /** One sentence for people. */
  readonly reason: string
}

export interface Written {
  readonly files: readonly NotationFile[]
  readonly leftOut: readonly LeftOut[]
}
