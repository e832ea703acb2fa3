import { Hono } from 'hono'
import { addControl } from './control.ts'
import { cors } from './cors.ts'
import type { StandInEnv } from './disturbance.ts'
import { connection, disturbance } from './disturbance.ts'
import { addMedia } from './media.ts'
import { addOauth } from './oauth.ts'
import { log } from './log.ts'
import { requestUrl } from './request-url.ts'
import { addResources } from './resources.ts'
import { throttle } from './throttle.ts'
import type { World } from './world.ts'

/** The whole stand-in as one Hono app, from the socket inwards to the routes. */
export function createApp(world: World): Hono<StandInEnv> {
  const app = new Hono<StandInEnv>()
  app.use('/__control', cors(world))
  addControl(app, world)
  app.use('*', log(world), connection(world), cors(world), disturbance(world))
  app.use('/api/*', throttle(world))
  app.use('/oauth/*', throttle(world))
  addOauth(app, world)
  addResources(app, world)
  addMedia(app, world)
  app.on(['GET', 'PUT', 'PATCH', 'DELETE'], '/oauth/*', (c) => {
    const route = requestUrl(c).pathname.slice(1)
    const message = `The ${c.req.method} method is not supported for route ${route}. Supported methods: POST.`
    return c.json({ message }, 405)
  })
  app.notFound((c) => {
    const route = requestUrl(c).pathname.slice(1)
    return c.json({ message: `The route ${route} could not be found.` }, 404)
  })
  return app
}
