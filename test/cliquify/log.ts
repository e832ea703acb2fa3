import type { Context, MiddlewareHandler } from 'hono'
import { SAMPLE_CLIENT_SECRET } from './credentials.ts'
import type { StandInEnv } from './disturbance.ts'
import type { CredentialsKind } from './request-log.ts'
import { encodingOf } from './request-log.ts'
import { requestUrl } from './request-url.ts'
import type { World } from './world.ts'

/** Notes every request, and how it ended. */
export function log(world: World): MiddlewareHandler<StandInEnv> {
  return async (c, next) => {
    const url = requestUrl(c)
    const said = decodeURIComponent(c.req.url.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    const secretInUrl = said.includes(SAMPLE_CLIENT_SECRET) || world.tokens.leaks(said)
    const end = world.requests.begin({
      method: c.req.method,
      host: url.host,
      path: url.pathname,
      query: secretInUrl ? '[held a secret]' : url.search.slice(1),
      origin: c.req.header('origin') ?? null,
      credentials: await credentialsOf(c),
      secretInUrl,
      encoding: encodingOf(c.req.header('content-type')),
      at: world.now(),
    })
    await next()
    end(c.env.incoming.socket.destroyed ? 'cut' : c.res.status)
  }
}

async function credentialsOf(c: Context<StandInEnv>): Promise<CredentialsKind> {
  const header = c.req.header('authorization')
  if (header !== undefined) return header.startsWith('Bearer ') ? 'bearer-token' : 'other'
  if (c.req.method !== 'POST') return 'none'
  return (await c.req.text()).includes('client_secret') ? 'client-secret' : 'none'
}
