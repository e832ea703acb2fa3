import type { Envelope, PageLinks } from './settings.ts'

export interface Pages {
  /** Items on one. */
  readonly pageSize: number
  readonly links: PageLinks
}

/** A list's reply: all of it or one page, in the shape that was asked for, each item as shown. */
export function wrap<T>(
  items: readonly T[],
  show: (item: T) => unknown,
  envelope: Envelope,
  url: URL,
  { pageSize, links: pageLinks }: Pages,
): unknown {
  const page = readPage(url, envelope)
  const lastPage = Math.max(1, Math.ceil(items.length / pageSize))
  const all = (): readonly unknown[] => items.map((item) => show(item))
  const data = items.slice((page - 1) * pageSize, page * pageSize).map((item) => show(item))
  const first = (): unknown => items.slice(0, 1).map((item) => show(item))[0] ?? {}
  const next = page < lastPage ? page + 1 : null
  const link = (to: number | null): string | null => {
    if (to === null) return null
    const target = new URL(pageLinks === 'foreign' ? `http://internal:8080/v1${url.pathname}` : url)
    if (pageLinks === 'laravel') target.search = ''
    target.searchParams.set('page', String(to))
    return target.href
  }
  const links = {
    first: link(1),
    last: link(lastPage),
    prev: link(page > 1 ? page - 1 : null),
    next: link(next),
  }
  const count = {
    current_page: page,
    from: data.length === 0 ? null : (page - 1) * pageSize + 1,
    last_page: lastPage,
    path: `${url.origin}${url.pathname}`,
    per_page: pageSize,
    to: data.length === 0 ? null : (page - 1) * pageSize + data.length,
    total: items.length,
  }
  const paginator = {
    ...count,
    data,
    first_page_url: links.first,
    last_page_url: links.last,
    next_page_url: links.next,
    prev_page_url: links.prev,
  }
  switch (envelope) {
    case 'bare':
      return all()
    case 'data':
      return { data: all() }
    case 'success-data':
      return { success: true, message: '', data: all() }
    case 'nested-paginator':
      return { success: true, message: '', data: paginator }
    case 'api-resource':
      return { data, links, meta: count }
    case 'raw-paginator':
      return paginator
    case 'cursor':
      return {
        data,
        meta: {
          path: count.path,
          per_page: pageSize,
          next_cursor: next === null ? null : toCursor(next),
          prev_cursor: page > 1 ? toCursor(page - 1) : null,
        },
      }
    case 'next-page-url':
      return { data, next_page_url: links.next }
    case 'looping':
      return { data, next_page_url: link(1) }
    case 'object':
      return first()
    case 'data-object':
      return { success: true, message: '', data: first() }
  }
}

function readPage(url: URL, envelope: Envelope): number {
  const text =
    envelope === 'cursor'
      ? Buffer.from(url.searchParams.get('cursor') ?? '', 'base64url')
          .toString()
          .replace('page:', '')
      : url.searchParams.get('page')
  const page = Number(text)
  return Number.isInteger(page) && page > 0 ? page : 1
}

function toCursor(page: number): string {
  return Buffer.from(`page:${page}`).toString('base64url')
}
