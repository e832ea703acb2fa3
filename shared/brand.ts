/** A color in sRGB; every channel and the alpha are numbers from 0 to 1. */
export interface Rgba {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly a: number
}

export const GRADIENT_TYPES = ['linear', 'radial', 'angular'] as const

/** A CSS gradient, as far as Figma has the same. */
export interface Gradient {
  readonly type: (typeof GRADIENT_TYPES)[number]
  /** Degrees clockwise, 0 is upward, as in CSS: where it leads or begins; 0 where it is radial. */
  readonly angle: number
  /** Of a radial or an angular one, in widths and heights of what it fills; absent in its middle. */
  readonly center?: { readonly x: number; readonly y: number }
  /** Of a radial one, in widths and heights of what it fills; absent where it reaches the corners. */
  readonly radii?: { readonly x: number; readonly y: number }
  /** At least two; positions from 0 to 1, never falling. `wide`: as that of a color. */
  readonly stops: readonly {
    readonly position: number
    readonly color: Rgba
    readonly wide?: Rgba
  }[]
}

/** A color of a brand kit. */
export interface BrandColor {
  /** Cliquify's id, or null where Cliquify gives none: then the name identifies it within its kit. */
  readonly id: string | null
  readonly name: string
  /**
   * The palette it belongs to, with the groups around it, the outermost first, between slashes; or
   * null where the kit has no palettes.
   */
  readonly palette: string | null
  /** Of a gradient: its first color. */
  readonly value: Rgba
  /**
   * Only where it is wider than sRGB, to which `value` is clipped: Display P3, from 0 to 1. Of a
   * gradient: the first of its colors that are.
   */
  readonly wide?: Rgba
  /** Only where Cliquify's value is a gradient. */
  readonly gradient?: Gradient
  /** The value as Cliquify wrote it, for people. */
  readonly notation: string
}

/** What a kit or list held that could not be used; shown to people, never dropped in silence. */
export interface Skipped {
  readonly name: string
  /** One sentence for people. */
  readonly reason: string
}

/** A list as it was decoded: what can be used, and what was skipped with its reason. */
export interface Decoded<T> {
  readonly items: readonly T[]
  readonly skipped: readonly Skipped[]
}

export interface BrandKit {
  readonly id: string
  readonly name: string
  /** The colors that came inside the kit itself, or null where they are a list of their own. */
  readonly colors: Decoded<BrandColor> | null
  /** The logos that came inside the kit itself, or null where they are a list of their own. */
  readonly logos: Decoded<BrandAsset> | null
  /** What fields of its own tell, such as `primary_color`: all there is where neither is a list. */
  readonly fields?: {
    readonly colors: Decoded<BrandColor>
    readonly logos: Decoded<BrandAsset>
  }
}

/** The formats that the product tells apart; `other` can be shown, but not placed. */
export type MediaFormat =
  | 'svg'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'bmp'
  | 'ico'
  | 'video'
  | 'pdf'
  | 'other'

/** A logo, an asset or a template: something with a picture that can be placed. */
export interface BrandAsset {
  readonly kind: 'logo' | 'asset' | 'template'
  readonly id: string
  readonly name: string
  /** The file itself, an absolute https URL, or null where Cliquify gives none. */
  readonly url: string | null
  /** A small picture of it, an absolute https URL, or null. */
  readonly thumbnailUrl: string | null
  /** What the list says it is, or null where it says nothing: then only the bytes tell. */
  readonly format: MediaFormat | null
  /** ISO 8601 in UTC, or null. */
  readonly createdAt: string | null
  /** ISO 8601 in UTC, or null. */
  readonly updatedAt: string | null
  /** Pixels, as the list tells them, or null. */
  readonly dimensions: { readonly width: number; readonly height: number } | null
  /** Of a video: seconds, as the list tells them, or null. */
  readonly duration: number | null
  /** How large the file is, in bytes, or null. */
  readonly fileSize: number | null
  /** The page of it in Cliquify, an absolute https URL, or null. */
  readonly link: string | null
  readonly tags: readonly string[]
  /** All that it lies in. */
  readonly folderIds: readonly string[]
  readonly kitId: string | null
}

export interface Folder {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
}

export interface KitRef {
  readonly id: string
  readonly name: string
}
