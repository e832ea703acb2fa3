import type { BrandAsset, Decoded } from '../../../shared/brand.ts'
import { jsonIn } from '../../../shared/json.ts'
import {
  addressesIn,
  isOwn,
  isPage,
  isSmall,
  nameOfWay,
  wordsOf,
  type Address,
} from './addresses.ts'
import { isOfOtherKit } from './colors.ts'
import { formatOf, formatOfName } from './format.ts'
import { fileNameOf, formatOfUrl, isFileAddress, toldUrl, withoutQuery } from './url.ts'
import { kindOf, variantsOf } from './variants.ts'
import {
  dateOf,
  firstFound,
  firstOf,
  idIn,
  idOf,
  isNamed,
  isRecord,
  itemsOf,
  nameOf,
  numberOf,
  own,
  ownId,
  ownName,
  readFirst,
  type Item,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'
import { beginReading, withOwnId, type NamesById } from './reading.ts'
import { nameOfTag } from './names.ts'

/** Names under which replies hold lists of files. */
export const LOGO_LISTS = ['logos', 'brand_logos', 'brand_kit_logos', 'logo']
export const ASSET_LISTS = ['assets', 'brand_assets', 'files', 'media']
export const TEMPLATE_LISTS = ['templates', 'brand_templates']

export interface AssetContext {
  readonly kind: BrandAsset['kind']
  /** The kit that was asked for, or null. */
  readonly kitId: string | null
  /** The API's origin: relative URLs resolve against it. */
  readonly origin: string
  /** The list is not of that kit alone: what says that it is another kit's is left out. */
  readonly isShared?: boolean
  /** Of the pages before. */
  readonly namesById?: NamesById
}

const FORMAT_KEYS = ['mime_type', 'mime', 'type', 'file_type', 'extension', 'format']
const DATE_KEYS = ['updated_at', 'modified_at', 'last_modified']
const CREATED_KEYS = ['created_at', 'uploaded_at', 'date_created', 'created']
const WIDTH_KEYS = ['width', 'image_width', 'w']
const HEIGHT_KEYS = ['height', 'image_height', 'h']
const DURATION_KEYS = ['duration', 'duration_seconds', 'video_duration']
const BYTES_KEYS = ['size', 'file_size', 'filesize', 'bytes', 'size_in_bytes']
const TAG_KEYS = ['tags', 'asset_tags', 'template_tags', 'brand_tags', 'tag_ids']
/** Those that tell all folders first. */
const FOLDER_KEYS = [
  ...['folder_ids', 'folders', 'folder_id', 'asset_folder_id', 'folder', 'asset_folder'],
]
const KIT_KEYS = ['brand_kit_id', 'kit_id', 'brand_kit']

/** Reads logos, assets or templates; logos also as bare URLs, as URLs by name, and with variants. */
export function decodeAssets(content: unknown, context: AssetContext): Decoded<BrandAsset> {
  const { items, skipped, skip } = beginReading<BrandAsset>()
  const { namesById = new Map() } = context
  for (const [hint, source] of entriesOf(content, context)) {
    if (context.isShared === true && isRecord(source) && isOfOtherKit(source, context.kitId))
      continue
    const read = decodeWithVariants(source, hint, context)
    for (const asset of read) items.push(withOwnId(asset, namesById))
    if (read.length === 0) skip(source, hint, 'It has neither an id nor a file.')
  }
  return { items, skipped }
}

/** The items, each with the name that it is keyed by, if any; those of groups one by one. */
function entriesOf(content: unknown, context: AssetContext): readonly Item[] {
  return itemsOf(content, (record) => isAssetRecord(record, context.origin)).flatMap(
    ([key, value]): readonly Item[] => {
      const group = key === null ? groupIn(value, context) : bare(value)
      if (Array.isArray(group)) return group.map((item: unknown) => [nameOf(key), item])
      return key === null || isRecord(value) || isFileAddress(value) ? [[nameOf(key), value]] : []
    },
  )
}

/** What stands in a folder of `{ name, assets: […] }`. The files in a logo are its variants. */
function groupIn(value: unknown, { kind, origin }: AssetContext): unknown {
  if (kind === 'logo' || !isRecord(value) || addressesIn(value, origin).some(isOwn)) return null
  return bare(firstOf(value, [`${kind}s`, `brand_${kind}s`]))
}

/** Whether a record is one asset, and not assets by their names. */
function isAssetRecord(record: JsonRecord, origin: string): boolean {
  const isOwn = addressesIn(record, origin).some(
    (address) => address.holder === record && nameOfWay(address) === null,
  )
  return isOwn || ownId(record) !== null
}

/** A logo and its variants, each one by itself; the logo alone where it has none. */
function decodeWithVariants(
  source: unknown,
  keyedBy: string | null,
  context: AssetContext,
): readonly BrandAsset[] {
  const logo = context.kind === 'logo' && isRecord(source) ? source : null
  const hint = keyedBy ?? (logo && kindOf(logo))
  const asset = decodeAsset(source, hint, context)
  if (logo === null) return asset === null ? [] : [asset]
  const family = ownName(logo) ?? hint
  const variants = new Map<string, BrandAsset>()
  for (const { name, fields } of variantsOf(logo, context.origin)) {
    const read = decodeAsset(fields, name, context)
    if (typeof read?.url !== 'string' || variants.has(read.url)) continue
    const whole = asset ?? read
    variants.set(read.url, {
      ...read,
      // Known by its logo and its name there: the address may carry a version.
      id: ownId(fields) ?? (asset === null ? read.id : `${asset.id}/${name ?? read.id}`),
      name: nameInFamily(read.name, family),
      createdAt: read.createdAt ?? whole.createdAt,
      updatedAt: read.updatedAt ?? whole.updatedAt,
      link: read.link ?? whole.link,
      tags: read.tags.length > 0 ? read.tags : whole.tags,
      folderIds: read.folderIds.length > 0 ? read.folderIds : whole.folderIds,
    })
  }
  // A logo that is no more than the sum of its variants has no file of its own.
  const isTold = asset?.url == null || variants.has(asset.url)
  const own = asset === null || (isTold && variants.size > 0) ? [] : [asset]
  return [...own, ...variants.values()]
}

/** "Mark light": of the logo "Mark" the variant "light". */
function nameInFamily(name: string, family: string | null): string {
  const isTold = family === null || name.toLowerCase().includes(family.toLowerCase())
  return isTold ? name : (nameOf(`${family} ${name}`) ?? name)
}

function decodeAsset(
  source: unknown,
  hint: string | null,
  context: AssetContext,
): BrandAsset | null {
  if (typeof source === 'string') return decodeAsset({ url: source }, hint, context)
  const { kind, kitId, origin } = context
  if (!isRecord(source)) return null
  const addresses = addressesIn(source, origin)
  const byRank = [...addresses].sort((a, b) => a.rank - b.rank)
  const shown = kind === 'template' ? shownOf(byRank, formatsTold(source)) : undefined
  const file = shown ?? byRank.find((address) => !isSmall(address))
  const url = file?.url ?? null
  const holder = file?.holder ?? {}
  const fileName = url === null ? null : nameOf(fileNameOf(url))
  const named = formatOfName(fileName)
  const name = ownName(source) ?? ownName(holder) ?? hint ?? withoutSuffix(fileName)
  // Without an id, the address is one; its query may be a signature that changes.
  const id =
    ownId(source) ??
    idOf(own(source, `${kind}_id`)) ??
    // Where it is no file's name, the query may be all that tells one from another.
    (url === null ? undefined : named === null ? url : withoutQuery(url))
  if (id === undefined) return null
  return {
    kind,
    id,
    name: name ?? `Unnamed ${kind}`,
    url,
    thumbnailUrl: addresses.find(isSmall)?.url ?? null,
    format: surest([
      // The type of a template may be that of another file than its picture.
      ...(shown !== undefined && (isSmall(shown) || named !== null)
        ? []
        : [source, holder].flatMap(formatsTold)),
      named,
      formatOfName(nameOf(firstOf(source, ['file_name', 'filename']))),
      formatOfName(ownName(source)),
      file?.way === 'video-url' ? 'video' : null,
    ]),
    createdAt: readFirst(source, CREATED_KEYS, dateOf),
    updatedAt: readFirst(source, DATE_KEYS, dateOf),
    dimensions: firstFound([source, holder], dimensionsOf),
    duration: firstFound([source, holder], durationOf),
    fileSize: firstFound([source, holder], fileSizeOf),
    link: linkOf(source, url, origin),
    tags: readFirst(source, TAG_KEYS, tagsOf) ?? [],
    folderIds: relatedIds(source, FOLDER_KEYS),
    kitId: kitId ?? relatedIds(source, KIT_KEYS)[0] ?? null,
  }
}

/**
 * What of a template can be placed: a picture or a video of its own, else its largest preview. Its `url`
 * may open its editor or be its source, and the pictures within it are but parts of it.
 */
function shownOf(byRank: readonly Address[], told: readonly Format[]): Address | undefined {
  const pictures = byRank.filter(({ url }) => isPicture(formatOfUrl(url)))
  const all = [...pictures, ...byRank]
  const shown = all.filter(isOwn).find(({ url }) => {
    const named = formatOfUrl(url)
    return named === 'video' || isPicture(named ?? surest(told))
  })
  return shown ?? all.find(isSmall) ?? pictures[0]
}

function isPicture(format: Format): boolean {
  return format !== null && !['other', 'video', 'pdf'].includes(format)
}

type Format = BrandAsset['format']

function formatsTold(record: JsonRecord): readonly Format[] {
  return FORMAT_KEYS.map((key) => formatOf(own(record, key)))
}

/** The first, but “other” only where nothing else is told: fields often say that of good files. */
function surest(formats: readonly Format[]): Format {
  const isTold = (format: Format): boolean => format !== null && format !== 'other'
  return formats.find(isTold) ?? formats.find((format) => format !== null) ?? null
}

/** `width` and `height`, or `dimensions` as an object or as "1200x800"; of the file, not its thumbnail. */
function dimensionsOf(source: JsonRecord): BrandAsset['dimensions'] {
  const sides = own(source, 'dimensions') ?? own(source, 'resolution') ?? source
  const written = typeof sides === 'string' ? /^\s*(\d+)\D+(\d+)/.exec(sides) : null
  const fields = isRecord(sides) ? sides : {}
  const width = positive(written?.[1] ?? firstOf(fields, WIDTH_KEYS))
  const height = positive(written?.[2] ?? firstOf(fields, HEIGHT_KEYS))
  return width === null || height === null ? null : { width, height }
}

/** Seconds; also out of "1:05" and "00:01:05". */
function durationOf(source: JsonRecord): number | null {
  const value = firstOf(source, DURATION_KEYS)
  const isClock =
    typeof value === 'string' && /^\d{1,4}(?::\d{1,2}){1,2}(?:\.\d{1,9})?$/.test(value)
  return positive(
    isClock ? value.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) : value,
  )
}

function fileSizeOf(source: JsonRecord): number | null {
  return positive(firstOf(source, BYTES_KEYS))
}

function positive(value: unknown): number | null {
  const number = numberOf(value)
  return number !== null && number > 0 ? number : null
}

/**
 * A page in Cliquify; what is the file itself is none. Where a template's picture was preferred, its `url`
 * is what opens it.
 */
function linkOf(record: JsonRecord, fileUrl: string | null, origin: string): string | null {
  const pages = Object.keys(record).filter((key) => isPage(wordsOf(key)))
  return firstFound([...pages, 'url'], (key) => {
    const address = toldUrl(record[key], origin)
    const isFile = key === 'url' && formatOfUrl(address ?? '') !== null
    return isFile || address === fileUrl ? null : address
  })
}

/** What an API resource of Laravel has within it, `{ data }`; some write it as a text of JSON. */
function bare(value: unknown): unknown {
  const isJson = typeof value === 'string' && /^\s*[[{]/.test(value)
  const told = (isJson ? jsonIn(value) : undefined) ?? value
  return isRecord(told) ? (own(told, 'data') ?? told) : told
}

/** Null where there are none. */
function tagsOf(related: unknown): readonly string[] | null {
  const value = bare(related)
  const list: readonly unknown[] =
    typeof value === 'string' ? value.split(',') : itemsOf(value, isNamed).map(([, tag]) => tag)
  const names = list.flatMap((tag) => nameOfTag(tag) ?? (isRecord(tag) ? ownId(tag) : null) ?? [])
  return names.length === 0 ? null : [...new Set(names)]
}

/** The ids in the first of these fields that has any. */
function relatedIds(record: JsonRecord, keys: readonly string[]): readonly string[] {
  const found = readFirst(record, keys, (value) => {
    const ids = [bare(value)].flat().flatMap((each) => idIn(each) ?? [])
    const others = ids.filter((id) => id !== '0')
    return others.length > 0 ? others : null
  })
  return found ?? []
}

function withoutSuffix(fileName: string | null): string | null {
  return fileName === null ? null : (nameOf(fileName.replace(/\.[a-z0-9]{1,5}$/i, '')) ?? fileName)
}
