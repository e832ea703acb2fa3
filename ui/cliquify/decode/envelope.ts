import { isOnlyTalk } from '../../../shared/cliquify/reply.ts'
import {
  firstFound,
  firstOf,
  flagOf,
  idOf,
  isFilled,
  isNamed,
  isRecord,
  numberOf,
  own,
  type JsonRecord,
} from '../../../shared/cliquify/value.ts'
import { isAboutColor } from './color-value.ts'
import { withoutJsonApi } from './json-api.ts'

/** Where the next page is: a URL as the server wrote it, or a query parameter of the same list. */
export type NextPage =
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'query'; readonly name: string; readonly value: string }

function inQuery(name: string, value: string | number): NextPage {
  return { type: 'query', name, value: String(value) }
}

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
  /** Whether it has a field for what follows, though there may be nothing in it. */
  readonly saysWhetherMore: boolean
}

/** Deeper than any known envelope, so that a hostile reply ends. */
const MAX_DEPTH = 6
/** Where a wrapper tells of its pages: `meta.pagination.links.next` is the deepest known. */
const PLACE_DEPTH = 3
const PLACE = /meta|pag(?:e|ing|inat)|cursor|links|errors/i
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
    const known = innerOf(content, names)
    const inner = known === undefined ? onlyListIn(content, names) : known
    if (inner === undefined && isOnlyTalk(content)) {
      return own(content, 'success') === true ? nothing() : null
    }
    if (inner === undefined) {
      const listed = fromNumberedKeys(content)
      const whole = withoutJsonApi(content)
      return { content: listed ?? (isRecord(whole) ? whole : content), ...pagesOf(wrappers) }
    }
    wrappers.push(content)
    if (inner === null) return nothing()
    content = inner
  }
  return null
}

function nothing(): Payload {
  return { content: [], ...pagesOf([]) }
}

/** What a wrapper holds; null where it says that there is nothing, undefined where it is none. */
function innerOf(record: JsonRecord, names: readonly string[]): unknown {
  const under = (keys: readonly string[]): readonly object[] =>
    keys
      .map((key) => own(record, key))
      .filter((value) => typeof value === 'object' && value !== null)
  const general = under(GENERAL_KEYS)
  const named = under(names)
  // Two lists side by side, such as colors and palettes: neither is all that there is.
  if (!general.some(isFilled) && named.filter(isFilled).length > 1) {
    if (named.every(Array.isArray)) return undefined
  }
  const found = [...general, ...named]
  if (found.length > 0) return found.find(isFilled) ?? found[0]
  return record['data'] === null ? null : undefined
}

/**
 * The only list in a wrapper that is called otherwise. Colors may be grouped by any name, and are found
 * where they are.
 */
function onlyListIn(record: JsonRecord, names: readonly string[]): unknown {
  const lists = Object.entries(record).filter(
    ([key, value]) =>
      !PLACE.test(key) &&
      (Array.isArray(value) || (isRecord(value) && typeof innerOf(value, names) === 'object')),
  )
  const list: unknown = lists.length === 1 && !isNamed(record) ? lists[0]?.[1] : undefined
  if (!Array.isArray(list)) return list
  return list.length > 0 && list.every((item) => isRecord(item) && !isAboutColor(item))
    ? list
    : undefined
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
    for (const [key, inner] of Object.entries(place)) {
      if (PLACE.test(key) && isRecord(inner)) add(inner, depth + 1)
    }
  }
  for (const wrapper of [...wrappers].reverse()) add(wrapper, 0)
  const stated = places.flatMap(nextsIn)
  return {
    next:
      stated.find(({ type }) => type === 'url') ??
      stated.find((next) => next.type === 'query' && next.name !== 'page') ??
      stated[0] ??
      firstFound(places, pageOf),
    pageSize: firstFound(places, pageSizeOf),
    // A count may be that of the page.
    total:
      firstFound(places, totalOf) ?? firstFound(places, (place) => numberIn(place, /^count$/i)),
    isPlaced: places.some(isPlaced),
    saysWhetherMore: places
      .flatMap((place) => Object.keys(place))
      .some((key) => NEXT.test(key) || MORE.test(key)),
  }
}

/** Fields that lead to the next page; what they hold is a query parameter where it is no address. */
const NEXT =
  /^(?:@odata\.)?next_?(?:(?:page_?)?(?:url|link)|(page|cursor|offset|skip|after|(?:page_?)?token))?$/i

/** `next_page_url`, `nextPageToken`, `links: [{ rel: "next", href }]`, `pageInfo: { endCursor }`. */
function nextsIn(place: JsonRecord): readonly NextPage[] {
  const { links } = place
  const rel = Array.isArray(links)
    ? (links as readonly unknown[]).find((link) => isRecord(link) && link['rel'] === 'next')
    : undefined
  const after = own(place, saysMore(place) ? 'end_cursor' : 'after')
  const entries = [...Object.entries(place), ['next', rel], ['next_after', after]] as const
  return entries.flatMap(([key, value]): readonly NextPage[] => {
    const field = NEXT.exec(key)
    const text = idOf(isRecord(value) ? firstOf(value, ['href', 'url']) : value)
    if (field === null || text === null) return []
    if (/^(?:[a-z][a-z0-9+.-]*:|[/?.])|\?/i.test(text)) return [{ type: 'url', url: text }]
    const [, name = 'page'] = field
    if (!/^page$/i.test(name)) {
      return [inQuery(name.charAt(0).toLowerCase() + name.slice(1), text)]
    }
    // A bare word is a cursor.
    return [inQuery(numberOf(text) === null ? 'cursor' : 'page', text)]
  })
}

/** The first number in a field of such a name. */
function numberIn(place: JsonRecord, name: RegExp): number | null {
  return firstFound(Object.keys(place), (key) => (name.test(key) ? numberOf(place[key]) : null))
}

const CURRENT = /^(?:current_?)?page(?:_?no|_?number)?$|^number$/i
const LAST = /^(?:last_?page|(?:total|num)_?pages?|pages|page_?count)$/i
const TOTAL = /^total(?!_?pages?$)/i
const SIZE = /^(?:(?:items_?)?per_?page|(?:page_?)?size|limit)$/i
const OFFSET = /^(?:offset|skip)$/i
const MORE = /^has_?(?:more|next)/i

function pageOf(place: JsonRecord): NextPage | null {
  const total = totalOf(place)
  const perPage = pageSizeOf(place) ?? 0
  const isCounted = total !== null && perPage > 0
  const current = numberIn(place, CURRENT)
  const offset = numberIn(place, OFFSET)
  if (current !== null) {
    const last = numberIn(place, LAST) ?? (isCounted ? total / perPage : null)
    const isMore = last === null ? saysMore(place) : current < last
    return isMore ? inQuery('page', current + 1) : null
  }
  // Pages that are counted in items: `{ offset: 0, limit: 50, total: 300 }`.
  if (offset === null || !isCounted || offset + perPage >= total) return null
  return inQuery('offset', offset + perPage)
}

function isPlaced(place: JsonRecord): boolean {
  return (numberIn(place, CURRENT) ?? numberIn(place, OFFSET)) !== null
}

function saysMore(place: JsonRecord): boolean {
  return Object.entries(place).some(([key, value]) => MORE.test(key) && flagOf(value) === true)
}

function totalOf(place: JsonRecord): number | null {
  return saysMore(place) ? Infinity : numberIn(place, TOTAL)
}

function pageSizeOf(place: JsonRecord): number | null {
  return numberIn(place, SIZE)
}
