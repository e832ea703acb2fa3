import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, MiddlewareHandler } from 'hono'
import type { Fault } from './faults.ts'
import { GATEWAY_PAGE, LOGIN_PAGE } from './faults.ts'
import { requestUrl } from './request-url.ts'
import type { World } from './world.ts'

export interface StandInEnv {
  Bindings: HttpBindings
  Variables: { effects: readonly Fault['effect'][] }
}

type StandInContext = Context<StandInEnv>

/** Breaks connections: all of them while offline, or those that a fault cuts. */
export function connection(world: World): MiddlewareHandler<StandInEnv> {
  return async (c, next) => {
    if (world.offline) {
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    const { method } = c.req
    // A preflight is the browser's own request: a fault is for the one that follows.
    const effects = method === 'OPTIONS' ? [] : world.faults.take(method, requestUrl(c).pathname)
    if (effects.some((effect) => effect.type === 'cut' && effect.at === 'start')) {
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    c.set('effects', effects)
    await next()
    if (effects.some((effect) => effect.type === 'cut')) await cut(c)
    return
  }
}

/** Sends half of the body and destroys the socket. */
async function cut(c: StandInContext): Promise<void> {
  const body = Buffer.from(await c.res.arrayBuffer())
  const { outgoing } = c.env
  outgoing.writeHead(c.res.status, {
    ...Object.fromEntries(c.res.headers),
    'content-length': String(body.length),
  })
  await new Promise<void>((sent) => {
    outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => sent())
  })
  c.env.incoming.socket.destroy()
  // Emptied first: Hono would copy the old reply's headers into the mark and break it.
  c.res = undefined
  c.res = RESPONSE_ALREADY_SENT
}

/** Answers wrongly or late on purpose. */
export function disturbance(world: World): MiddlewareHandler<StandInEnv> {
  return async (c, next) => {
    for (const effect of c.get('effects')) {
      if (effect.type === 'delay') await delay(effect.ms)
    }
    const answers = c.get('effects').map((effect) => answer(effect, world.now()))
    const first = answers.find((one) => one !== null)
    if (first !== undefined) return first
    return next()
  }
}

function answer(effect: Fault['effect'], now: number): Response | null {
  switch (effect.type) {
    case 'delay':
    case 'cut':
      return null
    case 'status':
      return typeof effect.body === 'string'
        ? html(effect.status, effect.body)
        : json(effect.status, effect.body, effect.headers)
    case 'html':
      return html(effect.status, effect.status === 200 ? LOGIN_PAGE : GATEWAY_PAGE)
    case 'redirect':
      return new Response(null, { status: effect.status, headers: { Location: effect.to } })
    case 'rate-limited': {
      const { seconds, retryAfter } = effect
      const at = new Date(Math.ceil(now / 1000) * 1000 + seconds * 1000).toUTCString()
      const headers = {
        seconds: { 'Retry-After': String(seconds) },
        date: { 'Retry-After': at },
        none: {},
      }
      return json(429, { message: 'Too Many Attempts.' }, headers[retryAfter])
    }
  }
}

function html(status: number, body: string): Response {
  const headers = { 'Content-Type': 'text/html; charset=utf-8' }
  return new Response(status === 204 ? null : body, { status, headers })
}

function json(status: number, body: unknown, headers: Record<string, string>): Response {
  const type = { 'Content-Type': 'application/json' }
  return new Response(JSON.stringify(body), { status, headers: { ...type, ...headers } })
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
