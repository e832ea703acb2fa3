import type { FileFormat } from './brand/brand.ts'

const TYPES: Readonly<Record<FileFormat, readonly [type: string, extension: string]>> = {
  svg: ['image/svg+xml', 'svg'],
  png: ['image/png', 'png'],
  jpeg: ['image/jpeg', 'jpg'],
  webp: ['image/webp', 'webp'],
  gif: ['image/gif', 'gif'],
  webm: ['video/webm', 'webm'],
  pdf: ['application/pdf', 'pdf'],
}

export function contentType(format: FileFormat): string {
  return TYPES[format][0]
}

/** Without the dot. */
export function extension(format: FileFormat): string {
  return TYPES[format][1]
}
