import type { BrandColor, Decoded, Skipped } from '../../../shared/brand.ts'
import { hexOf } from '../../../shared/color.ts'
import { isColorRecord, readColor, writtenValue } from './color-value.ts'
import {
  firstOf,
  idOf,
  isRecord,
  nameForSkipped,
  nameOf,
  own,
  ownId,
  ownName,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'

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

const NESTED_KEYS = [
  ...COLOR_LISTS,
  'groups',
  'color_groups',
  'swatches',
  'shades',
  'items',
  'values',
  'data',
]
const PALETTE_KEYS = ['palette', 'palette_name', 'group', 'group_name', 'category']
/** Palettes within palettes: deeper nesting is no brand kit. */
const MAX_DEPTH = 8

interface Place {
  readonly palette: string | null
  /** The key under which it stood, where it was keyed by name. */
  readonly name: string | null
  readonly depth: number
}

/**
 * Reads colors in any of their shapes: objects, bare values, values by name, palettes.
 * `kitId` leaves out colors that say they belong to another kit.
 */
export function decodeColors(content: unknown, kitId: string | null = null): Decoded<BrandColor> {
  const items: BrandColor[] = []
  const skipped: Skipped[] = []

  function skip(source: unknown, place: Place, reason: string): void {
    const name = nameForSkipped(source, nameOf(place.name), items.length + skipped.length + 1)
    skipped.push({ name, reason })
  }

  function readOne(source: unknown, place: Place): void {
    const color = readColor(source)
    if (color === null) {
      skip(source, place, unreadable(source))
      return
    }
    const record = isRecord(source) ? source : {}
    items.push({
      id: ownId(record) ?? idOf(own(record, 'color_id')),
      name: ownName(record) ?? nameOf(place.name) ?? hexOf(color.value),
      palette: paletteOf(record) ?? place.palette,
      ...color,
    })
  }

  function walkRecord(record: JsonRecord, place: Place): void {
    if (isOfOtherKit(record, kitId)) return
    if (isColorRecord(record) && !isPalette(record)) {
      readOne(record, place)
      return
    }
    const nested = NESTED_KEYS.map((key) => own(record, key)).filter(
      (value) => typeof value === 'object',
    )
    if (nested.length > 0) {
      const palette = ownName(record) ?? nameOf(place.name) ?? place.palette
      for (const list of nested) walk(list, { palette, name: null, depth: place.depth + 1 })
      return
    }
    const entries = namedColors(record)
    if (entries.length === 0) {
      if (Object.keys(record).length > 0) skip(record, place, 'It has no color value.')
      return
    }
    const palette = nameOf(place.name) ?? place.palette
    for (const [key, value] of entries) walk(value, { palette, name: key, depth: place.depth + 1 })
  }

  function walk(source: unknown, place: Place): void {
    if (place.depth > MAX_DEPTH) {
      skip(source, place, 'It is nested too deeply to be read.')
      return
    }
    if (Array.isArray(source) && !isChannels(source)) {
      const palette = nameOf(place.name) ?? place.palette
      for (const item of source) walk(item, { palette, name: null, depth: place.depth + 1 })
    } else if (isRecord(source)) walkRecord(source, place)
    else readOne(source, place)
  }

  walk(content, { palette: null, name: null, depth: 0 })
  return { items, skipped }
}

/** Whether a record that has a color's fields holds a list of colors in one of them. */
function isPalette(record: JsonRecord): boolean {
  const nested = firstOf(record, COLOR_LISTS)
  // An object under `palette` may be what the color belongs to.
  if (Array.isArray(nested)) return true
  if (typeof nested === 'object' && readColor(record) === null) return true
  const value = own(record, 'value') ?? own(record, 'color')
  return Array.isArray(value) && !isChannels(value)
}

/**
 * The entries of a record of colors by name. One that has an id or a name of its own also has other
 * fields: then only what is surely a color counts.
 */
function namedColors(record: JsonRecord): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(record)
  const isPlain = ownId(record) === null && ownName(record) === null
  if (isPlain) return entries
  // An id such as "1108" could be read as a hex color, too.
  return entries.filter(([key, value]) => {
    const isNumber = typeof value === 'string' && /^\d+$/.test(value.trim())
    return (
      !isNumber && !/(?:^|_)(?:u?uid|id|name|title|label)$/i.test(key) && readColor(value) !== null
    )
  })
}

function paletteOf(record: JsonRecord): string | null {
  const palette = firstOf(record, PALETTE_KEYS)
  return isRecord(palette) ? ownName(palette) : nameOf(palette)
}

/** `[10, 132, 255]`: one color, not three. */
function isChannels(source: readonly unknown[]): boolean {
  return (
    (source.length === 3 || source.length === 4) && source.every((part) => typeof part === 'number')
  )
}

export function isOfOtherKit(record: JsonRecord, kitId: string | null): boolean {
  if (kitId === null) return false
  const kit = firstOf(record, ['brand_kit_id', 'brandKitId', 'kit_id', 'brand_kit'])
  const id = isRecord(kit) ? ownId(kit) : idOf(kit)
  return id !== null && id !== kitId
}

function unreadable(source: unknown): string {
  const written = writtenValue(source)
  if (written === null || written.trim() === '') return 'It has no color value.'
  if (/gradient\(/i.test(written)) return 'It is a gradient, and only plain colors can be synced.'
  return `“${nameOf(written.slice(0, 40)) ?? ''}” is not a color that can be read.`
}
