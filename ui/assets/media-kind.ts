import type { Option } from '../kit/select.tsx'
import type { BrandAsset, MediaFormat } from '../../shared/brand.ts'

/** What a person looks for, coarser than a format. */
export type MediaKind = 'image' | 'vector' | 'video' | 'document'

export const MEDIA_KINDS: readonly Option<MediaKind>[] = [
  { value: 'image', label: 'Images' },
  { value: 'vector', label: 'Vectors' },
  { value: 'video', label: 'Videos' },
  { value: 'document', label: 'Documents' },
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
