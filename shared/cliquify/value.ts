/** Small readers of undocumented JSON: they take what they recognise and never throw. */

import { plainText } from '../plain-text.ts'

export type JsonRecord = Readonly<Record<string, unknown>>

/** Longest name that is kept, in characters. */
const MAX_NAME = 200

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The record that a value is; empty where it is none. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {}
}

/** Whether a value is a list or a record with anything in it. */
export function isFilled(value: unknown): value is object {
  return typeof value === 'object' && Object.keys(value ?? {}).length > 0
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/**
 * A record's own value by a key in snake case, which it may also write in camel case; null counts as
 * absent, and inherited names such as `constructor` too.
 */
export function own(record: JsonRecord, key: string): unknown {
  return valueAt(record, key) ?? valueAt(record, camelCase(key)) ?? undefined
}

function valueAt(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function camelCase(key: string): string {
  return key.replace(/\B_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** The first of these fields that is there. */
export function firstOf(record: JsonRecord, keys: readonly string[]): unknown {
  for (const key of keys) {
    const value = own(record, key)
    if (value !== undefined) return value
  }
  return undefined
}

/** What is read of the first of these of which something can be. */
export function firstFound<T, Found>(
  all: readonly T[],
  read: (one: T) => Found | null,
): Found | null {
  for (const one of all) {
    const found = read(one)
    if (found !== null) return found
  }
  return null
}

/** What is read of the first of these fields of which something can be. */
export function readFirst<Found>(
  record: JsonRecord,
  keys: readonly string[],
  read: (value: unknown) => Found | null,
): Found | null {
  return firstFound(keys, (key) => read(own(record, key)))
}

/** An item of a list, with the key under which it stood where the list is keyed. */
export type Item = readonly [key: string | null, item: unknown]

/** The items of a list or of a record that is one; what is `one` by itself is the only item. */
export function itemsOf(content: unknown, isOne: (record: JsonRecord) => boolean): readonly Item[] {
  if (Array.isArray(content)) return content.map((item: unknown) => [null, item])
  if (isRecord(content) && !isOne(content)) return Object.entries(content)
  return content === null || content === undefined ? [] : [[null, content]]
}

/** An id: a number, or a text that is not blank. */
export function idOf(value: unknown): string | null {
  const id = written(value).trim()
  return id === '' || id.length > 2000 ? null : id
}

/** A text, or a number as one; empty for anything else. */
function written(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  return typeof value === 'string' ? value : ''
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)
}

/** The id of a record under its usual names. */
export function ownId(record: JsonRecord): string | null {
  return readFirst(record, ['id', 'uuid', '_id'], idOf)
}

/** The id of what a field stands for: it is the field itself, or that of the record in it. */
export function idIn(value: unknown): string | null {
  return isRecord(value) ? ownId(value) : idOf(value)
}

/** Whether a value is a record that has an id or a name. */
export function isNamed(value: unknown): boolean {
  return isRecord(value) && (ownId(value) ?? ownName(value)) !== null
}

const YES: readonly unknown[] = [true, 1, '1', 'true']
const NO: readonly unknown[] = [false, 0, '0', 'false']

/** Yes or no, however a server writes it; null for anything else. */
export function flagOf(value: unknown): boolean | null {
  if (YES.includes(value)) return true
  return NO.includes(value) ? false : null
}

/** A number, also where it was written as a text. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || value.trim() === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

/** What PHP escapes for HTML, as it was: `Logo &amp; Co`, `Tom&#039;s`. */
function withoutEntities(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, '&')
}

/** A name for people: one line, no control characters, cut where it is absurdly long. */
export function nameOf(value: unknown): string | null {
  const name = plainText(withoutEntities(written(value)), MAX_NAME)
  return name === '' ? null : name
}

/** A file may be kept by another name than it came with. */
const NAME_KEYS = ['name', 'title', 'label', 'original_name', 'file_name', 'filename']

/** The name of a record under its usual names. */
export function ownName(record: JsonRecord): string | null {
  return readFirst(record, NAME_KEYS, toldName)
}

/** A name, or the first of its translations: `{ en: "Summer", de: "Sommer" }`. */
function toldName(value: unknown): string | null {
  if (!isRecord(value)) return nameOf(value)
  const isTranslated = Object.keys(value).every((key) => /^[a-z]{2}(?![a-z])/i.test(key))
  return isTranslated ? firstFound(Object.values(value), nameOf) : null
}

/** `06 May 2024 07:08 GMT`, `May 6, 2024`: the month is a word, so that no day is one; in UTC. */
const WORDED_DATE = /(?:\d [a-z]+|[a-z]+ \d+,) \d{4}[^-+]*$/i

/**
 * ISO 8601 in UTC. A date without a time zone is UTC; a number is seconds or milliseconds, unless
 * its eight digits are those of a date. PHP may write `{ date, timezone }`.
 */
export function dateOf(value: unknown): string | null {
  if (isRecord(value)) return dateOf(`${written(value['date'])} ${written(value['timezone'])}`)
  const told = written(value).trim().slice(0, 40)
  const text = told.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  const number = numberOf(text)
  if (number !== null) return isoOf(number < 1e11 ? number * 1000 : number)
  if (WORDED_DATE.test(text)) return isoOf(Date.parse(`${text} UTC`))
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(.*)$/.exec(text)
  if (parts === null) return null
  const [, day = '', time = '00:00:00', zone = ''] = parts
  const offset = /^(?:utc)?$/i.test(zone) ? 'Z' : zone.replace(/^[-+]\d\d$/, '$&:00')
  return isoOf(Date.parse(`${day}T${time}${offset}`))
}

function isoOf(milliseconds: number): string | null {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
