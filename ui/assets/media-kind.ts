import type { BrandAsset, MediaFormat } from '../../shared/brand.ts'

/** What a person looks for, coarser than a format. */
export type MediaKind = 'image' | 'vector' | 'video' | 'document'

export const MEDIA_KINDS: readonly { readonly kind: MediaKind; readonly label: string }[] = [
  { kind: 'image', label: 'Images' },
  { kind: 'vector', label: 'Vectors' },
  { kind: 'video', label: 'Videos' },
  { kind: 'document', label: 'Documents' },
]

const KINDS: Record<MediaFormat, MediaKind> = {
  svg: 'vector',
  png: 'image',
  jpeg: 'image',
  gif: 'image',
  webp: 'image',
  avif: 'image',
  bmp: 'image',
  ico: 'image',
  video: 'video',
  pdf: 'document',
  other: 'document',
}

/** An asset of a format that the list does not tell is taken for an image: most are. */
export function mediaKind({ format }: BrandAsset): MediaKind {
  return format === null ? 'image' : KINDS[format]
}
