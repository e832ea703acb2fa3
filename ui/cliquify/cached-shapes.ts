import type {
  BrandAsset,
  BrandColor,
  BrandKit,
  Decoded,
  Folder,
  Rgba,
  Skipped,
} from '../../shared/brand.ts'
import { urlOf } from './decode/url.ts'
import { isRecord } from './decode/value.ts'

/** Whether cached data is what it should be; whatever else was stored is dropped as a whole. */
export type Check<T> = (value: unknown) => value is T

export interface CachedShapes {
  readonly kits: Check<Decoded<BrandKit>>
  readonly colors: Check<Decoded<BrandColor>>
  readonly assets: Check<Decoded<BrandAsset>>
  readonly asset: Check<BrandAsset>
  readonly folders: Check<Decoded<Folder>>
  readonly tags: Check<readonly string[]>
}

/** `origin` is the API's: URLs are held to the same rule as in a reply. */
export function cachedShapes(origin: string): CachedShapes {
  const isUrl = (value: unknown): boolean => value === null || urlOf(value, origin) === value

  const isAsset = (value: unknown): value is BrandAsset =>
    isRecord(value) &&
    KINDS.has(value['kind']) &&
    typeof value['id'] === 'string' &&
    typeof value['name'] === 'string' &&
    isUrl(value['url']) &&
    isUrl(value['thumbnailUrl']) &&
    (value['format'] === null || FORMATS.has(value['format'])) &&
    isTextOrNull(value['createdAt']) &&
    isTextOrNull(value['updatedAt']) &&
    (value['dimensions'] === null || isSize(value['dimensions'])) &&
    (value['fileSize'] === null || isPositive(value['fileSize'])) &&
    isUrl(value['link']) &&
    isListOf(value['tags'], (tag): tag is string => typeof tag === 'string') &&
    isTextOrNull(value['folderId']) &&
    isTextOrNull(value['kitId'])

  const colors = decodedOf(isColor)
  const assets = decodedOf(isAsset)
  const isKit = (value: unknown): value is BrandKit =>
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['name'] === 'string' &&
    (value['colors'] === null || colors(value['colors'])) &&
    (value['logos'] === null || assets(value['logos']))

  return {
    kits: decodedOf(isKit),
    colors,
    assets,
    asset: isAsset,
    folders: decodedOf(isFolder),
    tags: (value) => isListOf(value, (tag): tag is string => typeof tag === 'string'),
  }
}

const KINDS: ReadonlySet<unknown> = new Set(['logo', 'asset', 'template'])

const FORMATS: ReadonlySet<unknown> = new Set<BrandAsset['format']>([
  'svg',
  'png',
  'jpeg',
  'gif',
  'webp',
  'avif',
  'bmp',
  'ico',
  'video',
  'pdf',
  'other',
])

function decodedOf<T>(isItem: Check<T>): Check<Decoded<T>> {
  return (value): value is Decoded<T> =>
    isRecord(value) && isListOf(value['items'], isItem) && isListOf(value['skipped'], isSkipped)
}

function isListOf<T>(value: unknown, isItem: Check<T>): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem)
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string'
}

function isSize(value: unknown): boolean {
  return isRecord(value) && isPositive(value['width']) && isPositive(value['height'])
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

function isSkipped(value: unknown): value is Skipped {
  return isRecord(value) && typeof value['name'] === 'string' && typeof value['reason'] === 'string'
}

function isFolder(value: unknown): value is Folder {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['name'] === 'string' &&
    isTextOrNull(value['parentId'])
  )
}

function isColor(value: unknown): value is BrandColor {
  return (
    isRecord(value) &&
    isTextOrNull(value['id']) &&
    typeof value['name'] === 'string' &&
    isTextOrNull(value['palette']) &&
    isRgba(value['value']) &&
    (value['gradient'] === undefined || isGradient(value['gradient'])) &&
    typeof value['notation'] === 'string'
  )
}

function isGradient(value: unknown): boolean {
  return (
    isRecord(value) &&
    (value['type'] === 'linear' || value['type'] === 'radial') &&
    Number.isFinite(value['angle']) &&
    Array.isArray(value['stops']) &&
    value['stops'].length >= 2 &&
    value['stops'].every(
      (stop: unknown) => isRecord(stop) && isShare(stop['position']) && isRgba(stop['color']),
    )
  )
}

function isRgba(value: unknown): value is Rgba {
  return isRecord(value) && [value['r'], value['g'], value['b'], value['a']].every(isShare)
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1
}
