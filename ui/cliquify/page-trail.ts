import { endless, type RawPage } from './lists.ts'
import { pageKey, printOf, repeatOf } from './page-print.ts'
import type { Resource } from './routes.ts'

/**
 * Follows a list that is read page by page, in any order and more than once, and notices when its
 * pages lead back to one that they came from.
 */
export interface PageTrail {
  /** The address behind a `next`; throws where it leads in a circle. */
  addressOf(next: string): string
  next(page: RawPage): string | null
}

/** Marks a `next` that must not be followed: asking for it tells why, and keeps the page before. */
const CIRCLE = 'circle:'
const MAX_PAGES = 5_000

export function openPageTrail(resource: Resource): PageTrail {
  /** Each page, with the one that led to it. */
  const before = new Map<string, string>()
  const prints = new Map<string, string>()

  function isAncestor(address: string, of: string): boolean {
    let at: string | undefined = of
    for (let steps = 0; at !== undefined; steps++) {
      if (at === address || steps > MAX_PAGES) return true
      at = before.get(at)
    }
    return false
  }

  return {
    addressOf(next) {
      if (next.startsWith(CIRCLE)) throw endless(resource, next.slice(CIRCLE.length))
      return next
    },
    next(page) {
      const { url, next } = page
      if (next === null) return null
      const print = printOf(page)
      prints.set(pageKey(url), print)
      const repeat = repeatOf(print, prints.get(before.get(pageKey(url)) ?? ''))
      if (repeat === 'nothing') return null
      if (repeat === 'items') return CIRCLE + next
      if (isAncestor(pageKey(next), pageKey(url))) return CIRCLE + next
      before.set(pageKey(next), pageKey(url))
      return next
    },
  }
}
