import { withToken } from '../../shared/cliquify/api-request.ts'
import type { Skipped } from '../../shared/brand.ts'
import { cancelled, Trouble } from '../../shared/trouble.ts'
import type { Ask, ClientOptions, Next } from './client.ts'
import type { Connection } from './connection.ts'
import { unwrap, type Payload } from './decode/envelope.ts'
import { notOffered, type Call } from '../../shared/cliquify/errors.ts'
import type { JsonRecord } from '../../shared/cliquify/value.ts'
import {
  goneRecord,
  isRoutingMiss,
  isSuccess,
  statusOf,
  type Reply,
} from '../../shared/cliquify/reply.ts'
import { countedNext, followingAddress, sized, sizeOf, unsized } from './page-address.ts'
import { pageKey, printOf } from './page-print.ts'
import { errorOf, mayRefusePageSize } from '../../shared/cliquify/reply-errors.ts'
import { PRIORITY, type Priority } from '../../shared/cliquify/queue.ts'
import type { Resource } from '../../shared/cliquify/routes.ts'
import { candidates, NAMES, pathOf, type RouteMemory } from './routes.ts'
import { shareInFlight } from '../../shared/cliquify/share.ts'
import { untilAborted } from '../../shared/cliquify/timing.ts'

/** One page of a list, without its wrapping. */
export interface RawPage {
  readonly content: Payload['content']
  /** Null on the last. */
  readonly next: Next | null
  /** Whether the address named the kit, so that all of it belongs to that kit. */
  readonly isOfKit: boolean
  /** When Cliquify said so, where a relay had nothing newer. Milliseconds since the epoch. */
  readonly asOf?: number
}

/** A list, as it is asked for. */
export interface Asked {
  readonly resource: Resource
  readonly kitId: string | null
  /** Names under which the reply may hold the list. */
  readonly names: readonly string[]
  /** Whether a record is the list, although one of the names is in it. */
  readonly isWhole?: (record: JsonRecord) => boolean
  /** Whether nothing can be read of what is there: then it is not the list. */
  readonly isUnread?: (content: Payload['content']) => boolean
}

export interface ListRequest extends Asked {
  readonly signal: AbortSignal
  /** As usual by default. */
  readonly ask?: Ask | undefined
}

/** The lists of the API, page by page. */
export interface Lists {
  first(request: ListRequest): Promise<RawPage>
  /** The page that one before leads to. */
  following(request: ListRequest, next: Next): Promise<RawPage>
  /** Every page; stopped with an error where they never end. */
  all(request: ListRequest): Promise<readonly RawPage[]>
}

/** How a page is refused that there is not. */
const NO_SUCH_PAGE: readonly number[] = [400, 404, 422]

/** Of a list that is read as a whole, and of one that is read page by page. */
const MOST_SHORT_PAGES = 200
const MOST_PAGES = 5_000

export function openLists(
  origin: string,
  connection: Connection,
  routes: RouteMemory,
  cache: ClientOptions['cache'],
): Lists {
  const share = shareInFlight<Reply>()
  const { redact } = connection
  /** The lists whose server takes no page size. */
  const unsizable = new Set<Resource>()

  function get(url: string, request: ListRequest): Promise<Reply> {
    const { resource, ask = 'usual', signal } = request
    const { lifetime } = connection
    const call = callOf(request, url)
    const send = (shared: AbortSignal): Promise<Reply> =>
      connection.authorised(shared, (token) => {
        // A token that belongs to somebody else by now must not be used for this call.
        if (lifetime.aborted) throw cancelled()
        return connection.send({
          call,
          url,
          // With `no-store` the browser says `Cache-Control: no-cache`, which a relay heeds.
          init: { headers: withToken(token), cache: ask === 'anew' ? 'no-store' : cache },
          priority: priorityOf(resource),
          signal: shared,
        })
      })
    // Where nobody waits for it any more, it is broken off.
    return share(`${ask} ${url}`, signal, (shared) => untilAborted(send(shared), lifetime))
  }

  /** Asks for a page; once more without its size where the server refuses that. */
  async function ask(
    request: ListRequest,
    url: string,
  ): Promise<{ readonly reply: Reply; readonly url: string }> {
    const reply = await get(url, request)
    const plain = unsized(url)
    if (plain === url || !mayRefusePageSize(statusOf(reply), reply.body)) return { reply, url }
    unsizable.add(request.resource)
    return { reply: await get(plain, request), url: plain }
  }

  function read(
    request: ListRequest,
    reply: Reply,
    url: string,
    { read, print, isGuess = false }: Pick<Next, 'read' | 'print' | 'isGuess'>,
    isOfKit: boolean,
  ): RawPage {
    const status = statusOf(reply)
    const nothing = { content: [], next: null, isOfKit, ...heldSince(reply) }
    const { resource, names, isWhole, isUnread } = request
    const hasNoKit = resource === 'kits' && status === 404 && goneRecord(reply.body, '') !== null
    if (status === 204 || hasNoKit || (isGuess && NO_SUCH_PAGE.includes(status))) return nothing
    const payload = isSuccess(status) ? unwrap(reply.body, names, isWhole) : null
    if (payload === null || (print === null && isUnread?.(payload.content) === true)) {
      throw errorOf(callOf(request, url), reply, redact)
    }
    const { content, total } = payload
    const here = printOf(content)
    // Some paginators look neither at the page they are asked for nor at their end.
    if (here === print) {
      if (payload.next !== null && here !== '[]') throw astray(resource, url)
      return nothing
    }
    const next = payload.next ?? countedNext(payload, url)
    if (next === null) return { ...nothing, content }
    // The size of the first page goes for all: counted in other sizes, pages would leave items out.
    const size = sizeOf(url, print === null ? payload : null)
    const address = followingAddress(next, url, size)
    return {
      ...nothing,
      content,
      next: {
        url: address,
        read: [...read, pageKey(url)],
        print: here,
        total: total === Infinity ? null : total,
        isGuess: payload.next === null && total === null,
      },
    }
  }

  async function first(request: ListRequest): Promise<RawPage> {
    const { resource, kitId } = request
    let miss = new Trouble(notOffered(NAMES[resource]))
    for (const route of candidates(resource, routes.recall(resource))) {
      const path = pathOf(route, kitId)
      if (path === null) continue
      const plain = origin + path
      const { reply, url } = await ask(request, unsizable.has(resource) ? plain : sized(plain))
      if (isRoutingMiss(statusOf(reply), reply.body, path)) {
        miss = errorOf(callOf(request, url), reply, redact)
        continue
      }
      const page = read(request, reply, url, NOTHING_READ, route.includes('{id}'))
      routes.keep(resource, route)
      return page
    }
    throw miss
  }

  async function following(request: ListRequest, next: Next): Promise<RawPage> {
    const { resource } = request
    const { read: before, url } = next
    if (url === null || before.includes(pageKey(url)) || before.length >= MOST_PAGES) {
      throw astray(resource, url)
    }
    const asked = await ask(request, url)
    return read(request, asked.reply, asked.url, next, false)
  }

  return {
    first,
    following,
    async all(request) {
      let page = await first(request)
      const pages = [page]
      while (page.next !== null) {
        if (pages.length >= MOST_SHORT_PAGES) throw astray(request.resource, page.next.url)
        page = { ...(await following(request, page.next)), isOfKit: page.isOfKit }
        pages.push(page)
      }
      return pages
    },
  }
}

function callOf({ resource }: Asked, url: string): Call {
  return { type: 'api', what: NAMES[resource], line: `GET ${new URL(url).pathname}` }
}

/** Seconds for which a relay answers by itself. */
const FRESH_S = 60

/** Since when a relay has had the reply, where that is longer than it should. */
function heldSince({ headers }: Reply): Pick<RawPage, 'asOf'> {
  const age = Number(headers.get('age'))
  return age > FRESH_S ? { asOf: Date.now() - age * 1000 } : {}
}

const NOTHING_READ = { read: [], print: null }

/** The failure of a list whose pages never end; or that does not say where it goes on: `next` is null. */
function astray(resource: Resource, next: string | null): Trouble {
  const list = NAMES[resource]
  return new Trouble({
    kind: 'unexpected-reply',
    message: `Cliquify’s pages of ${list} lead nowhere, so loading was stopped. Try again; if it stays, tell your Cliquify administrator.`,
    details:
      next === null
        ? `${list}: the address of the next page has no query`
        : `GET ${new URL(next).pathname} was read before, or there are too many pages`,
  })
}

/** Items of a later page that an earlier one held already: the list moved while it was read. */
export function withoutRepeats<T>(
  pages: readonly { readonly items: readonly T[]; readonly skipped: readonly Skipped[] }[],
  idOf: (item: T) => string | null,
): { readonly items: readonly T[]; readonly skipped: readonly Skipped[] } {
  const seen = new Set<string | null>()
  const items = pages.flatMap((page) => {
    const added = page.items.filter((item) => !seen.has(idOf(item)))
    for (const item of added) seen.add(idOf(item))
    // What has no id cannot be told from another.
    seen.delete(null)
    return added
  })
  return { items, skipped: pages.flatMap((page) => page.skipped) }
}

function priorityOf(resource: Resource): Priority {
  if (resource === 'kits' || resource === 'colors' || resource === 'logos') return PRIORITY.kit
  return resource === 'assets' || resource === 'templates' ? PRIORITY.page : PRIORITY.background
}
