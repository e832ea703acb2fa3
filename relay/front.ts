import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { Counts } from './counts.ts'
import type { Log } from './log.ts'
import { readBody } from './read-text.ts'
import { refused } from './refusals.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Of the request, as text; empty where it has none. */
    readonly body: string
  }
}

export interface FrontOptions {
  readonly log: Log
  readonly counts: Counts
  readonly now: () => number
}

const LARGEST_BODY = 10_000
/** Keys of five thousand styles; a row of a Durable Object has room for three files of them. */
const LARGEST_LIBRARY = 600_000

/**
 * What every request goes through, wherever it is answered: the log, the count of refusals, and what
 * browsers need.
 */
export function openFront({ log, counts, now }: FrontOptions): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    const begun = now()
    await next()
    const { status } = c.res
    if (status >= 400) counts.add('relay_refusals_total', String(status))
    log.info('request', {
      method: c.req.method,
      path: loggedPath(c.req.path),
      status,
      ms: now() - begun,
    })
  })
  const open = cors({
    origin: '*',
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'Accept',
      'Cache-Control',
      'If-None-Match',
      'If-Range',
      'Range',
      'X-API-Version',
    ],
    exposeHeaders: [
      'Retry-After',
      'Age',
      'ETag',
      'Accept-Ranges',
      'Content-Length',
      'Content-Range',
    ],
    maxAge: 86_400,
  })
  for (const path of [
    '/login/start',
    '/login/poll',
    '/oauth/*',
    '/api/*',
    '/media/*',
    '/clarify/*',
    '/libraries/*',
    '/zoho/status',
    '/zoho/connect',
    '/zoho/disconnect',
    '/zoho/channels',
    '/zoho/reviews/*',
  ]) {
    app.use(path, open)
  }
  app.use(async (c, next) => {
    // Pictures, which are read where they are allowed.
    const isUpload = c.req.path.startsWith('/zoho/reviews/')
    const most = c.req.path.startsWith('/libraries/') ? LARGEST_LIBRARY : LARGEST_BODY
    const body = isUpload ? '' : await readBody(c.req.raw, most)
    if (body === null) return refused(c, 413, 'Too large.')
    c.set('body', body)
    return next()
  })
  app.notFound((c) => refused(c, 404, 'There is nothing here.'))
  app.onError((error, c) => {
    log.problem('failed', 'The relay could not answer a request.', { error: error.name })
    return refused(c, 500, 'The relay could not answer.')
  })
  return app
}

/** A path without the keys and ids that may stand in it. */
function loggedPath(path: string): string {
  if (/^\/login\/(?:start|poll)$/.test(path)) return path
  return path.replace(/^\/(login|media|zoho\/connect|zoho\/reviews)\/.*$/s, '/$1/…').slice(0, 200)
}
