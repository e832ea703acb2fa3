import { setMaxListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Client, Next } from '../../../ui/cliquify/client.ts'
import type { Cliquify } from '../../cliquify/server.ts'
import { useCliquify } from '../../cliquify/use-cliquify.ts'
import { times } from '../../deep.ts'
import { connected, failureOf, patience } from './connected.ts'

const CALLS = times(120, 500)
const MINUTE = 60_000

const api = useCliquify({
  settings: { assetCount: 600, pageSize: 1 },
  // The stand-in must go by the clock that runs ahead, too.
  now: () => Date.now(),
})
/** Requests that are under way: they take real time, during which the clock must stand still. */
let underWay = 0
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  underWay = 0
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    underWay++
    return fetch(...request).finally(() => underWay--)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What the product does: the documented limit is 60 a minute. */
const AS_SHIPPED = { requestsPerMinute: 55, backoffMs: 500, apiTimeoutMs: 10 * MINUTE }

/** Lets the clock run, and real requests in between, until all is done; the time that it took. */
async function runUntil(done: Promise<unknown>): Promise<number> {
  const began = Date.now()
  const running = new Set([done])
  const over = (): void => running.clear()
  done.then(over, over)
  while (running.size > 0) {
    // Replies are read after that, and lead to the next requests.
    for (let turn = 0; turn < 12 || underWay > 0; turn++) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    await vi.advanceTimersByTimeAsync(500)
  }
  return Date.now() - began
}

const served = (): Cliquify['requests'] =>
  api.requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/api/'))

function pageAt(at: number): Next {
  return { url: `${api.origin}/api/assets?page=${at + 1}`, read: [], print: null, total: null }
}

/** Asks for each of many pages, once. */
function askForPages(client: Client): Promise<readonly string[]> {
  const pages = Array.from({ length: CALLS }, (_, at) => pageAt(at))
  return Promise.all(
    pages.map(async (page) => {
      const { items } = await client.assets(page, patience())
      return items.map(({ id }) => id).join()
    }),
  )
}

function busiestMinute(): number {
  const times = served().map(({ at }) => at)
  return Math.max(
    ...times.map((end) => times.filter((at) => at > end - MINUTE && at <= end).length),
  )
}

function expectEachOnce(found: readonly string[]): void {
  expect(found).toEqual(api.brand.assets.slice(0, CALLS).map(({ id }) => String(id)))
  const answered = served().filter(({ status, path }) => status === 200 && path === '/api/assets')
  expect(answered.map(({ query }) => query)).toHaveLength(CALLS)
  expect(new Set(answered.map(({ query }) => query)).size).toBe(CALLS)
}

describe(`${CALLS} calls at once`, () => {
  it('never go over the documented limit, and let what people wait for go first', async () => {
    api.configure({ rateLimit: 60 })
    const { client } = await connected(api.origin, { limits: AS_SHIPPED })
    const waits: number[] = []
    client.onWait((milliseconds) => waits.push(milliseconds))
    const found = askForPages(client)
    const kits = client.brandKits(patience())
    await runUntil(Promise.all([found, kits]))
    expectEachOnce(await found)
    expect(busiestMinute()).toBeLessThanOrEqual(55)
    expect(served().filter(({ status }) => status !== 200)).toEqual([])
    // A few pages were under way already when the kits were asked for.
    expect(served().findIndex(({ path }) => path === '/api/brand-kits')).toBeLessThan(10)
    const fullMinutes = Math.floor(CALLS / AS_SHIPPED.requestsPerMinute) - 1
    expect(waits.length).toBeGreaterThan(fullMinutes * 30)
    expect(waits.at(-1)).toBe(0)
  }, 60_000)

  it.each(['seconds', 'date', 'none'] as const)(
    'all come through a minute of refusals (Retry-After: %s), none lost, none doubled',
    async (retryAfter) => {
      const { client } = await connected(api.origin, {
        limits: { ...AS_SHIPPED, requestsPerMinute: 5000 },
      })
      const effect = { type: 'rate-limited', seconds: 1, retryAfter } as const
      api.addFault({ path: '/api/*', effect })
      setTimeout(() => api.clearFaults(), MINUTE)
      const found = askForPages(client)
      const took = await runUntil(found)
      expectEachOnce(await found)
      expect(took).toBeGreaterThanOrEqual(MINUTE)
      expect(took).toBeLessThan(3 * MINUTE)
      // Refused over and over, it asks more and more rarely.
      expect(served().filter(({ status }) => status === 429).length).toBeLessThan(100)
    },
    60_000,
  )

  it('are forgotten as soon as the screen that asked for them is left', async () => {
    const { client } = await connected(api.origin, { limits: AS_SHIPPED })
    const leave = new AbortController()
    setMaxListeners(CALLS, leave.signal)
    const calls = Array.from({ length: CALLS }, (_, at) =>
      failureOf(client.assets(pageAt(at), leave.signal)),
    )
    leave.abort()
    await runUntil(Promise.all(calls))
    expect(new Set((await Promise.all(calls)).map(({ kind }) => kind))).toEqual(
      new Set(['cancelled']),
    )
    await vi.advanceTimersByTimeAsync(3 * MINUTE)
    expect(served().length).toBeLessThan(10)
  })

  it('for one and the same page are one request', async () => {
    const { client } = await connected(api.origin, { limits: AS_SHIPPED })
    const calls = Promise.all(Array.from({ length: CALLS }, () => client.assets(null, patience())))
    await runUntil(calls)
    expect(new Set((await calls).map(({ items }) => items[0]?.id)).size).toBe(1)
    expect(served()).toHaveLength(1)
  })
})
