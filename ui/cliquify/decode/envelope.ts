import { isOnlyTalk } from '../../../shared/cliquify/reply.ts'
import {
  firstFound,
  firstOf,
  flagOf,
  idOf,
  isNamed,
  isRecord,
  numberOf,
  own,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'
import { withoutJsonApi } from './json-api.ts'

/** Where the next page is: a URL as the server wrote it, or a query parameter of the same list. */
export type NextPage =
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'query'; readonly name: 'page' | 'cursor' | 'offset'; readonly value: string }

/** A reply without its wrapping. */
export interface Payload {
  /** An array, or whatever record stood where an array was expected. */
  readonly content: readonly unknown[] | JsonRecord
  readonly next: NextPage | null
  /** Items on a full page, as the server says; null where it does not. */
  readonly pageSize: number | null
  /** Items in all; infinite where it says only that there are more, null where it says nothing. */
  readonly total: number | null
  /** Whether it says which of them these are. */
  readonly isPlaced: boolean
}

/** Deeper than any known envelope, so that a hostile reply ends. */
const MAX_DEPTH = 6
/** Where a wrapper tells of its pages: `meta.pagination.links.next` is the deepest known. */
const PLACE_DEPTH = 3
const PLACE_KEYS = [
  'meta',
  'pagination',
  'paging',
  'page',
  'page_info',
  'cursor',
  'links',
  '_links',
]
const GENERAL_KEYS = ['data', 'items', 'results', 'records', 'list', 'rows']

/**
 * Unwraps a reply: a bare list, `{data}`, `{success, message, data}`, Laravel's paginators in all
 * their forms, or a list under its own name (`names`: "assets"). Null where there is nothing like it.
 * `isWhole`: whether a record is what is looked for, although something in it has such a name.
 */
export function unwrap(
  body: unknown,
  names: readonly string[],
  isWhole: (record: JsonRecord) => boolean = () => false,
): Payload | null {
  const wrappers: JsonRecord[] = []
  let content = body
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    if (Array.isArray(content)) {
      const items: readonly unknown[] = content
      return { content: items.map(withoutJsonApi), ...pagesOf(wrappers) }
    }
    if (!isRecord(content)) return null
    if (isWhole(content)) return { content, ...pagesOf([...wrappers, content]) }
    const inner = innerOf(content, names)
    if (inner === undefined && isOnlyTalk(content)) {
      return own(content, 'success') === true ? NOTHING : null
    }
    if (inner === undefined) {
      const listed = fromNumberedKeys(content)
      const whole = withoutJsonApi(content)
      return { content: listed ?? (isRecord(whole) ? whole : content), ...pagesOf(wrappers) }
    }
    wrappers.push(content)
    if (inner === null) return NOTHING
    content = inner
  }
  return null
}

const NOTHING: Payload = {
  content: [],
  next: null,
  pageSize: null,
  total: null,
  isPlaced: false,
}

/** What a wrapper holds; null where it says that there is nothing, undefined where it is none. */
function innerOf(record: JsonRecord, names: readonly string[]): unknown {
  const under = (keys: readonly string[]): readonly object[] =>
    keys
      .map((key) => own(record, key))
      .filter((value) => typeof value === 'object' && value !== null)
  const isFull = (value: object): boolean => Object.keys(value).length > 0
  const general = under(GENERAL_KEYS)
  const named = under(names)
  // Two lists side by side, such as colors and palettes: neither is all that there is.
  if (!general.some(isFull) && named.filter(isFull).length > 1) {
    if (named.every(Array.isArray)) return undefined
  }
  const found = [...general, ...named]
  if (found.length > 0) return found.find(isFull) ?? found[0]
  return record['data'] === null ? null : undefined
}

/** PHP writes a filtered list as an object: `{ "0": …, "2": … }`. */
function fromNumberedKeys(record: JsonRecord): readonly unknown[] | null {
  const entries = Object.entries(record)
  const numbered = entries.every(([key, value]) => /^\d+$/.test(key) && isNamed(value))
  return entries.length > 0 && numbered ? entries.map(([, value]) => value) : null
}

function pagesOf(wrappers: readonly JsonRecord[]): Omit<Payload, 'content'> {
  const places: JsonRecord[] = []
  const add = (place: JsonRecord, depth: number): void => {
    places.push(place)
    if (depth === PLACE_DEPTH) return
    for (const key of PLACE_KEYS) {
      const inner = own(place, key)
      if (isRecord(inner)) add(inner, depth + 1)
    }
  }
  for (const wrapper of [...wrappers].reverse()) add(wrapper, 0)
  return {
    next:
      firstFound(places, nextUrlOf) ?? firstFound(places, cursorOf) ?? firstFound(places, pageOf),
    pageSize: firstFound(places, pageSizeOf),
    total: firstFound(places, totalOf),
    isPlaced: places.some(isPlaced),
  }
}

const NEXT_URL_KEYS = ['next_page_url', 'next_url', 'next_link', 'next_page', 'next']

function nextUrlOf(place: JsonRecord): NextPage | null {
  const next = firstOf(place, NEXT_URL_KEYS)
  const told = isRecord(next) ? firstOf(next, ['href', 'url']) : next
  const url = typeof told === 'string' ? told.trim() : ''
  if (url === '' || numberOf(url) !== null) return null
  // A bare word under `next` is a cursor, not an address.
  return /^(?:[a-z][a-z0-9+.-]*:|[/?.])|\?/i.test(url)
    ? { type: 'url', url }
    : { type: 'query', name: 'cursor', value: url }
}

function cursorOf(place: JsonRecord): NextPage | null {
  const value = idOf(own(place, 'next_cursor'))
  return value === null ? null : { type: 'query', name: 'cursor', value }
}

function pageOf(place: JsonRecord): NextPage | null {
  const stated = numberOf(firstOf(place, ['next_page', 'next']))
  if (stated !== null) return { type: 'query', name: 'page', value: String(stated) }
  const total = totalOf(place)
  const perPage = pageSizeOf(place)
  const current = numberOf(firstOf(place, ['current_page', 'page']))
  if (current === null) return offsetOf(place, total, perPage)
  const counted = total !== null && perPage !== null && perPage > 0 ? total / perPage : null
  const last = numberOf(firstOf(place, LAST_PAGE_KEYS)) ?? counted
  const isMore = last === null ? saysMore(place) : current < last
  return isMore ? { type: 'query', name: 'page', value: String(current + 1) } : null
}

const LAST_PAGE_KEYS = ['last_page', 'total_pages', 'page_count', 'pages']

function isPlaced(place: JsonRecord): boolean {
  return numberOf(firstOf(place, ['current_page', 'page', 'offset', 'skip'])) !== null
}

function saysMore(place: JsonRecord): boolean {
  return flagOf(firstOf(place, ['has_more', 'has_more_pages', 'has_next'])) === true
}

function totalOf(place: JsonRecord): number | null {
  return saysMore(place) ? Infinity : numberOf(firstOf(place, ['total', 'total_count']))
}

function pageSizeOf(place: JsonRecord): number | null {
  return numberOf(firstOf(place, ['per_page', 'page_size', 'limit']))
}

/** Pages that are counted in items: `{ offset: 0, limit: 50, total: 300 }`. */
function offsetOf(
  place: JsonRecord,
  total: number | null,
  perPage: number | null,
): NextPage | null {
  const offset = numberOf(firstOf(place, ['offset', 'skip']))
  if (offset === null || total === null || perPage === null || perPage <= 0) return null
  const next = offset + perPage
  return next < total ? { type: 'query', name: 'offset', value: String(next) } : null
}
