import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import type { StandInEnv } from './disturbance.ts'
import type { World } from './world.ts'

/** Holds callers to the rate limit, where there is one. */
export function throttle(world: World): MiddlewareHandler<StandInEnv> {
  return async (c, next) => {
    const { rateLimit: limit, rateLimitHeaders } = world.settings
    if (limit === null) return next()
    const ip = getConnInfo(c).remote.address ?? 'unknown'
    const { allowed, remaining, retryAfter } = world.rateLimit.take(ip, limit)
    if (allowed) await next()
    const refusal = allowed ? undefined : c.json({ message: 'Too Many Attempts.' }, 429)
    if (refusal !== undefined) c.res = refusal
    if (rateLimitHeaders === 'absent') return
    c.header('X-RateLimit-Limit', String(limit))
    c.header('X-RateLimit-Remaining', String(remaining))
    if (!allowed) c.header('Retry-After', String(retryAfter))
  }
}
