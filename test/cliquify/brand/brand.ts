import type { LogoArtwork } from './logo-artwork.ts'
import type { SceneArtwork } from './scenes.ts'

export type FileFormat = 'svg' | 'png' | 'jpeg' | 'webp' | 'gif' | 'webm' | 'pdf'

export type Artwork = LogoArtwork | SceneArtwork

/** A file of the media host. */
export interface SampleFile {
  readonly id: number
  readonly name: string
  /** Below /media/, not escaped; holds spaces, commas and `=`. */
  readonly path: string
  readonly format: FileFormat
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly artwork: Artwork
  /** Counts up when the picture changes. */
  readonly version: number
  /** Milliseconds since the epoch. */
  readonly updatedAt: number
}

export interface SampleColor {
  readonly id: number
  readonly name: string
  /** In any notation, as the people of the brand wrote it. */
  readonly value: string
}

export interface SamplePalette {
  readonly name: string
  readonly colors: readonly SampleColor[]
}

export interface SampleKit {
  readonly id: number
  readonly name: string
  readonly palettes: readonly SamplePalette[]
  readonly logos: readonly SampleFile[]
  readonly updatedAt: number
}

export interface SampleFolder {
  readonly id: number
  readonly name: string
  readonly parentId: number | null
}

export interface SampleTag {
  readonly id: number
  readonly name: string
}

/** An asset or a template. */
export interface SampleItem extends SampleFile {
  readonly folderId: number | null
  readonly tagIds: readonly number[]
}

export interface SampleBrand {
  readonly kits: readonly SampleKit[]
  readonly folders: readonly SampleFolder[]
  readonly assetTags: readonly SampleTag[]
  readonly assets: readonly SampleItem[]
  readonly templateTags: readonly SampleTag[]
  readonly templates: readonly SampleItem[]
}
