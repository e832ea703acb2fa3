import type { BrandAsset } from '../../shared/brand.ts'
import { jsonIn, jsonOf } from '../../shared/json.ts'
import { decodeAssets } from '../cliquify/decode/assets.ts'
import { isRecord, isText, recordOf, type JsonRecord } from '../../shared/cliquify/value.ts'
import type { KeptReply } from '../cliquify/replies.ts'
import { readViewSettings, type LibraryTab, type ViewSettings } from './view-settings.ts'

/**
 * What of a brand outlives the window. Lists are kept as Cliquify sent them and assets as records of
 * the same kind, so that the one decoder reads them again, whatever became of them meanwhile.
 */
export interface Contents {
  /** The route of each resource that answered last. */
  readonly routes: Map<string, string>
  /** See `openReplies`. */
  readonly replies: Map<string, KeptReply>
  /** Assets that some of the keys below stand for, and what quick insert suggests. */
  readonly assets: readonly BrandAsset[]
  /** Keys, last marked first. */
  readonly favourites: readonly string[]
  /** Keys with when they were placed last, in milliseconds since the epoch; the latest first. */
  readonly placed: readonly (readonly [string, number])[]
  readonly views: Readonly<Record<LibraryTab, ViewSettings>>
}

/** Raised when what is kept changes its shape. */
const VERSION = 1

/** UTF-8; about half of the 5 MB that Figma gives to all that the plugin stores. */
export const MOST_BYTES = 2_500_000

/** The last moment that a date can hold. */
const LAST_TIME = 8.64e15

export function noContents(): Contents {
  return readContents(null, '')
}

/** Reads what `writeContents` wrote; what is missing or damaged is as at first. Never throws. */
export function readContents(text: string | null, origin: string): Contents {
  const parsed = recordOf(jsonIn(text ?? ''))
  const saved = parsed['version'] === VERSION ? parsed : {}
  const views = recordOf(saved['views'])
  return {
    routes: new Map(entriesOf(saved['routes'], isText)),
    replies: new Map(entriesOf(saved['replies'], isReply)),
    assets: listOf(saved['assets'], isRecord).flatMap((record) => readAsset(record, origin)),
    favourites: listOf(saved['favourites'], isText),
    placed: listOf(saved['placed'], isPlaced),
    views: {
      logos: readViewSettings(views['logos']),
      assets: readViewSettings(views['assets']),
      templates: readViewSettings(views['templates']),
    },
  }
}

/** As text within the bound: the lists that take the most room are left out first. */
export function writeContents(contents: Contents): string {
  const { routes, replies, ...rest } = contents
  const text = JSON.stringify({ version: VERSION, routes: Object.fromEntries(routes), ...rest })
  let room = MOST_BYTES - bytesOf(text)
  const kept = [...replies]
    .flatMap(([list, reply]) => {
      const json = jsonOf(reply)
      if (json === null) return []
      const member = `${JSON.stringify(list)}:${json}`
      return [{ list, asOf: reply.asOf, member, bytes: bytesOf(member) }]
    })
    // Without the kits nothing else could be shown.
    .sort(
      (a, b) =>
        Number(b.list === 'kits') - Number(a.list === 'kits') ||
        a.bytes - b.bytes ||
        b.asOf - a.asOf,
    )
    .filter(({ bytes }) => {
      // A comma, and more than what is around all of them.
      room -= bytes + 8
      return room > 0
    })
  const lists = kept.map(({ member }) => member).join(',')
  return `${text.slice(0, -1)},"replies":{${lists}}}`
}

/**
 * A record that was written from an asset is one more shape of Cliquify's. Which file of a template can
 * be placed was found before.
 */
function readAsset(record: JsonRecord, origin: string): readonly BrandAsset[] {
  const { kind, kitId } = record
  if (kind !== 'logo' && kind !== 'asset' && kind !== 'template') return []
  const context = { kind: 'asset', kitId: isText(kitId) ? kitId : null, origin } as const
  return decodeAssets([record], context).items.map((asset) => ({ ...asset, kind }))
}

function listOf<T>(value: unknown, isItem: (item: unknown) => item is T): readonly T[] {
  return Array.isArray(value) ? value.filter(isItem) : []
}

function entriesOf<T>(
  value: unknown,
  isItem: (item: unknown) => item is T,
): readonly (readonly [string, T])[] {
  return Object.entries(recordOf(value)).flatMap(([key, item]) =>
    isItem(item) ? [[key, item] as const] : [],
  )
}

function isPlaced(value: unknown): value is readonly [string, number] {
  return Array.isArray(value) && isText(value[0]) && isTime(value[1])
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LAST_TIME
}

/** What is inside the pages is the decoder's affair. */
function isReply(value: unknown): value is KeptReply {
  return (
    isRecord(value) &&
    isTime(value['asOf']) &&
    Array.isArray(value['pages']) &&
    value['pages'].every((page) => isRecord(page) && typeof page['isOfKit'] === 'boolean')
  )
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).byteLength
}
