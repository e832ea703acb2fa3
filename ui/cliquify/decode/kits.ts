import type { BrandAsset, BrandKit, Decoded } from '../../../shared/brand.ts'
import { decodeAssets, LOGO_LISTS } from './assets.ts'
import { COLOR_LISTS, colorsBeside, decodeColors, withoutSharedIds } from './colors.ts'
import { unwrap } from './envelope.ts'
import {
  firstOf,
  idOf,
  isFilled,
  isNamed,
  isRecord,
  isUuid,
  itemsOf,
  nameOf,
  own,
  ownId,
  ownName,
  recordOf,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'
import { beginReading } from './reading.ts'

/** Names under which replies hold brand kits. */
export const KIT_LISTS = ['brand_kits', 'kits', 'brands', 'brand_kit', 'kit']

/** The id of a kit that Cliquify gives none: then the company has this one only. */
export const SOLE_KIT_ID = 'brand-kit'

/** Reads a list of kits, or one kit that stands where a list was expected. */
export function decodeKits(content: unknown, origin: string): Decoded<BrandKit> {
  const { items, skipped, skip } = beginReading<BrandKit>()
  const sources = itemsOf(content, isKit)
  for (const [keyedBy, source] of sources) {
    const key = nameOf(keyedBy)
    const kit = isRecord(source) ? decodeKit(source, key, sources.length === 1, origin) : null
    if (kit !== null) items.push(kit)
    else skip(source, key, 'It has no id.')
  }
  return { items, skipped }
}

/** Whether a record is a kit, and not kits by their names. */
function isKit(record: JsonRecord): boolean {
  return idOfKit(record) !== null || isNamed(record) || !Object.values(record).every(isNamed)
}

/** Whether a record is a kit whose lists stand beside its own fields. */
export function isBesideLists(record: JsonRecord): boolean {
  return fieldsBesideLists(record) !== null
}

/** `{ brand_kit: { id, name }, colors }`: the fields of such a kit; null where it is none. */
function fieldsBesideLists(record: JsonRecord): JsonRecord | null {
  const fields = firstOf(record, ['brand_kit', 'kit', 'data'])
  const lists = [...COLOR_LISTS, ...LOGO_LISTS]
  const isBeside = lists.some((name) => typeof own(record, name) === 'object')
  return isBeside && isRecord(fields) && isNamed(fields) ? fields : null
}

function decodeKit(
  given: JsonRecord,
  key: string | null,
  isOnly: boolean,
  origin: string,
): BrandKit | null {
  const record = { ...recordOf(own(given, 'assets')), ...fieldsBesideLists(given), ...given }
  const name = ownName(record) ?? key
  const colors = inlineColors(record)
  const logos = inlineOf(record, LOGO_LISTS)
  const ownedId = idOfKit(record)
  const isKit = name !== null || colors !== null || logos !== null
  const id = ownedId ?? (isKit ? (isOnly ? SOLE_KIT_ID : name) : null)
  if (id === null) return null
  const decodeLogos = (content: unknown): Decoded<BrandAsset> =>
    decodeAssets(content, { kind: 'logo', kitId: id, origin })
  const logoFields = Object.entries(record).filter(([field]) => /logo/i.test(field))
  return {
    id,
    name: name ?? (isOnly ? 'Brand kit' : `Brand kit ${id}`),
    colors: colors === null ? null : withoutSharedIds(decodeColors(colors)),
    logos: logos === null ? null : decodeLogos(logos),
    fields: {
      colors: decodeColors(Object.fromEntries(colorsBeside(record, []))),
      logos: decodeLogos({ [name ?? id]: Object.fromEntries(logoFields) }),
    },
  }
}

function idOfKit(record: JsonRecord): string | null {
  return ownId(record) ?? idOf(firstOf(record, ['brand_kit_id', 'kit_id', 'slug']))
}

/**
 * What of a list is a kit's, where the list is for all kits: an item that is one of them, by its id and its
 * name, holds what is that kit's.
 */
export function partOfKit(
  content: unknown,
  kitId: string,
  kits: readonly BrandKit[],
  names: readonly string[],
): unknown {
  if (!Array.isArray(content)) return content
  return content.flatMap((item: unknown): unknown => {
    const record = recordOf(item)
    const id = ownId(record)
    const isKit = kits.some((kit) => kit.id === id && kit.name === ownName(record))
    return isKit ? (id === kitId ? (inlineOf(record, names) ?? []) : []) : [item]
  })
}

/** The list that a kit carries inside; null where it carries none, or only the ids of its items. */
function inlineOf(
  record: JsonRecord,
  names: readonly string[],
): readonly unknown[] | JsonRecord | null {
  const lists = names.map((name) => own(record, name)).filter((list) => typeof list === 'object')
  const content = unwrap(lists.find(isFilled) ?? lists[0], [])?.content ?? null
  const onlyIds = Array.isArray(content) && content.length > 0 && content.every(isReference)
  return onlyIds ? null : content
}

/** Whether it stands for an item that is told elsewhere. */
function isReference(item: unknown): boolean {
  return isRecord(item)
    ? Object.keys(item).every((key) => /^(?:id|uuid|type|pivot)$/.test(key))
    : typeof item === 'number' || (typeof item === 'string' && isUuid(item))
}

/** The kit's colors as it lists them, with the lists that stand beside them, such as gradients. */
function inlineColors(record: JsonRecord): readonly unknown[] | JsonRecord | null {
  const colors = inlineOf(record, COLOR_LISTS)
  if (colors === null) return null
  const lists = Object.keys(record).flatMap((key) => {
    const list = /colou?r|palette|gradient|swatch/i.test(key) ? inlineOf(record, [key]) : null
    return list === null ? [] : [[key, list] as const]
  })
  return lists.length > 1 ? Object.fromEntries(lists) : colors
}
