import type { NextPage, Payload } from './decode/envelope.ts'

/** Items that a page is asked to hold. */
const MOST_ITEMS = 100
/** Items that a page of Laravel's holds where it is not asked, or does not hear it. */
const LARAVEL_ITEMS = 15
const SIZE = 'per_page'

/** The address of a list's first page, which asks for large pages. */
export function sized(url: string): string {
  const address = new URL(url)
  address.searchParams.set(SIZE, String(MOST_ITEMS))
  return address.href
}

/** The address as it is where no size is asked for. */
export function unsized(url: string): string {
  const address = new URL(url)
  if (!address.searchParams.has(SIZE)) return url
  address.searchParams.delete(SIZE)
  return address.href
}

/**
 * How many items the pages after this one are asked to hold; null where no size was asked for.
 * `first` is what the first page held: the size that was asked for may be ignored, or be too much.
 */
export function sizeOf(url: string, first: Payload | null): number | null {
  const asked = Number(new URL(url).searchParams.get(SIZE))
  if (!Number.isInteger(asked) || asked < 1) return null
  if (first === null) return asked
  const { pageSize, content } = first
  const held = pageSize ?? (Array.isArray(content) ? content.length : asked)
  return held >= 1 ? Math.min(Math.floor(held), asked) : asked
}

/**
 * The address of the page after the one at `url`: always the list's own, whatever host and path its
 * link names, for behind a gateway both can be foreign. Laravel leaves the size out of its links.
 * Null where a link has no query, and so tells of no other page.
 */
export function followingAddress(next: NextPage, url: string, size: number | null): string | null {
  const address = new URL(url)
  if (next.type === 'url') {
    const query = /\?([^#]+)/.exec(next.url)?.[1]
    if (query === undefined) return null
    address.search = query
  } else {
    address.searchParams.delete(SIZE)
    address.searchParams.set(next.name, next.value)
  }
  if (size !== null && !address.searchParams.has(SIZE)) {
    address.searchParams.set(SIZE, String(size))
  }
  return address.href
}

/**
 * The page after one of a list that tells only how much there is, and never where it is; after one that
 * is full where it tells nothing at all. Null at its end.
 */
export function countedNext(payload: Payload, url: string): NextPage | null {
  const { content, pageSize, total, isPlaced, saysWhetherMore } = payload
  const { searchParams } = new URL(url)
  const isCounted = [...searchParams.keys()].every((key) => key === SIZE || key === 'page')
  if (!isCounted || isPlaced || !Array.isArray(content) || content.length === 0) return null
  const page = Number(searchParams.get('page') ?? 1)
  // The last one holds fewer, and the first one is asked for more than there may be.
  const asked = page === 1 ? null : searchParams.get(SIZE)
  const isMore =
    total === null
      ? !saysWhetherMore && [MOST_ITEMS, LARAVEL_ITEMS].includes(content.length)
      : page * (pageSize ?? Number(asked ?? content.length)) < total
  return isMore ? { type: 'query', name: 'page', value: String(page + 1) } : null
}
