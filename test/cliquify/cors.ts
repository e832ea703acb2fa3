import type { MiddlewareHandler } from 'hono'
import type { StandInEnv } from './disturbance.ts'
import { requestUrl } from './request-url.ts'
import type { World } from './world.ts'

/**
 * Lets any origin read the replies; Figma's UI has the origin `null`. A media host of its own
 * allows no request headers: a token sent there fails in the browser.
 */
export function cors(world: World): MiddlewareHandler<StandInEnv> {
  return async (c, next) => {
    const url = requestUrl(c)
    const isMedia = url.pathname.startsWith('/media/')
    const { cors: reach, mediaCors } = world.settings
    const isApi = url.pathname.startsWith('/api/')
    const isOpen =
      url.pathname === '/__control' ||
      (isMedia ? mediaCors : reach === 'all' || (reach === 'api' && isApi))
    if (c.req.method === 'OPTIONS') {
      if (!isOpen) {
        return c.json({ message: 'The OPTIONS method is not supported.' }, 405)
      }
      c.header('Access-Control-Allow-Origin', '*')
      c.header('Access-Control-Allow-Methods', isMedia ? 'GET' : 'GET, POST')
      if (!isMedia || url.origin !== world.mediaOrigin) {
        c.header('Access-Control-Allow-Headers', 'Authorization, Content-Type, Accept')
      }
      c.header('Access-Control-Max-Age', '600')
      return c.body(null, 204)
    }
    await next()
    if (!isOpen) return
    c.header('Access-Control-Allow-Origin', '*')
    if (world.settings.rateLimitHeaders === 'exposed') {
      c.header(
        'Access-Control-Expose-Headers',
        'X-RateLimit-Limit, X-RateLimit-Remaining, Retry-After',
      )
    }
  }
}
