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

/** Of formats that are no images. */
const KINDS: Partial<Record<MediaFormat, MediaKind>> = {
  svg: 'vector',
  video: 'video',
  pdf: 'document',
  other: 'document',
}

/** An asset of a format that the list does not tell is taken for an image: most are. */
export function mediaKind({ format }: BrandAsset): MediaKind {
  return (format && KINDS[format]) ?? 'image'
}
