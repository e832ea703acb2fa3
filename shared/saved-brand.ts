import type { BrandAsset } from './brand.ts'

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
