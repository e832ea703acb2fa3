import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRelay, RUNTIMES, type OpenRelay } from './open-relay.ts'

const HOUR = 3_600_000

describe.each(RUNTIMES)('on %s', (runtime) => {
  let relay: OpenRelay
  let token: string
  beforeEach(async () => {
    relay = await openRelay(runtime)
    token = await relay.signIn('Ada')
  })
  afterEach(() => relay.close())

  const ageOf = (response: Response): number => Number(response.headers.get('age'))
  const get = (path: string, headers?: Record<string, string>): Promise<Response> =>
    relay.get(path, token, headers)

  describe('one relay for all', () => {
    it('asks for one token and each list once, however many ask for them cold', async () => {
      const paths = ['/api/brand-kits', '/api/assets', '/api/assets?page=2', '/api/folders']
      const replies = await Promise.all(
        Array.from({ length: 100 }, (_, at) => get(paths[at % paths.length] ?? '')),
      )
      expect(replies.every(({ status }) => status === 200)).toBe(true)
      expect(relay.upstream('/oauth/access-token')).toBe(1)
      expect(relay.upstream()).toBe(1 + paths.length)
    })

    it('keeps its token across a restart, and asks for a new one when it nears its end', async () => {
      await get('/api/folders')
      await relay.restart()
      await get('/api/tags')
      expect(relay.upstream('/oauth/access-token')).toBe(1)
      await relay.advanceClock(29.99 * 24 * HOUR)
      token = await relay.signIn('Ada')
      await relay.advanceClock(HOUR)
      expect((await get('/api/tags', { 'Cache-Control': 'no-cache' })).status).toBe(200)
      expect(relay.upstream('/oauth/access-token')).toBe(2)
    })

    it('gets a new token where Cliquify has taken back the one it had', async () => {
      await get('/api/folders')
      relay.cliquify.expireTokens()
      const replies = await Promise.all(['/api/tags', '/api/assets'].map((path) => get(path)))
      expect(replies.map(({ status }) => status)).toEqual([200, 200])
      expect(relay.upstream('/oauth/access-token')).toBe(2)
    })

    it('passes on no path that the plugin’s client does not have, nor any other method', async () => {
      for (const path of [
        '/api/users',
        '/api/brand-kits/11',
        '/api/brand-kits/..%2Fusers/colors',
        '/api/brand-kits/%2e%2e/colors',
        '/api/brand-kits/11%3F/colors',
        '/api/brand-kits/%252e/colors',
        '/api/assets/',
        '/api//assets',
        `/api/assets?page=${'1'.repeat(3000)}`,
      ]) {
        expect((await get(path)).status, path).toBe(404)
      }
      const posted = await fetch(`${relay.origin}/api/assets`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
      })
      expect(posted.status).toBe(404)
      expect((await get('/oauth/access-token')).status).toBe(404)
      expect(relay.upstream()).toBe(0)
    })

    it('asks Cliquify with its own token, whatever the caller sends along', async () => {
      await get('/api/assets', { Cookie: 'a=b', 'X-Forwarded-For': '10.0.0.1' })
      expect(relay.cliquify.requests.at(-1)).toMatchObject({ credentials: 'bearer-token' })
      expect((await fetch(`${relay.origin}/api/assets`)).status).toBe(401)
      expect((await relay.get('/api/assets', relay.cliquify.issueToken().text)).status).toBe(401)
    })
  })

  describe('what the relay remembers', () => {
    it('answers for a minute by itself, then with what it has while it asks anew', async () => {
      const before = await (await get('/api/brand-kits/11/colors')).text()
      relay.cliquify.edit({ type: 'change-color', kitId: 11, colorId: 1101, value: '#123456' })
      await relay.advanceClock(50_000)
      const fresh = await get('/api/brand-kits/11/colors')
      expect([await fresh.text(), ageOf(fresh)]).toEqual([before, 50])
      expect(relay.upstream('/api/brand-kits/11/colors')).toBe(1)

      await relay.advanceClock(HOUR)
      const stale = await get('/api/brand-kits/11/colors')
      expect(await stale.text()).toBe(before)
      expect(ageOf(stale)).toBeGreaterThan(3600)
      await expect
        .poll(async () => (await get('/api/brand-kits/11/colors')).text())
        .toContain('#123456')
      expect(relay.upstream('/api/brand-kits/11/colors')).toBe(2)
    })

    it('is asked past by who says so, as a sync does', async () => {
      await get('/api/brand-kits/11/colors')
      relay.cliquify.edit({ type: 'change-color', kitId: 11, colorId: 1101, value: '#123456' })
      const usual = await get('/api/brand-kits/11/colors')
      expect(await usual.text()).not.toContain('#123456')
      const anew = await get('/api/brand-kits/11/colors', { 'Cache-Control': 'no-cache' })
      expect([await anew.text(), ageOf(anew)]).toEqual([expect.stringContaining('#123456'), 0])
    })

    it('says 304 to who has it already', async () => {
      const first = await get('/api/folders')
      const etag = first.headers.get('etag') ?? ''
      const again = await get('/api/folders', { 'If-None-Match': `"other", W/${etag}` })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect((await get('/api/folders', { 'If-None-Match': '"other"' })).status).toBe(200)
    })

    it.each([
      ['cannot be reached', () => relay.cliquify.setOffline(true)],
      ['answers with a gateway’s page', () => fault({ type: 'html', status: 502 })],
      ['answers with a login page', () => fault({ type: 'html', status: 200 })],
      ['sends elsewhere', () => fault({ type: 'redirect', to: 'http://169.254.169.254/' })],
      ['refuses for a while', () => fault({ type: 'rate-limited', seconds: 30 })],
    ])('has the brand for a day, with its age, while Cliquify %s', async (_, fail) => {
      const before = await (await get('/api/assets')).text()
      fail()
      await relay.advanceClock(HOUR)
      for (const headers of [{}, { 'Cache-Control': 'no-cache' }]) {
        const kept = await get('/api/assets', headers)
        expect([kept.status, await kept.text()]).toEqual([200, before])
        expect(ageOf(kept)).toBeGreaterThanOrEqual(3600)
      }
      await relay.restart()
      expect((await get('/api/assets')).status).toBe(200)
      await relay.advanceClock(24 * HOUR)
      expect((await get('/api/assets')).status).toBeGreaterThanOrEqual(429)
    })

    it('keeps a list that Cliquify does not have in mind, too', async () => {
      relay.cliquify.configure({ paths: { brandKits: 'second' } })
      for (let each = 0; each < 3; each++) {
        expect((await get('/api/brand-kits')).status).toBe(404)
      }
      expect(relay.upstream('/api/brand-kits')).toBe(1)
      expect((await get('/api/brand-kit')).status).toBe(200)
    })

    it('passes a list on that is larger than may be kept here', async () => {
      const data = Array.from({ length: 3000 }, (_, id) => ({ id, name: 'x'.repeat(700) }))
      fault({ type: 'status', status: 200, body: { success: true, data } })
      for (let each = 0; each < 2; each++) {
        const reply = (await (await get('/api/folders')).json()) as { data: unknown[] }
        expect(reply.data).toHaveLength(3000)
      }
      // A row of a Durable Object holds 2 MB.
      expect(relay.upstream('/api/folders')).toBe(runtime === 'Workers' ? 2 : 1)
    })

    it('remembers no refusal: what was wrong may be right in a moment', async () => {
      fault({ type: 'status', status: 403, body: { message: 'Token has no scope.' } }, 1)
      expect((await get('/api/assets')).status).toBe(403)
      expect((await get('/api/assets')).status).toBe(200)
    })
  })

  describe('the budget', () => {
    it('tells in a readable header when to come back, and goes on with what was asked for', async () => {
      fault({ type: 'rate-limited', seconds: 30 }, 1)
      const refused = await get('/api/assets')
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After')
    })

    it('is for what somebody waits for first, then for what is renewed behind', async () => {
      const pages = Array.from({ length: 12 }, (_, at) => `/api/assets?page=${at + 1}`)
      await Promise.all(pages.map((page) => get(page)))
      await relay.advanceClock(HOUR)
      relay.cliquify.forgetRequests()
      fault({ type: 'delay', ms: 400 })
      const awaited = ['/api/folders', '/api/brand-kits/11/colors']
      const replies = await Promise.all([...pages, ...awaited].map((path) => get(path)))
      expect(replies.every(({ status }) => status === 200)).toBe(true)
      await expect.poll(() => relay.upstream('/api/assets')).toBe(pages.length)
      const order = relay.cliquify.requests.map(({ path }) => path)
      // Six are on their way at a time.
      expect(awaited.map((path) => order.indexOf(path)).every((at) => at >= 0 && at < 8)).toBe(true)
    })

    it('is never overrun: 55 a minute, the rest is told to wait', async () => {
      relay.cliquify.configure({ rateLimit: 60 })
      const replies = await Promise.all(
        Array.from({ length: 70 }, (_, page) => get(`/api/assets?page=${page}`)),
      )
      expect(relay.upstream()).toBeLessThanOrEqual(55)
      expect(relay.cliquify.requests.filter(({ status }) => status === 429)).toEqual([])
      expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(50)
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 429]))
    }, 20_000)
  })

  describe('what browsers need', () => {
    it('lets any page ask without credentials, a day at a time', async () => {
      const preflight = await fetch(`${relay.origin}/api/assets`, {
        method: 'OPTIONS',
        headers: {
          Origin: 'null',
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'authorization,cache-control,if-none-match',
        },
      })
      expect(preflight.status).toBe(204)
      const told = preflight.headers
      expect(told.get('access-control-allow-origin')).toBe('*')
      expect(told.get('access-control-max-age')).toBe('86400')
      expect(told.get('access-control-allow-credentials')).toBeNull()
      expect(told.get('access-control-allow-headers')).toMatch(/Authorization.*Cache-Control/)
      const reply = await get('/api/assets')
      expect(reply.headers.get('access-control-allow-origin')).toBe('*')
      expect(reply.headers.get('access-control-expose-headers')).toMatch(/Age.*ETag/)
    })
  })

  describe('what an administrator sees', () => {
    it('is one sentence in the log where Cliquify no longer takes the secret, and one for designers', async () => {
      await get('/api/assets')
      relay.cliquify.expireTokens()
      await relay.restart({ CLIQUIFY_CLIENT_SECRET: 'replaced-by-another' })
      for (const path of ['/api/folders', '/api/tags', '/api/templates']) {
        const reply = await get(path)
        expect(reply.status).toBe(503)
        expect(await reply.json()).toMatchObject({
          relay:
            'Your team’s relay can no longer sign in to Cliquify. Tell whoever looks after it in your team.',
        })
      }
      expect((await get('/api/assets')).status).toBe(200)
      // The log of Workers comes by itself: this is its last line.
      await expect.poll(() => relay.lines.at(-1)).toContain('"/api/assets"')
      const told = relay.lines.filter((line) => line.includes('CLIQUIFY_CLIENT_SECRET'))
      expect(told).toHaveLength(1)
      // The token of before, the one refusal: nobody hammers.
      expect(relay.upstream('/oauth/access-token')).toBe(2)
    })

    it('is one sentence, too, where Cliquify refuses the tokens that it gives; the rest goes on', async () => {
      const path = '/api/brand-kits'
      const body = { success: false, message: 'Unauthenticated.' }
      relay.cliquify.addFault({ path, effect: { type: 'status', status: 401, body } })
      for (let each = 0; each < 6; each++) expect((await get(path)).status).toBe(503)
      expect((await get('/api/folders')).status).toBe(200)
      // Each asks once, but for the first, and none for another token.
      expect(relay.upstream(path)).toBe(7)
      expect(relay.upstream('/oauth/access-token')).toBe(2)
      await relay.advanceClock(61_000)
      expect((await get(path)).status).toBe(503)
      expect(relay.upstream('/oauth/access-token')).toBe(3)
      const told = (event: string): readonly string[] =>
        relay.lines.filter((line) => line.includes(`"${event}"`))
      expect(told('cliquify-token')).toHaveLength(1)
      expect(told('cliquify-token')[0]).toMatch(
        /"level":"error".*developer portal.*GET \/api\/brand-kits: 401/,
      )
      expect(told('cliquify-accepts')).toEqual([])

      relay.cliquify.clearFaults()
      await relay.advanceClock(61_000)
      expect((await get(path)).status).toBe(200)
      await expect.poll(() => told('cliquify-accepts')).toHaveLength(1)
    })

    it('is how much was asked of Cliquify, for who has the key', async () => {
      await get('/api/assets')
      await get('/api/assets')
      await get('/api/nothing')
      const refused = await fetch(`${relay.origin}/metrics`)
      expect(refused.status).toBe(401)
      const wrong = { headers: { Authorization: 'Bearer the-secret-of-the-relay-in-text' } }
      expect((await fetch(`${relay.origin}/metrics`, wrong)).status).toBe(401)
      const key = { headers: { Authorization: 'Bearer the-secret-of-the-relay-in-tests' } }
      const text = await (await fetch(`${relay.origin}/metrics`, key)).text()
      expect(text).toContain('relay_upstream_requests_total{kind="token"} 1')
      expect(text).toContain('relay_upstream_requests_total{kind="api"} 1')
      expect(text).toContain('relay_cache_replies_total{kind="hit"} 1')
      expect(text).toContain('relay_refusals_total{kind="404"} 1')
      expect((await fetch(`${relay.origin}/healthz`)).status).toBe(200)
    })

    it('is a line of JSON for each request, without keys, ids and queries', async () => {
      await get('/api/assets?search=confidential')
      await fetch(`${relay.origin}/login/some-write-key`)
      await fetch(`${relay.origin}/media/some.id/name.png?x=confidential`)
      const paths = (): unknown[] =>
        relay.lines
          .map((line) => JSON.parse(line) as Record<string, unknown>)
          .filter(({ event }) => event === 'request')
          .map(({ path }) => path)
      await expect
        .poll(paths)
        .toEqual(expect.arrayContaining(['/api/assets', '/login/…', '/media/…']))
      expect(relay.lines.join()).not.toMatch(/confidential|some-write-key|some\.id/)
    })
  })

  type Effect = Parameters<OpenRelay['cliquify']['addFault']>[0]['effect']

  function fault(effect: Effect, times: number | null = null): void {
    relay.cliquify.addFault({ path: '/api/*', times, effect })
  }
})
