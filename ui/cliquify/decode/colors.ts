import type { BrandColor, Decoded } from '../../../shared/brand.ts'
import { hexOf } from '../../../shared/color.ts'
import {
  firstOf,
  idIn,
  idOf,
  isNamed,
  isRecord,
  nameOf,
  own,
  ownId,
  ownName,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'
import {
  isAboutColor,
  isValueField,
  readColor,
  readGradient,
  rgbScaleOf,
  whyUnread,
  type ReadColor,
} from './color-value.ts'
import { nameOfType } from './names.ts'
import { beginReading } from './reading.ts'

/** Names under which replies hold a list of colors. */
export const COLOR_LISTS = [
  'colors',
  'colours',
  'brand_colors',
  'brand_kit_colors',
  'palettes',
  'color_palettes',
  'palette',
]

/** Names that say nothing about the colors under them: no part of a palette's name. */
const PLAIN_LISTS: ReadonlySet<string> = new Set([
  ...COLOR_LISTS,
  ...['groups', 'color_groups', 'swatches', 'shades', 'tints', 'tones', 'variants', 'variations'],
  ...['items', 'values', 'data', 'children', 'tokens', 'modes', 'themes', 'attributes'],
])
/** What a color is called where it has no name. */
const NAME_KEYS = [
  ...['color_name', 'colour_name', 'mode', 'theme', 'shade', 'tint', 'tone', 'step'],
  ...['level', 'weight', 'key', 'role', 'usage', 'variant'],
]
const PALETTE_KEYS = ['palette', 'palette_name', 'group', 'group_name', 'category']
/** What a color is besides its value where it looks different in a theme or a state. */
const VARIANT =
  /^(?:on_?)?(?:light|dark|dim|day|night|high_?contrast|hover|active|pressed|focus|disabled)(?:_?(?:mode|theme|hex|value|colou?r))?$/i
/** Fields that may hold a color that is none of the brand's, or what only looks like a color. */
const ASIDE =
  /^[$_]|(?:^|_)(?:u?u?id|slug|name|title|label|description|note|notes|status|type|url|links?|href|order|position|at|by)$|[a-z](?:Id|At|By|Url|Name)$|^(?:logos?|fonts?|typography|text_?styles?|assets?|images?|icons?|files?|media|templates?|tags?|meta|pagination|users?|owner|creator|author|company|settings|shadows?|effects?|borders?|relationships|included|related|similar|harmon|complement|contrast|history|previous)/i
/** `Red: #FF0000` */
const NAMED = /^([^:=]{1,100}?)\s*(?::|=|\s-)\s*([#a-z].*)$/i
/** Palettes within palettes: deeper nesting is no brand kit. */
const MAX_DEPTH = 8

interface Place {
  /** The groups around it, the outermost first. */
  readonly groups: readonly string[]
  /** The key under which it stood, where it was keyed by name. */
  readonly name: string | null
  readonly depth: number
}

/** One level further in. */
function inside({ depth }: Place, groups: Place['groups'], key: string | null): Place {
  return { groups, name: nameOf(key), depth: depth + 1 }
}

/** The groups of what stands in a place: its name is that of a group then. */
function groupsIn({ groups, name }: Place): Place['groups'] {
  return name === null ? groups : [...groups, name]
}

type Entry = readonly [key: string, value: unknown]

/**
 * Reads colors in any of their shapes: objects, bare values, values by name, palettes within
 * palettes, several lists side by side. `kitId` leaves out colors that say they belong to another
 * kit. What cannot be read is skipped with its reason.
 */
export function decodeColors(content: unknown, kitId: string | null = null): Decoded<BrandColor> {
  const { items, skipped, skip } = beginReading<BrandColor>()
  const scale = rgbScaleOf(content)
  const read = (source: unknown): ReadColor | null => readColor(source, scale)

  function add(source: unknown, color: ReadColor, place: Place, id: string | null): void {
    const record = isRecord(source) ? source : {}
    const name = nameIn(record, place) ?? hexOf(color.value)
    items.push({ id, name, palette: pathOf(groupsOf(record, place)), ...color })
  }

  /** Colors that stand in one, such as its shades: in a group of its name. */
  function walkWithin(entries: readonly Entry[], place: Place, id: string | null): void {
    for (const [key, value] of entries) {
      const color = isColorList(value) || isRecord(value) ? null : read(value)
      const isPlain = color === null && (PLAIN_LISTS.has(key) || isValueField(key))
      const inner = inside(place, place.groups, isPlain ? null : key)
      if (color === null) walk(value, inner)
      else add(null, color, inner, id === null ? null : `${id}/${key}`)
    }
  }

  function walkNamed(entries: readonly Entry[], place: Place, groups: Place['groups']): void {
    for (const [key, value] of entries) walk(value, inside(place, groups, key))
  }

  function walkRecord(given: JsonRecord, place: Place): void {
    const record = flat(given)
    if (isOfOtherKit(record, kitId)) return
    if (isKeyedByName(record)) {
      walkNamed(Object.entries(record), place, groupsIn(place))
      return
    }
    const id = ownId(record) ?? idOf(own(record, 'color_id'))
    // What wraps all lists is the kit, and no palette of it.
    const name = place.depth === 0 && isSeveralLists(record) ? null : nameIn(record, place)
    const groups = groupsIn({ ...place, groups: groupsOf(record, place), name })
    const within: Place = { ...place, groups, name: null }
    const color = read(record)
    // The colors in a gradient are its stops.
    const lists = color !== null && readGradient(record, scale) !== null ? [] : listsIn(record)
    if (color !== null && !lists.some(([key]) => isValueField(key))) {
      add(record, color, place, id)
      walkWithin([...lists, ...variantsIn(record)], within, id)
      return
    }
    const others = colorsBeside(record, lists)
    const [only, ...more] = others
    if (lists.length === 0 && more.length === 0 && only !== undefined && isNamed(record)) {
      const value = isNamed(only[1]) ? null : read(only[1])
      if (value !== null) {
        add(record, value, place, id)
        return
      }
    }
    if (lists.length + others.length > 0 && (isNamed(record) || lists.length > 0)) {
      walkWithin([...lists, ...others], within, id)
    } else if (isNamed(record) || isAboutColor(record)) {
      skip(record, place.name, whyUnread(record))
    } else {
      const entries = Object.entries(record).filter(([key]) => !key.startsWith('$'))
      walkNamed(entries, place, groups)
    }
  }

  function walk(source: unknown, place: Place): void {
    if (place.depth > MAX_DEPTH) {
      skip(source, place.name, 'It is nested too deeply to be read.')
      return
    }
    if (isColorList(source)) {
      const inner = inside(place, groupsIn(place), null)
      for (const item of source) walk(item, inner)
      return
    }
    if (isRecord(source)) {
      walkRecord(source, place)
      return
    }
    const color = read(source)
    const [, label = null, value] = typeof source === 'string' ? (NAMED.exec(source) ?? []) : []
    const named = color === null && value !== undefined ? read(value) : null
    if (color !== null) add(source, color, place, null)
    else if (named !== null)
      add(source, named, { ...place, name: place.name ?? nameOf(label) }, null)
    else skip(source, place.name, whyUnread(source))
  }

  walk(content, { groups: [], name: null, depth: 0 })
  return { items, skipped }
}

/** Colors of a kit, of which those whose id is another one's as well are known by their names. */
export function withoutSharedIds({ items, skipped }: Decoded<BrandColor>): Decoded<BrandColor> {
  const names = new Map<string | null, string>()
  const shared = new Set<string | null>()
  for (const { id, name } of items) {
    if ((names.get(id) ?? name) !== name) shared.add(id)
    names.set(id, name)
  }
  return {
    items: items.map((color) => (shared.has(color.id) ? { ...color, id: null } : color)),
    skipped,
  }
}

/** Whether a record holds lists of colors side by side, so that none of them is all there is. */
export function isSeveralLists(record: JsonRecord): boolean {
  const lists = listsIn(record).filter(([key]) => COLOR_LISTS.includes(key))
  const [first] = lists
  if (first === undefined) return false
  return colorsBeside(record, [first]).length > 0
}

function nameIn(record: JsonRecord, place: Place): string | null {
  const told = ownName(record) ?? place.name ?? nameOf(firstOf(record, NAME_KEYS))
  return told ?? nameOfType(own(record, 'type'))
}

/** `attributes` beside an id, as JSON:API has them, as fields of the record. */
function flat(record: JsonRecord): JsonRecord {
  const attributes = own(record, 'attributes')
  return isRecord(attributes) ? { ...attributes, ...record, attributes: undefined } : record
}

/**
 * Whether colors stand there by their names, though some names are those of fields: `{ primary, link,
 * gradient }`. What has a name and a value is one color.
 */
function isKeyedByName(record: JsonRecord): boolean {
  const keys = Object.keys(record)
  const names = keys.filter(
    (key) => !isValueField(key) && !VARIANT.test(key) && !/^(?:name|title|label)$/.test(key),
  )
  return (
    names.length > 1 &&
    (ownName(record) === null || !keys.some(isValueField)) &&
    Object.values(record).every((value) => isSure('value', value))
  )
}

/** A list, and not the channels of one color. */
function isColorList(source: unknown): source is readonly unknown[] {
  return Array.isArray(source) && !isChannels(source)
}

/** `[10, 132, 255]`: one color, not three. */
function isChannels(source: readonly unknown[]): boolean {
  return (
    (source.length === 3 || source.length === 4) && source.every((part) => typeof part === 'number')
  )
}

/** What surely is a list of colors, whether or not its record is a color itself. */
function listsIn(record: JsonRecord): readonly Entry[] {
  return Object.entries(record).filter(([key, value]) => {
    if (isColorList(value)) return PLAIN_LISTS.has(key) || isValueField(key)
    // One color in several notations is what the record is about.
    if (!isRecord(value) || (!isNamed(value) && readColor(value) !== null)) return false
    // An object under `palette` or `group` may be what the color belongs to.
    const isValue = isValueField(key) && readColor(value) === null && holdsColor(value, 0)
    return isValue || (PLAIN_LISTS.has(key) && !(isNamed(value) && PALETTE_KEYS.includes(key)))
  })
}

/** Where a color looks different: `{ hex, dark }`. */
function variantsIn(record: JsonRecord): readonly Entry[] {
  return Object.entries(record).filter(([key, value]) => VARIANT.test(key) && isSure(key, value))
}

/** Entries that hold colors under names that nobody documents. */
export function colorsBeside(record: JsonRecord, lists: readonly Entry[]): readonly Entry[] {
  const known = new Set(lists.map(([key]) => key))
  return Object.entries(record).filter(([key, value]) => {
    if (known.has(key) || ASIDE.test(key)) return false
    return typeof value === 'object' ? holdsColor(value, 0) : isSure(key, value)
  })
}

/** Whichever scale its numbers have, it is a color or none. */
function holdsColor(source: unknown, depth: number): boolean {
  if (depth > MAX_DEPTH) return false
  if (isColorList(source)) return source.some((item) => holdsColor(item, depth + 1))
  if (!isRecord(source)) {
    return Array.isArray(source) ? readColor(source) !== null : isSure('', source)
  }
  if (readColor(source) !== null) return true
  return Object.entries(source).some(
    ([key, value]) => !ASIDE.test(key) && (isSure(key, value) || holdsColor(value, depth + 1)),
  )
}

/** Whether a text is a color: `red` and `facade` are only where their field says so. */
function isSure(key: string, value: unknown): boolean {
  if (typeof value !== 'string') return false
  const text = value.trim()
  const telling = /hex|colou?r|rgb|hsl|value|swatch/i.test(key) || VARIANT.test(key)
  const isWritten = /^#\s*(?:[0-9a-f]{3}$|.*[a-f]|[0-9a-f]{6})|\(|^0x/i.test(text)
  const isNumber = /^\d+$/.test(text) && text.length !== 6
  return ((telling && !isNumber) || isWritten) && readColor(text) !== null
}

/** The groups of what stands in a record, whose own palette counts first. */
function groupsOf(record: JsonRecord, place: Place): readonly string[] {
  const told = firstOf(record, PALETTE_KEYS)
  const palette = isRecord(told) ? ownName(told) : nameOf(told)
  return palette === null ? place.groups : [palette]
}

/** The groups as the name of a palette; a slash in one of them is none between two. */
function pathOf(groups: readonly string[]): string | null {
  if (groups.length === 0) return null
  return groups.map((group) => group.replace(/\//g, '∕')).join('/')
}

export function isOfOtherKit(record: JsonRecord, kitId: string | null): boolean {
  if (kitId === null) return false
  const id = idIn(firstOf(record, ['brand_kit_id', 'kit_id', 'brand_kit']))
  return id !== null && id !== kitId
}
