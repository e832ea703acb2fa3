import { beforeEach, describe, expect, it } from 'vitest'
import { ask, at, get, token } from './ask.ts'
import { useCliquify } from './use-cliquify.ts'

const cliquify = useCliquify()
let text: string
beforeEach(async () => {
  text = await token(cliquify)
})

describe('faults', () => {
  it('answer with a status and body for as many requests as they were given', async () => {
    cliquify.addFault({
      path: '/api/*',
      times: 2,
      effect: { type: 'status', status: 500, body: { message: 'Server Error' } },
    })
    for (let i = 0; i < 2; i++) {
      const { status, body } = await get(cliquify, '/api/folders', text)
      expect([status, body]).toEqual([500, { message: 'Server Error' }])
    }
    expect((await get(cliquify, '/api/folders', text)).status).toBe(200)
  })

  it('hit only the path and method that they name', async () => {
    const effect = { type: 'status', status: 503, body: 'Maintenance' } as const
    cliquify.addFault({ path: '/api/brand-kits/*/logos', method: 'GET', effect })
    expect((await get(cliquify, '/api/brand-kits', text)).status).toBe(200)
    expect((await get(cliquify, '/api/brand-kits/11/logos', text)).status).toBe(503)
    cliquify.clearFaults()
    expect((await get(cliquify, '/api/brand-kits/11/logos', text)).status).toBe(200)
  })

  it('show a login page with status 200 or a gateway page with 502 where JSON is due', async () => {
    for (const status of [200, 502] as const) {
      cliquify.addFault({ path: '/api/tags', times: 1, effect: { type: 'html', status } })
      const answer = await get(cliquify, '/api/tags', text)
      expect(answer.status).toBe(status)
      expect(answer.headers.get('content-type')).toContain('text/html')
    }
  })

  it('delay a reply', async () => {
    cliquify.addFault({ path: '/api/tags', effect: { type: 'delay', ms: 120 } })
    const began = performance.now()
    expect((await get(cliquify, '/api/tags', text)).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThanOrEqual(110)
  })

  it('cut the connection in the middle of a body', async () => {
    cliquify.addFault({ path: '/api/assets', times: 1, effect: { type: 'cut' } })
    const response = await fetch(`${cliquify.origin}/api/assets`, {
      headers: { Authorization: `Bearer ${text}` },
    })
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow()
    expect(cliquify.requests.at(-1)?.status).toBe('cut')
    expect((await get(cliquify, '/api/assets', text)).status).toBe(200)
  })

  it('cut the connection before a word was said', async () => {
    cliquify.addFault({ path: '/api/assets', times: 1, effect: { type: 'cut', at: 'start' } })
    await expect(get(cliquify, '/api/assets', text)).rejects.toThrow('fetch failed')
    expect(cliquify.requests.at(-1)?.status).toBe('cut')
    expect((await get(cliquify, '/api/assets', text)).status).toBe(200)
  })

  it('limit the rate with seconds, a date or nothing in Retry-After', async () => {
    for (const retryAfter of ['seconds', 'date', 'none'] as const) {
      const effect = { type: 'rate-limited', seconds: 7, retryAfter } as const
      cliquify.addFault({ path: '/api/tags', times: 1, effect })
      const { status, headers } = await get(cliquify, '/api/tags', text)
      expect(status).toBe(429)
      const told = headers.get('retry-after')
      if (retryAfter === 'seconds') expect(told).toBe('7')
      if (retryAfter === 'none') expect(told).toBeNull()
      if (retryAfter !== 'date') continue
      const wait = Date.parse(told ?? '') - Date.now()
      expect(wait).toBeGreaterThan(5500)
      expect(wait).toBeLessThanOrEqual(8000)
    }
  })
})

describe('offline', () => {
  it('breaks every connection but the one to the controls', async () => {
    cliquify.setOffline(true)
    await expect(get(cliquify, '/api/tags', text)).rejects.toThrow('fetch failed')
    expect((await ask(cliquify, '/__control')).status).toBe(200)
    cliquify.setOffline(false)
    expect((await get(cliquify, '/api/tags', text)).status).toBe(200)
  })
})

describe('the rate limit', () => {
  it('counts down, refuses with Retry-After, and starts anew after a minute', async () => {
    cliquify.configure({ rateLimit: 2 })
    const first = await get(cliquify, '/api/tags', text)
    expect(first.headers.get('x-ratelimit-limit')).toBe('2')
    expect(first.headers.get('x-ratelimit-remaining')).toBe('1')
    await get(cliquify, '/api/tags', text)
    const { status, headers, body } = await get(cliquify, '/api/tags', text)
    expect(status).toBe(429)
    expect(at(body, 'message')).toBe('Too Many Attempts.')
    expect(headers.get('x-ratelimit-remaining')).toBe('0')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(50)
    cliquify.advanceClock(60_000)
    expect((await get(cliquify, '/api/tags', text)).status).toBe(200)
  })

  it('leaves media alone, and hides or exposes its headers when told', async () => {
    cliquify.configure({ rateLimit: 1 })
    const hidden = await get(cliquify, '/api/tags', text)
    expect(hidden.headers.get('access-control-expose-headers')).toBeNull()
    const logo = cliquify.brand.kits[0]?.logos[0]?.path ?? ''
    expect((await ask(cliquify, `/media/${encodeURI(logo)}`)).status).toBe(200)
    cliquify.configure({ rateLimitHeaders: 'exposed' })
    const exposed = await get(cliquify, '/api/tags', text)
    expect(exposed.headers.get('access-control-expose-headers')).toContain('Retry-After')
    cliquify.configure({ rateLimitHeaders: 'absent' })
    const absent = await get(cliquify, '/api/tags', text)
    expect(absent.status).toBe(429)
    expect(absent.headers.get('retry-after')).toBeNull()
  })
})

describe('CORS', () => {
  const preflight = (path: string): ReturnType<typeof ask> =>
    ask(cliquify, path, {
      method: 'OPTIONS',
      headers: {
        Origin: 'null',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization,x-other',
      },
    })

  it('lets the origin null in, with the documented request headers and no others', async () => {
    cliquify.configure({ rateLimit: 1 })
    for (let i = 0; i < 3; i++) {
      const { status, headers } = await preflight('/api/assets')
      expect(status).toBe(204)
      expect(headers.get('access-control-allow-origin')).toBe('*')
      const allowed = headers.get('access-control-allow-headers')
      expect(allowed).toBe('Authorization, Content-Type, Accept')
    }
  })

  it('holds for errors and faults too', async () => {
    const refused = await ask(cliquify, '/api/assets', { headers: { Origin: 'null' } })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
    cliquify.addFault({ path: '/api/*', effect: { type: 'html', status: 502 } })
    const gateway = await get(cliquify, '/api/assets', text)
    expect(gateway.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('can be missing, as on a server that expects no browser', async () => {
    cliquify.configure({ cors: 'none' })
    expect((await preflight('/api/assets')).status).toBe(405)
    const { headers } = await get(cliquify, '/api/assets', text)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
